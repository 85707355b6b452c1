import { describe, expect, it } from 'vitest'
import { readReturned } from '../../src/annotations/read-returned.ts'
import { textIri } from '../../src/export/linked-data/iri.ts'
import { zipArchive } from '../support/zip-archive.ts'
import { ARTICLE, at, cut, differences, refusal, storeOneArticle, TEXT, utf16 } from './one-article.ts'

storeOneArticle()

/** As doccano gives a line back: its own numbers, `Comments`, and the fields that it does not know. */
const doccano = (entities: readonly object[], relations: readonly object[], fields: object = {}) => ({
  'all.jsonl': `${JSON.stringify({ id: 3, text: TEXT, sha256: ARTICLE, entities, relations, Comments: [], ...fields })}\n`,
})
const entity = (id: number, label: string, [start_offset, end_offset]: readonly [number, number]) => ({
  id,
  label,
  start_offset,
  end_offset,
})
const ENTITIES = [
  entity(11, 'cue', utf16('told')),
  entity(12, 'source', utf16('Rene\u0301e Roy')),
  entity(13, 'content', utf16('“It 🌧\ufe0f rained.\r\n\r\n“It poured.”')),
  entity(14, 'addressee', utf16('reporters')),
]
const RELATIONS = [12, 13, 14].map(from_id => ({
  id: from_id + 20,
  from_id,
  to_id: 11,
  type: ENTITIES.find(({ id }) => id === from_id)?.label,
}))

describe('doccano', () => {
  it('counts UTF-16, or graphemes where its project is set so', async () => {
    expect(await differences(doccano(ENTITIES, RELATIONS))).toEqual([])
    const graphemes = [...new Intl.Segmenter('en').segment(TEXT)].map(({ index }) => index)
    const inGraphemes = ENTITIES.map(({ start_offset, end_offset, ...rest }) => ({
      ...rest,
      start_offset: graphemes.indexOf(start_offset),
      end_offset: graphemes.indexOf(end_offset),
    }))
    expect(inGraphemes).not.toEqual(ENTITIES)
    expect(await differences(doccano(inGraphemes, RELATIONS), { unit: 'graphemes' })).toEqual([])
  })

  it.each([
    [
      'a project without relations',
      { label: [[0, 4, 'cue']], entities: undefined },
      /comes from a project without rel/,
    ],
    [
      'a relation to nothing',
      { relations: [{ id: 1, from_id: 12, to_id: 99, type: 'source' }] },
      /entity 99, which is/,
    ],
    ['words without a relation', { relations: [] }, /has entity 12, a source that no relation joins to its cue/],
    [
      'offsets within a character',
      { entities: [entity(11, 'cue', [1, 4])], relations: [] },
      /marks 1 to 4, which are no/,
    ],
    ['offsets that are none', { entities: [{ ...ENTITIES[0], start_offset: '3' }] }, /has "3" as start_offset/],
    ['no text', { text: null }, /has no text as text/],
  ])('refuses %s', async (_, fields, message) => {
    expect(await refusal(doccano(ENTITIES, RELATIONS, fields), { tool: 'doccano' })).toMatch(message)
  })

  it('takes the archive that it hands out', async () => {
    const file = doccano(ENTITIES, RELATIONS)['all.jsonl']
    const zip = zipArchive([{ name: 'all.jsonl', content: file }])
    expect(await differences({ 'download.zip': zip })).toEqual([])
  })
})

