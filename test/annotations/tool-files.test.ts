import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Tool } from '../../src/annotations/formats.ts'
import { readReturned } from '../../src/annotations/read-returned.ts'
import type { OffsetUnit } from '../../src/annotations/returned-article.ts'
import { type TakenBack, takeBack } from '../../src/annotations/take-back.ts'
import { HearsayError } from '../../src/domain/errors.ts'
import { textIri } from '../../src/export/iri.ts'
import type { StoreReader } from '../../src/store/reader.ts'
import { openForReading } from '../../src/store/sqlite/open-for-reading.ts'
import { buildArticle, buildArticleRecord, spanOf } from '../support/article-record.ts'
import { storeRecordsAt } from '../support/stored-database.ts'
import { zipArchive } from '../support/zip-archive.ts'

/** An emoji before everything, one inside the content, a character of two code points, and CRLF in a quotation. */
const TEXT = '😀 Rene\u0301e Roy told reporters: “It 🌧\ufe0f rained.\r\n\r\n“It poured.”\r\nAda Mwale denied it.\n'
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
const { id: ARTICLE } = buildArticle(TEXT)
const [TOLD, DENIED] = RECORD.claims.map(({ id }) => id) as [string, string]
const NAME = `article-${ARTICLE.slice(0, 16)}`

const folder = mkdtempSync(join(tmpdir(), 'hearsay-tool-files-'))
let reader: StoreReader
beforeAll(() => {
  storeRecordsAt(join(folder, 'claims.db'), [RECORD])
  reader = openForReading(join(folder, 'claims.db'))
})
afterAll(async () => {
  await reader.close()
  rmSync(folder, { recursive: true })
})

interface Giving {
  readonly tool?: Tool
  readonly unit?: OffsetUnit
  readonly complete?: boolean
  readonly accept?: boolean
}

async function take(
  files: Readonly<Record<string, string | Uint8Array>>,
  { tool, unit, complete = false, accept = false }: Giving = {},
): Promise<TakenBack[]> {
  const { database } = reader
  const bytes = Object.entries(files).map(
    ([name, content]) => [name, typeof content === 'string' ? new TextEncoder().encode(content) : content] as const,
  )
  const { articles } = await readReturned(new Map(bytes), tool ?? null, unit ?? null)
  return await takeBack(database, articles, { isComplete: complete, accepts: accept })
}

async function differences(files: Readonly<Record<string, string | Uint8Array>>, giving?: Giving) {
  return (await take(files, giving)).flatMap(({ differences }) => differences)
}

async function refusal(files: Readonly<Record<string, string | Uint8Array>>, giving?: Giving): Promise<string> {
  const error = await take(files, giving).then(
    () => null,
    (error: unknown) => error,
  )
  expect(error).toBeInstanceOf(HearsayError)
  expect((error as HearsayError).message).toMatch(/nothing was taken over\.$/)
  return (error as HearsayError).message
}

const at = (words: string, from = 0) => spanOf(TEXT, words, from)
const utf16 = (words: string) => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length] as const

/** As brat's server writes a text and what was annotated in it: words over a line end in parts, and roles with numbers. */
const BRAT_TEXT = TEXT.replaceAll('\r', ' ')
const brat = (...lines: readonly string[]) => ({ [`${NAME}.ann`]: `${lines.join('\n')}\n`, [`${NAME}.txt`]: BRAT_TEXT })
const t = (id: string, type: string, ...parts: readonly string[]) => {
  const spans = parts.map(part => at(part))
  return `${id}\t${type} ${spans.map(({ start, end }) => `${start} ${end}`).join(';')}\t${parts.join(' ')}`
}
const BRAT = [
  t('T1', 'Attribution', 'told'),
  t('T2', 'Source', 'Rene\u0301e Roy'),
  t('T3', 'Content', '“It 🌧\ufe0f rained.', '“It poured.”'),
  t('T4', 'Addressee', 'reporters'),
  'E1\tAttribution:T1 Source:T2 Content:T3 Addressee:T4',
  'A1\tAct E1 statement',
  'A2\tQuotation E1 direct',
  'A3\tNaming E1 named',
  `#1\tAnnotatorNotes E1\tclaim ${TOLD}`,
]

