import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { appendCorrections } from './correct-claims.ts'

it('makes no database where there is none: a correction is of something', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-corrections-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'gone.db')
  const rejection = { verdict: 'rejected', source: null, note: null, correctedBy: 'desk' } as const
  await expect(appendCorrections(path, ['c1'], rejection)).rejects.toThrow(/There is no database at/)
  expect(existsSync(path)).toBe(false)
})
