import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { appendCorrections } from './append-corrections.ts'

it('makes no database where there is none: a correction is of something', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-corrections-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'gone.db')
  const rejection = { verdict: 'rejected', source: null, note: null, correctedBy: 'desk' } as const
  expect(() => appendCorrections(path, ['c1'], rejection)).toThrow(/There is no database at/)
  expect(existsSync(path)).toBe(false)
})