describe('brat', () => {
  it('reads what its server writes, without the other claim of which nothing says that it went out', async () => {
    const [taken] = await take(brat(...BRAT))
    expect(taken).toMatchObject({ differences: [], unchanged: 1, absent: 1 })
    expect(await differences(brat(...BRAT), { complete: true })).toEqual([{ kind: 'rejected', claimId: DENIED }])
    const listed = { ...brat(...BRAT), 'hearsay.json': JSON.stringify({ claims: { [NAME]: [TOLD, DENIED] } }) }
    expect(await differences(listed)).toEqual([{ kind: 'rejected', claimId: DENIED }])
    expect(await differences(brat(...BRAT), { accept: true })).toEqual([{ kind: 'accepted', claimId: TOLD }])
  })

  it('joins words again that only a line end parts, and takes a second part of a role by its number', async () => {
    const lines = BRAT.map(line => line.replace(/^T3.*$/, t('T3', 'Content', 'It 🌧\ufe0f rained.', '“It poured.”')))
    const content = [{ start: at('It 🌧').start, end: at('poured.”').end }]
    expect(await differences(brat(...lines))).toEqual([
      { kind: 'changed', claimId: TOLD, says: { spans: { content } } },
    ])
    const two = BRAT.map(line => line.replace('Content:T3', 'Content:T5 Content2:T6'))
    const parts = [t('T5', 'Content', '“It 🌧\ufe0f rained.'), t('T6', 'Content', '“It poured.”')]
    expect(await differences(brat(...two, ...parts))).toEqual([])
  })

  it('takes labels, flags and a name in the note', async () => {
    const lines = BRAT.map(line =>
      line.replace('statement', 'promise').replace(`claim ${TOLD}`, `claim ${TOLD}, Renée Roy`),
    )
    expect(await differences(brat(...lines, 'A4\tNegated E1'))).toEqual([
      { kind: 'changed', claimId: TOLD, says: { spans: {}, act: 'promise', negated: true, name: 'Renée Roy' } },
    ])
  })

  it('takes a new event, with its trigger as cue', async () => {
    const lines = [t('T9', 'Attribution', 'poured'), t('T8', 'Source', 'reporters'), 'E7\tAttribution:T9 Source:T8 ']
    expect(await differences(brat(...BRAT, ...lines))).toEqual([
      {
        kind: 'added',
        where: `${NAME}.ann, E7,`,
        says: {
          spans: { source: [cut(at('reporters'))], cue: [cut(at('poured'))], content: [], addressee: [] },
          negated: false,
        },
      },
    ])
  })

  it.each([
    ['an event of words that are not there', ['E2\tAttribution:T77'], /E2, names T77, which is not there/],
    ['offsets beyond the text', ['T7\tCue 900 905\ttold', 'E2\tAttribution:T7'], /marks 900 to 905, which are no code/],
    [
      'offsets of other words',
      ['T7\tCue 1 5\ttold', 'E2\tAttribution:T7'],
      /gives 1 to 5 as "told", where the article/,
    ],
    ['an unknown label', ['A9\tAct E1 rumour'], /E1, has "rumour", which is none of statement, /],
    ['an id given twice', ['T1\tCue 1 2\tx'], /line 10, gives T1 a second time/],
    ['lines of something else', ['<html>'], /line 10, is no annotation of brat/],
    ['offsets that are none', ['T7\tCue a b\tx'], /line 10, has no offsets as brat writes them/],
    ['another role', ['E2\tAttribution:T1 Theme:T2'], /has "Theme:T2" where source, cue/],
  ])('refuses %s', async (_, lines, message) => {
    expect(await refusal(brat(...BRAT, ...lines))).toMatch(message)
  })

  it('refuses a text that changed, and an article that is not there', async () => {
    const changed = { ...brat(...BRAT), [`${NAME}.txt`]: BRAT_TEXT.replace('poured', 'snowed') }
    expect(await refusal(changed)).toMatch(/has another text than "news\/article\.txt" .*: ".*snowed.*" where it was/)
    const other = { 'other-0123456789abcdef.ann': 'T1\tCue 0 1\tx\n' }
    expect(await refusal(other)).toMatch(/does not hold as 0123456789abcdef/)
  })
})

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

