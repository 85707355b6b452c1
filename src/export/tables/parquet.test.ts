import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet'
import { expect, it } from 'vitest'
import { readExportedClaims } from '../../../test/support/exported-claims.ts'
import { readUntilTestEnds } from '../../../test/support/stored-database.ts'
import { storeVariety } from '../../../test/support/variety.ts'
import { parquet } from './parquet.ts'
import { LATER_SOURCE_COLUMNS } from './source-columns.ts'

it('is read back by another library, equal to the database', async () => {
  const { database } = readUntilTestEnds(storeVariety())
  const pieces: Uint8Array[] = []
  const count = await parquet.export(database, {}, piece => void pieces.push(piece as Uint8Array))
  const file = toArrayBuffer(pieces)
  const rows = await parquetReadObjects({ file })
  const claims = await readExportedClaims(database)
  const told = new Map(
    (await database.selectFrom('article').select(['id', 'publisher', 'byline']).execute()).map(({ id, ...row }) => [
      id,
      row,
    ]),
  )
  expect([...told.values()].some(({ publisher }) => publisher !== null)).toBe(true)
  expect(count).toBe(claims.length)
  expect(rows).toHaveLength(claims.length)
  const spans = (words: { readonly spans: readonly (readonly [number, number])[] } | null) =>
    words === null ? null : words.spans.map(([start, end]) => ({ start, end }))
  // The reader gives undefined for a list that is null.
  expect(rows.map(row => mapValues(row, value => value ?? null))).toEqual(
    claims.map(({ article, source, cue, content, addressee, ...claim }) => ({
      id: claim.id,
      article_id: article.id,
      article_uri: article.uri,
      article_sha256: article.sha256,
      title: article.title,
      published_at: article.published_at,
      published_utc: article.published_at === null ? null : new Date(article.published_at),
      quotation: claim.quotation,
      act: claim.act,
      negated: claim.negated,
      hedged: claim.hedged,
      confidence: claim.confidence,
      status: claim.status,
      source: source?.text ?? null,
      source_spans: spans(source),
      naming: source?.naming ?? 'unstated',
      kind: source?.kind ?? null,
      name: source?.name ?? null,
      role: source?.role ?? null,
      affiliation: source?.affiliation ?? null,
      number: source?.number ?? null,
      reason: source?.reason ?? null,
      knowledge: source?.knowledge ?? null,
      ...Object.fromEntries(LATER_SOURCE_COLUMNS.map(column => [column, source?.[column] ?? null])),
      cue: cue.text,
      cue_lemma: cue.lemma,
      cue_spans: spans(cue),
      content: content?.text ?? null,
      content_spans: spans(content),
      addressee: addressee?.text ?? null,
      addressee_spans: spans(addressee),
      rules: claim.evidence.map(({ rule }) => rule),
      verdict: claim.correction?.verdict ?? null,
      note: claim.correction?.note ?? null,
      corrected_by: claim.correction?.by ?? null,
      machine_naming: claim.correction?.machine?.naming ?? null,
      machine_name: claim.correction?.machine?.name ?? null,
      origin: claim.origin,
      machine_act: claim.correction?.machine?.act ?? null,
      machine_negated: claim.correction?.machine?.negated ?? null,
      machine_quotation: claim.correction?.machine?.quotation ?? null,
      machine_source: claim.correction?.machine?.source?.text ?? null,
      machine_cue: claim.correction?.machine?.cue.text ?? null,
      machine_content: claim.correction?.machine?.content?.text ?? null,
      machine_content_spans: spans(claim.correction?.machine?.content ?? null),
      machine_addressee: claim.correction?.machine?.addressee?.text ?? null,
      ...told.get(article.id),
    })),
  )
  const metadata = parquetMetadata(file)
  expect(
    parquetSchema(metadata).children.find(({ element }) => element.name === 'content_spans')?.element,
  ).toMatchObject({ converted_type: 'LIST' })
})

it('is a valid file of no rows when nothing was chosen', async () => {
  const { database } = readUntilTestEnds(storeVariety())
  const pieces: Uint8Array[] = []
  expect(await parquet.export(database, { cue: 'nobody' }, piece => void pieces.push(piece as Uint8Array))).toBe(0)
  expect(await parquetReadObjects({ file: toArrayBuffer(pieces) })).toEqual([])
})

function toArrayBuffer(pieces: readonly Uint8Array[]): ArrayBuffer {
  return new Uint8Array(Buffer.concat(pieces)).buffer
}

function mapValues(row: Readonly<Record<string, unknown>>, map: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, map(value)]))
}
