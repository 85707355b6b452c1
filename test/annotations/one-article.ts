import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import type { Tool } from '../../src/annotations/formats.ts'
import { readReturned } from '../../src/annotations/read-returned.ts'
import type { OffsetUnit } from '../../src/annotations/returned-article.ts'
import { type TakenBack, takeBack } from '../../src/annotations/take-back.ts'
import { HearsayError } from '../../src/domain/errors.ts'
import type { StoreReader } from '../../src/store/reader.ts'
import { openForReading } from '../../src/store/sqlite/open-for-reading.ts'
import { buildArticle, buildArticleRecord, spanOf } from '../support/article-record.ts'
import { storeRecordsAt } from '../support/stored-database.ts'

/** An emoji before everything, one inside the content, a character of two code points, and CRLF in a quotation. */
export const TEXT =
  '😀 Rene\u0301e Roy told reporters: “It 🌧\ufe0f rained.\r\n\r\n“It poured.”\r\nAda Mwale denied it.\n'
const RECORD = buildArticleRecord(TEXT, [
  {
    source: 'Rene\u0301e Roy',
    cue: 'told',
    content: '“It 🌧\ufe0f rained.\r\n\r\n“It poured.”',
    addressee: 'reporters',
    claim: { quotation: 'direct' },
  },
  { source: 'Ada Mwale', cue: 'denied', content: 'it', from: 'Ada', claim: { act: 'denial' } },
])
export const { id: ARTICLE } = buildArticle(TEXT)
export const [TOLD, DENIED] = RECORD.claims.map(({ id }) => id) as [string, string]
export const NAME = `article-${ARTICLE.slice(0, 16)}`

let reader: StoreReader

/** Stores the article for the tests of a file. */
export function storeOneArticle(): void {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-tool-files-'))
  beforeAll(() => {
    storeRecordsAt(join(folder, 'claims.db'), [RECORD])
    reader = openForReading(join(folder, 'claims.db'))
  })
  afterAll(async () => {
    await reader.close()
    rmSync(folder, { recursive: true })
  })
}

interface Giving {
  readonly tool?: Tool
  readonly unit?: OffsetUnit
  readonly complete?: boolean
  readonly accept?: boolean
  readonly deleted?: boolean
}

export async function take(
  files: Readonly<Record<string, string | Uint8Array>>,
  { tool, unit, complete = false, accept = false, deleted = false }: Giving = {},
): Promise<TakenBack[]> {
  const { database } = reader
  const bytes = Object.entries(files).map(
    ([name, content]) => [name, typeof content === 'string' ? new TextEncoder().encode(content) : content] as const,
  )
  const { articles } = await readReturned(new Map(bytes), tool ?? null, unit ?? null)
  return await takeBack(database, articles, { isComplete: complete, accepts: accept, allowsManyDeletions: deleted })
}

export async function differences(files: Readonly<Record<string, string | Uint8Array>>, giving?: Giving) {
  return (await take(files, giving)).flatMap(({ differences }) => differences)
}

export async function refusal(files: Readonly<Record<string, string | Uint8Array>>, giving?: Giving): Promise<string> {
  const error = await take(files, giving).then(
    () => null,
    (error: unknown) => error,
  )
  expect(error).toBeInstanceOf(HearsayError)
  expect((error as HearsayError).message).toMatch(/nothing was taken over\.$/)
  return (error as HearsayError).message
}

export const at = (words: string, from = 0) => spanOf(TEXT, words, from)
export const utf16 = (words: string) => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length] as const

/** Without its words. */
export function cut({ start, end }: { readonly start: number; readonly end: number }) {
  return { start, end }
}

/** The database that {@link storeOneArticle} made. */
export function readReader(): StoreReader {
  return reader
}