describe('W3C annotations', () => {
  const target = (role: string, words: string, fields: object = {}) => ({
    type: 'SpecificResource',
    source: { id: textIri(ARTICLE) },
    styleClass: role,
    selector: [
      { type: 'TextPositionSelector', ...cut(at(words)), ...fields },
      { type: 'TextQuoteSelector', exact: words },
    ],
  })
  const annotation = (...targets: readonly object[]) => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'Annotation',
    body: [{ type: 'TextualBody', purpose: 'classifying', value: 'promise' }],
    target: targets,
  })
  const json = (value: unknown) => ({ 'claims.jsonld': JSON.stringify(value) })

  it('takes one annotation alone, a list and a page', async () => {
    const one = annotation(target('cue', 'poured'))
    for (const document of [one, [one], { type: 'AnnotationPage', items: [one] }])
      expect(await differences(json(document))).toMatchObject([{ kind: 'added', says: { act: 'promise' } }])
  })

  it.each([
    [
      'offsets in UTF-16',
      annotation(target('cue', 'poured', { start: utf16('poured')[0], end: utf16('poured')[1] })),
      /gives \d+ to \d+ as "poured"/,
    ],
    [
      'another text',
      annotation({ ...target('cue', 'poured'), source: 'https://example.org/' }),
      /names its text as "https/,
    ],
    [
      'no role',
      annotation({ ...target('cue', 'poured'), styleClass: 'highlight' }),
      /whose styleClass is none of source/,
    ],
    ['no position', annotation({ ...target('cue', 'poured'), selector: [] }), /without a TextPositionSelector/],
    ['no target', annotation(), /has no target/],
    ['a content alone', annotation(target('content', 'poured')), /is a new claim without a cue/],
    ['no annotations', { type: 'AnnotationCollection', total: 0 }, /holds no annotations/],
  ])('refuses %s', async (_, document, message) => {
    expect(await refusal(json(document), { tool: 'web-annotation' })).toMatch(message)
  })
})

describe('Prodigy', () => {
  const task = (fields: object) => ({
    'tasks.jsonl': `${JSON.stringify({ text: TEXT, spans: [], answer: 'accept', ...fields })}\n`,
  })
  const span = (label: string, words: string) => ({ ...cut(at(words)), token_start: 0, token_end: 0, label })

  it('leaves out what was not accepted, and counts it', async () => {
    const text = task({ answer: 'ignore', spans: [span('cue', 'poured')] })['tasks.jsonl']
    const read = await readReturned(new Map([['tasks.jsonl', new TextEncoder().encode(text)]]), null)
    expect(read).toEqual({ articles: [], unanswered: 1 })
  })

  it('refuses relations of words that are marked no more, as other views leave them', async () => {
    const relations = [{ label: 'source', head_span: span('cue', 'poured'), child_span: span('source', 'reporters') }]
    const message = /has relation 1 of words that are marked no more; correct relations in rel\.manual/
    expect(await refusal(task({ spans: [span('cue', 'poured')], relations }))).toMatch(message)
  })
})

describe('files that are damaged or no annotations', () => {
  it.each([
    ['bytes that are no UTF-8', { 'a.ann': Uint8Array.of(0xff, 0xfe, 0x41) }, /^a\.ann is no UTF-8 text/],
    ['JSON cut short', { 'all.jsonl': '{"text": "x", "entities": [' }, /^all\.jsonl is by none of the tools/],
    ['a list of anything', { 'a.json': '[1, 2]' }, /^a\.json is by none of the tools/],
    ['an archive cut short', { 'a.zip': Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0) }, /^a\.zip cannot be unpacked/],
    ['a document type that grows', { 'a.xmi': '<!DOCTYPE x [<!ENTITY a "b">]><xmi:XMI>&a;</xmi:XMI>' }, /^a\.xmi /],
    ['XMI without a text', { 'a.xmi': '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"/>' }, /holds no text/],
  ])('refuses %s', async (_, files, message) => {
    expect(await refusal(files as Record<string, string | Uint8Array>)).toMatch(message)
  })

  it('refuses one article twice', async () => {
    const line = doccano(ENTITIES, RELATIONS)['all.jsonl']
    expect(await refusal({ 'ann.jsonl': line, 'ben.jsonl': line })).toMatch(
      /^ben\.jsonl, line 1, is about the article that ann\.jsonl, line 1, is about too/,
    )
  })
})