describe('INCEpTION', () => {
  /** As it writes a CAS: tokens and sentences beside the layer, and characters as references. */
  const cas = (
    parts: string,
  ) => `<?xml version="1.0" encoding="UTF-8"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore" xmlns:type5="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore" xmi:version="2.0">
    <cas:NULL xmi:id="0"/>
    <type5:Token xmi:id="19" sofa="12" begin="0" end="2"/>
    <type5:Sentence xmi:id="64" sofa="12" begin="0" end="16"/>
    ${parts}
    <cas:Sofa xmi:id="12" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="${TEXT.replace(/[^ -~]|[<>&"]/gu, sign => `&#${sign.codePointAt(0)};`)}"/>
    <cas:View sofa="12" members="19 64"/>
</xmi:XMI>`
  const part = (role: string, [begin, end]: readonly [number, number], claim: string, labels = '') =>
    `<custom:ClaimPart xmi:id="${begin}" sofa="12" begin="${begin}" end="${end}" claim="${claim}" ${labels} role="${role}"/>`
  const own = TOLD.slice(0, 8)
  const PARTS = [
    part('cue', utf16('told'), own, 'act="statement" quotation="direct" naming="named" negated="no"'),
    part('source', utf16('Rene\u0301e Roy'), own),
    part('content', utf16('“It 🌧\ufe0f rained.\r\n\r\n“It poured.”'), own),
    part('addressee', utf16('reporters'), own),
  ].join('\n')

  it('reads the CAS of a document, and its archive', async () => {
    expect(await differences({ 'admin.xmi': cas(PARTS) })).toEqual([])
    const zip = zipArchive([
      { name: `${NAME}.xmi`, content: cas(PARTS) },
      { name: 'TypeSystem.xml', content: '<typeSystemDescription/>' },
    ])
    expect(await differences({ 'admin.zip': zip })).toEqual([])
  })

  it('takes a new claim by a word of its own', async () => {
    const added = part('cue', utf16('poured'), 'new1', 'act="belief"') + part('source', utf16('reporters'), 'new1')
    expect(await differences({ 'admin.xmi': cas(PARTS + added) })).toMatchObject([
      { kind: 'added', says: { act: 'belief', spans: { cue: [cut(at('poured'))] } } },
    ])
  })

  it.each([
    ['a part of no claim', part('cue', utf16('poured'), ''), /xmi:id \d+ without a word as claim/],
    ['another role', part('topic', utf16('poured'), 'x'), /has "topic", which is none of source, cue/],
    ['two acts', part('source', utf16('poured'), own, 'act="denial"'), /has two values as act: statement, denial/],
    [
      'offsets that are none',
      part('cue', [5, Number.NaN], 'x'),
      /as end of the part with xmi:id 5, which is no offset/,
    ],
    ['half a character', part('cue', [1, 3], 'x'), /marks 1 to 3, which are no utf-16 of its article/],
  ])('refuses %s', async (_, parts, message) => {
    expect(await refusal({ 'admin.xmi': cas(PARTS + parts) })).toMatch(message)
  })

  it('reads WebAnno TSV with numbers, pieces of tokens and signs behind backslashes', async () => {
    const row = (id: string, [start, end]: readonly [number, number], form: string, ...cells: string[]) =>
      `${id}\t${start}-${end}\t${form}\t${cells.join('\t')}\t`
    const piece = (words: string) => utf16(words)
    const tsv = [
      '#FORMAT=WebAnno TSV 3.3',
      '#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value',
      '#T_SP=webanno.custom.ClaimPart|act|claim|role',
      '',
      '',
      '#Text=😀 Renée Roy told reporters: “It 🌧 rained.',
      row('1-1', piece('😀'), '😀', '_', '_', '_', '_', '_'),
      row('1-2', piece('Rene\u0301e'), 'Rene\u0301e', '*[1]', 'PER[1]', '*[2]', `${own}[2]`, 'source[2]'),
      row('1-3', piece('Roy'), 'Roy', '*[1]', 'PER[1]', '*[2]', `${own}[2]`, 'source[2]'),
      row('1-4', piece('told'), 'told', '_', '_', 'statement', own, 'cue'),
      row(
        '1-5',
        piece('reporters'),
        'reporters',
        '_',
        '_',
        '*[3]|*[4]',
        `${own}[3]|new\\_1[4]`,
        'addressee[3]|source[4]',
      ),
      row('1-6', piece('poured'), 'poured', '_', '_', '_', '_', '_'),
      row('1-6.1', piece('oured'), 'oured', '_', '_', 'promise', 'new\\_1', 'cue'),
    ]
    const taken = await differences({ [`annotation/${NAME}.tsv`]: tsv.join('\n') })
    expect(taken).toMatchObject([
      { kind: 'changed', claimId: TOLD, says: { spans: { content: [] } } },
      {
        kind: 'added',
        says: { act: 'promise', spans: { source: [cut(at('reporters'))], cue: [cut(at('oured'))], content: [] } },
      },
    ])
    const moved = tsv.map(line => line.replace('told\t_', 'tell\t_'))
    expect(await refusal({ [`${NAME}.tsv`]: moved.join('\n') })).toMatch(/as "tell", where the article has "told"/)
    const broken = tsv.map(line => line.replace(/^1-4\t/, '1-x\t'))
    expect(await refusal({ [`${NAME}.tsv`]: broken.join('\n') })).toMatch(/line 10 that is no token/)
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

function cut({ start, end }: { readonly start: number; readonly end: number }) {
  return { start, end }
}
