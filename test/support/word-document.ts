import { type ZipPart, zipArchive } from './zip-archive.ts'

const SPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'

const STYLES = [
  ['Title', 'Title'],
  ['berschrift1', 'heading 1'],
  ['Beschriftung', 'caption'],
  ['Verzeichnis1', 'toc 1'],
]
  .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
  .join('')

/** What a Word document of a test holds, each as the XML inside the root of its part. */
export interface WordParts {
  readonly body: string
  readonly footnotes?: string
  readonly comments?: string
  readonly header?: string
  readonly footer?: string
  /** Elements of `docProps/core.xml`. */
  readonly properties?: string
  readonly more?: readonly ZipPart[]
}

/** A paragraph of one run. */
export function wordParagraph(text: string, style?: string): string {
  const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`
  return `<w:p>${properties}${wordRun(text)}</w:p>`
}

export function wordRun(text: string, properties = ''): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<w:r>${properties}<w:t xml:space="preserve">${escaped}</w:t></w:r>`
}

/** A document as Word writes it. */
export function wordDocument({ body, footnotes, comments, header, footer, properties, more = [] }: WordParts): Buffer {
  const part = (name: string, root: string, content: string | undefined): readonly ZipPart[] =>
    content === undefined
      ? []
      : [
          {
            name,
            content: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${root} ${SPACES}>${content}</w:${root}>`,
          },
        ]
  const core = `<?xml version="1.0"?><cp:coreProperties xmlns:cp="cp" xmlns:dc="dc" xmlns:dcterms="dct">${properties}</cp:coreProperties>`
  return zipArchive([
    { name: '[Content_Types].xml', content: '<Types/>' },
    ...part('word/document.xml', 'document', `<w:body>${body}<w:sectPr/></w:body>`),
    ...part('word/styles.xml', 'styles', STYLES),
    ...part('word/footnotes.xml', 'footnotes', footnotes),
    ...part('word/comments.xml', 'comments', comments),
    ...part('word/header1.xml', 'hdr', header),
    ...part('word/header2.xml', 'hdr', header),
    ...part('word/footer1.xml', 'ftr', footer),
    ...(properties === undefined ? [] : [{ name: 'docProps/core.xml', content: core }]),
    ...more,
  ])
}
