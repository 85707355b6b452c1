import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { makeFolder, storeRecordsAt } from '../../../test/support/stored-database.ts'
import { makeVariety } from '../../../test/support/variety.ts'
import { type VerifyProgress, verify } from '../../audit/verify.ts'
import { openReader } from '../../store/open-reader.ts'
import { surroundingsOfProcess } from '../surroundings.ts'
import { ShownVerify } from './verify-progress.ts'

const NO_BAR = '\r\u001b[2K'

async function progressOfVerify(): Promise<VerifyProgress[]> {
  const path = `${makeFolder()}/claims.db`
  storeRecordsAt(path, makeVariety())
  const reader = await openReader(path)
  const told: VerifyProgress[] = []
  await verify(reader, { onProgress: progress => told.push(progress) })
  await reader.close()
  return told
}

function show(told: readonly VerifyProgress[], isTTY: boolean): string {
  const standardError = Object.assign(new PassThrough(), { isTTY, columns: 120 })
  const shown = new ShownVerify({ ...surroundingsOfProcess(), standardError })
  for (const progress of told) shown.show(progress)
  shown.end()
  return String(standardError.read() ?? '')
}

it('verify tells how far it is: structure, texts, seals, rows under them, each pass to its last article', async () => {
  const told = await progressOfVerify()
  expect([...new Set(told.map(({ phase }) => phase))]).toEqual(['structure', 'texts', 'seals', 'rows', 'across'])
  for (const phase of ['texts', 'rows'] as const) {
    const last = told.findLast(progress => progress.phase === phase)
    expect(last?.articles).toBe(last?.total)
    expect(last?.claims).toBeGreaterThan(0)
  }
})

it('on a terminal each pass has its bar, and nothing is left of it', async () => {
  const shown = show(await progressOfVerify(), true)
  expect(shown).toMatch(/^Checking the structure/)
  expect(shown).toContain('articles held against their texts')
  expect(shown).toContain('articles held against their seals')
  expect(shown.endsWith(NO_BAR)).toBe(true)
})

it('elsewhere nothing is said of a short check', async () => {
  expect(show(await progressOfVerify(), false)).toBe('')
})
