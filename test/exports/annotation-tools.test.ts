import { describe, expect, it } from 'vitest'
import { citron } from '../../src/export/annotation-tools/citron.ts'
import { doccano } from '../../src/export/annotation-tools/doccano.ts'
import { prodigy } from '../../src/export/annotation-tools/prodigy.ts'
import { buildArticleRecord, spanOf } from '../support/article-record.ts'
import { readExportedClaims } from '../support/exported-claims.ts'
import { exportText, runExport } from '../support/run-export.ts'
import { readUntilTestEnds, storeRecords } from '../support/stored-database.ts'
import { makeVariety, storeVariety } from '../support/variety.ts'

interface Piece {
  readonly start: number
  readonly end: number
  readonly text: string
}

const sliceOf = (text: string, start: number, end: number) => Array.from(text).slice(start, end).join('')
const lines = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

describe('Citron', () => {
  it('has a quote for each claim, whose spans Python would slice as they say', async () => {
    const { database } = readUntilTestEnds(storeVariety())
    const { files } = await runExport(database, citron)
    const quotes = [...files.values()].flatMap(file => {
      const { text, quotes } = JSON.parse(file)
      for (const { cue, sources, contents } of quotes)
        for (const { start, end, text: words } of [cue, ...sources, ...contents])
          expect(sliceOf(text, start, end)).toBe(words)
      return quotes
    })
    const claims = await readExportedClaims(database)
    const offsets = (pieces: readonly Piece[]) => pieces.map(({ start, end }) => [start, end])
    expect(
      quotes.map(({ id, cue, sources, contents }) => [id, offsets([cue]), offsets(sources), offsets(contents)]),
    ).toEqual(claims.map(({ id, cue, source, content }) => [id, cue.spans, source?.spans ?? [], content?.spans ?? []]))
    expect(quotes[0].confidence).toBe('0.9000')
  })

  it('gives the words that a pronoun means, and who is the same', async () => {
    const text = 'Ms Roy left. She said so.'
    const built = buildArticleRecord(text, [
      { source: 'Ms Roy', cue: 'left' },
      { source: 'She', cue: 'said', content: 'so' },
    ])
    const [roy, she] = built.sources
    const record = {
      ...built,
      sources: built.sources.map(source => (source === she ? { ...source, antecedentId: roy?.id ?? null } : source)),
      mentions: ['Ms Roy', 'She'].map(words => ({
        ...spanOf(text, words),
        type: 'person' as const,
        name: null,
        chain: 1,
        entityId: null,
      })),
    }
    const { database } = readUntilTestEnds(storeRecords([record]))
    const [file = ''] = (await runExport(database, citron)).files.values()
    const { quotes, coreference_groups } = JSON.parse(file)
    expect(quotes[1].coreferences).toEqual([{ start: 0, end: 6, text: 'Ms Roy' }])
    expect(coreference_groups).toEqual([[spanOf(text, 'Ms Roy'), spanOf(text, 'She')]])
  })
})

describe('Citron, of a cue in parts', () => {
  it('has the first part where Citron reads it, and all of them beside', async () => {
    const text = 'Ms Roy made it clear that rents rose.'
    const built = buildArticleRecord(text, [{ source: 'Ms Roy', cue: 'made', content: 'that rents rose' }])
    const clear = { role: 'cue' as const, sequence: 1, ...spanOf(text, 'clear') }
    const record = { ...built, claims: built.claims.map(claim => ({ ...claim, spans: [...claim.spans, clear] })) }
    const { database } = readUntilTestEnds(storeRecords([record]))
    const [file = ''] = (await runExport(database, citron)).files.values()
    const [quote] = JSON.parse(file).quotes
    expect(quote.cue).toEqual(spanOf(text, 'made'))
    expect(quote.cues).toEqual([spanOf(text, 'made'), spanOf(text, 'clear')])
  })
})

describe('Prodigy', () => {
  it('has tokens that give the text again and spans that begin and end with them', async () => {
    const { database } = readUntilTestEnds(storeVariety())
    const tasks = lines(await exportText(database, prodigy))
    expect(tasks.map(({ text }) => text).toSorted()).toEqual(
      makeVariety()
        .map(({ article }) => article.text)
        .toSorted(),
    )
    const found = new Map<string, string[]>()
    for (const { text, tokens, spans, relations } of tasks) {
      expect(tokens.map((token: { text: string; ws: boolean }) => `${token.text}${token.ws ? ' ' : ''}`).join('')).toBe(
        text,
      )
      for (const { start, end, text: words } of tokens) expect(sliceOf(text, start, end)).toBe(words)
      for (const { start, end, token_start, token_end, label, claims } of spans) {
        expect([tokens[token_start].start, tokens[token_end].end]).toEqual([start, end])
        for (const id of claims) found.set(id, [...(found.get(id) ?? []), `${label} ${start} ${end}`])
      }
      for (const { head, child, head_span, child_span } of relations)
        expect([head, child]).toEqual([head_span.token_end, child_span.token_end])
    }
    const claims = await readExportedClaims(database)
    const words = (label: string, spans: readonly (readonly [number, number])[] = []) =>
      spans.map(([start, end]) => `${label} ${start} ${end}`)
    expect(new Map([...found].map(([id, spans]) => [id, spans.toSorted()]))).toEqual(
      new Map(
        claims.map(({ id, source, cue, content, addressee }) => [
          id,
          [
            ...words('source', source?.spans),
            ...words('cue', cue.spans),
            ...words('content', content?.spans),
            ...words('addressee', addressee?.spans),
          ].toSorted(),
        ]),
      ),
    )
  })
})

describe('doccano', () => {
  it('has every part as an entity and joins it to the cue of its claim, under numbers that come once', async () => {
    const { database } = readUntilTestEnds(storeVariety())
    const documents = lines(await exportText(database, doccano))
    const claims = await readExportedClaims(database)
    const entities = documents.flatMap(document => document.entities)
    expect(new Set(entities.map(({ id }) => id)).size).toBe(entities.length)
    expect(entities.filter(({ label }) => label === 'cue')).toHaveLength(claims.length)
    const found = documents.flatMap(({ text, entities, relations }) =>
      relations.map(({ from_id, to_id, type, claim }: Readonly<Record<string, unknown>>) => {
        const [from, to] = [from_id, to_id].map(wanted => entities.find(({ id }: { id: number }) => id === wanted))
        expect([from.label, to.label]).toEqual([type, 'cue'])
        // doccano counts UTF-16.
        return [claim, type, text.slice(from.start_offset, from.end_offset)]
      }),
    )
    const characters = new Map(makeVariety().map(({ article }) => [article.id, article.text]))
    expect(found).toEqual(
      claims.flatMap(({ id, article, source, content, addressee }) =>
        Object.entries({ source, content, addressee }).flatMap(([role, words]) =>
          (words?.spans ?? []).map(([start, end]) => [id, role, sliceOf(characters.get(article.id) ?? '', start, end)]),
        ),
      ),
    )
  })
})
