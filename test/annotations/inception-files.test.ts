import { describe, expect, it } from 'vitest'
import { zipArchive } from '../support/zip-archive.ts'
import { at, cut, differences, NAME, refusal, storeOneArticle, TEXT, TOLD, utf16 } from './one-article.ts'

storeOneArticle()

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
