import { describe, expect, it } from 'vitest'
import { readStandardInput } from '../../../test/support/read-inputs.ts'
import { wordParagraph as p, wordRun as r, type WordParts, wordDocument } from '../../../test/support/word-document.ts'
import { zipArchive } from '../../../test/support/zip-archive.ts'

const SENTENCES = ['The council of Brenn voted for the bridge on Monday.', '“It is safe,” said Ida Holm, who built it.']

async function read(parts: WordParts) {
  const [outcome] = await readStandardInput(wordDocument(parts), { anyLanguage: true })
  if (outcome?.outcome !== 'article') throw new Error(JSON.stringify(outcome))
  return { ...outcome.article, leftOut: outcome.leftOut ?? [] }
}
const paragraphsOf = async (body: string) => (await read({ body })).text.split('\n\n')

describe('Word documents', () => {
  it('are read paragraph by paragraph, with what they say of themselves', async () => {
    const properties =
      '<dc:title>Brenn votes</dc:title><dc:creator>Ann Lee</dc:creator><dcterms:created>2026-03-04T08:00:00Z</dcterms:created><dcterms:modified>2026-03-04T09:30:00Z</dcterms:modified>'
    const article = await read({ body: SENTENCES.map(text => p(text)).join(''), properties })
    expect(article).toMatchObject({
      text: SENTENCES.join('\n\n'),
      title: 'Brenn votes',
      byline: 'Ann Lee',
      publishedAt: '2026-03-04T08:00:00Z',
      modifiedAt: '2026-03-04T09:30:00Z',
      decodedAs: 'utf-8',
      warnings: [],
      origins: {
        title: 'document property title',
        byline: 'document property creator',
        publishedAt: 'document property created',
      },
    })
  })

  it('take the line in the style of a title for it, whatever the program wrote down', async () => {
    const properties =
      '<dc:title>Microsoft Word - Document1.docx</dc:title><dc:creator>Microsoft Office User</dc:creator>'
    const body = p('Brenn votes for its bridge', 'berschrift1') + SENTENCES.map(text => p(text)).join('')
    expect(await read({ body, properties })).toMatchObject({
      title: 'Brenn votes for its bridge',
      byline: null,
      origins: { title: 'style "heading 1"' },
    })
  })

  it.each([
    [
      'words cut into runs',
      `<w:p>${r('“It is ')}${r('safe', '<w:rPr><w:b/></w:rPr>')}${r(',” she said.')}</w:p>`,
      ['“It is safe,” she said.'],
    ],
    [
      'links',
      `<w:p>${r('He told ')}<w:hyperlink r:id="1">${r('the Courier')}</w:hyperlink>${r(' so.')}</w:p>`,
      ['He told the Courier so.'],
    ],
    [
      'fields',
      `<w:p>${r('On ')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('Monday')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
      ['On Monday'],
    ],
    [
      'line breaks and tabs',
      `<w:p>${r('One')}<w:r><w:br/></w:r>${r('two')}<w:r><w:tab/><w:t>three</w:t></w:r></w:p>`,
      ['One\ntwo\tthree'],
    ],
    ['hyphens that do not break', `<w:p>${r('vice')}<w:r><w:noBreakHyphen/></w:r>${r('chair')}</w:p>`, ['vice‑chair']],
    ['entities', p('Smith & Sons <said> so'), ['Smith & Sons <said> so']],
    [
      'lists',
      ['one', 'two'].map(text => `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr>${r(text)}</w:p>`).join(''),
      ['one', 'two'],
    ],
    [
      'tables',
      `<w:tbl><w:tr><w:tc>${p('Brenn')}</w:tc><w:tc>${p('41')}</w:tc></w:tr><w:tr><w:tc>${p('Orrin')}</w:tc><w:tc>${p('7')}</w:tc></w:tr></w:tbl>`,
      ['Brenn\t41', 'Orrin\t7'],
    ],
    [
      'tables that only lay out the page',
      `<w:tbl><w:tr><w:tc>${p('One.')}${p('Two.')}</w:tc><w:tc>${p('Three.')}</w:tc></w:tr></w:tbl>`,
      ['One.', 'Two.', 'Three.'],
    ],
    [
      'content controls',
      `<w:sdt><w:sdtContent>${p('One.')}<w:p><w:sdt><w:sdtContent>${r('Two.')}</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>`,
      ['One.', 'Two.'],
    ],
    [
      'insertions that are tracked',
      `<w:p>${r('She said ')}<w:ins w:id="1">${r('again ')}</w:ins>${r('no.')}</w:p>`,
      ['She said again no.'],
    ],
    [
      'text boxes, once',
      `<w:p>${r('Body.')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${p('In a box.')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p('In a box.')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>${p('After.')}`,
      ['Body.', 'In a box.', 'After.'],
    ],
    [
      'paragraphs whose mark was deleted',
      `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${r('One ')}</w:p>${p('line.')}`,
      ['One line.'],
    ],
    ['empty paragraphs', `<w:p/>${p('One.')}${p('   ')}<w:p><w:pPr/></w:p>${p('Two.')}`, ['One.', 'Two.']],
  ])('keep %s as they are shown', async (_, body, paragraphs) => {
    expect(await paragraphsOf(body)).toEqual(paragraphs)
  })

  it('put the notes that the text refers to behind it', async () => {
    const footnotes = `<w:footnote w:type="separator" w:id="-1">${p('---')}</w:footnote><w:footnote w:id="2">${p('Said in an interview.')}</w:footnote><w:footnote w:id="3">${p('Not referred to.')}</w:footnote>`
    const body = `<w:p>${r('He left.')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>${p('She stayed.')}`
    expect((await read({ body, footnotes })).text).toBe('He left.\n\nShe stayed.\n\nSaid in an interview.')
  })

  it('leave out what is not of the article, and keep it with the reason', async () => {
    const body = [
      `<w:p>${r('She said ')}<w:del w:id="1"><w:r><w:delText>maybe </w:delText></w:r></w:del>${r('no.')}</w:p>`,
      `<w:del w:id="2"><w:p>${r('A whole paragraph.')}</w:p></w:del>`,
      `<w:p>${r('Seen.')}${r('Not seen.', '<w:rPr><w:vanish/></w:rPr>')}${r(' Seen.', '<w:rPr><w:vanish w:val="false"/></w:rPr>')}</w:p>`,
      p('The bridge at dawn', 'Beschriftung'),
      p('Chapter one\t3', 'Verzeichnis1'),
    ].join('')
    const { text, leftOut } = await read({
      body,
      comments: `<w:comment w:id="1">${p('Is this true?')}</w:comment>`,
      header: p('Draft of the Courier'),
      footer: p('Page 1'),
    })
    expect(text).toBe('She said no.\n\nSeen. Seen.')
    expect(leftOut).toEqual([
      { reason: 'deleted text', text: 'maybe' },
      { reason: 'deleted text', text: 'A whole paragraph.' },
      { reason: 'hidden text', text: 'Not seen.' },
      { reason: 'image caption', text: 'The bridge at dawn' },
      { reason: 'table of contents', text: 'Chapter one\t3' },
      { reason: 'comment', text: 'Is this true?' },
      { reason: 'page header', text: 'Draft of the Courier' },
      { reason: 'page footer', text: 'Page 1' },
    ])
  })
})

describe('what is no Word document that can be read', () => {
  const whole = wordDocument({ body: p('One.') })

  it.each([
    ['cut off', whole.subarray(0, whole.length / 2), 'malformed', 'damaged ZIP archive'],
    [
      'without its text',
      zipArchive([{ name: 'word/styles.xml', content: '<w:styles/>' }]),
      'malformed',
      'without a text of Word',
    ],
    [
      'with XML that does not end',
      zipArchive([{ name: 'word/document.xml', content: '<w:document><w:body' }]),
      'malformed',
      'no valid XML',
    ],
    [
      'locked',
      zipArchive([{ name: 'word/document.xml', content: 'x', isLocked: true }]),
      'malformed',
      'locked with a password',
    ],
    [
      'with entities that hold others',
      zipArchive([{ name: 'word/document.xml', content: '<!DOCTYPE a [<!ENTITY b "&c;&c;">]><w:document/>' }]),
      'malformed',
      'entities',
    ],
    [
      'too deep',
      zipArchive([{ name: 'word/document.xml', content: `${'<w:sdt>'.repeat(600)}${'</w:sdt>'.repeat(600)}` }]),
      'too-deep',
      '--max-depth',
    ],
    ['of too many elements', wordDocument({ body: '<w:p/>'.repeat(50_001) }), 'too-complex', '--max-elements'],
    ['a bomb', wordDocument({ body: p('x'.repeat(15_000_000)) }), 'too-large', '--max-ratio'],
  ])('is a failure that says what it is: %s', async (_, bytes, kind, words) => {
    const [outcome] = await readStandardInput(bytes, { format: 'docx' })
    expect(outcome).toMatchObject({ outcome: 'failed', kind, error: expect.stringContaining(words) })
  })

  it.each([
    ['of the old kind', Buffer.from('d0cf11e0a1b11ae1000000', 'hex')],
    ['plain text', Buffer.from('He said so.')],
  ])('is said to be %s', async (_, bytes) => {
    const [outcome] = await readStandardInput(bytes, { format: 'docx' })
    expect(outcome).toMatchObject({ outcome: 'failed', kind: 'malformed' })
  })

  it('is empty where it has no words, and other archives stay what they are', async () => {
    expect(await readStandardInput(wordDocument({ body: '<w:p/>' }))).toMatchObject([
      { outcome: 'skipped', reason: 'empty' },
    ])
    const archive = zipArchive([{ name: 'a.txt', content: 'He said so.' }])
    await expect(readStandardInput(archive)).rejects.toThrow('a ZIP archive or an office document, not text')
  })
})
