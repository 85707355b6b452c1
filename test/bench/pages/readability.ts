import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DEFAULT_LIMITS } from '../../../src/read/limits/limits.ts'
import { parsePage } from '../../../src/read/markup/html/parse-html.ts'
import { readBlocks } from '../../../src/read/markup/html/read-blocks.ts'
import type { Collection, ExpectedPage } from './expected-page.ts'

const DATA = 'test/test-pages'
const NO_TEXT: ReadonlySet<string> = new Set(['figcaption', 'figure', 'head', 'script', 'style', 'svg'])

interface Metadata {
  readonly title?: string | null
  readonly publishedTime?: string | null
  readonly readerable?: boolean
}

/** The pages that Readability is tested with, those that it takes for articles. */
export function openReadability(folder: string): Collection | null {
  const root = join(folder, DATA)
  if (!existsSync(root)) return null
  return { name: 'readability', pages: () => readPages(root) }
}

function* readPages(root: string): Generator<ExpectedPage> {
  for (const name of readdirSync(root).toSorted()) {
    const read = (file: string) => readFileSync(join(root, name, file))
    const { title, publishedTime, readerable } = JSON.parse(read('expected-metadata.json').toString()) as Metadata
    if (readerable !== true) continue
    const expected = parsePage(read('expected.html').toString(), DEFAULT_LIMITS)
    const blocks = readBlocks(expected, { isLeftOut: ({ nodeName }) => NO_TEXT.has(nodeName) })
    // The rest is as often a caption, a button or a table of facts, which Readability keeps where it does not know better.
    const inParagraphs = blocks.filter(({ path }) => path.some(({ nodeName }) => nodeName === 'p'))
    const paragraphs = (inParagraphs.length > 0 ? inParagraphs : blocks).map(({ text }) => text)
    const day = publishedTime?.slice(0, 10)
    yield {
      name,
      html: read('source.html'),
      paragraphs,
      allowed: blocks.map(({ text }) => text),
      ...(title ? { title } : {}),
      ...(day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { days: [day] } : {}),
    }
  }
}
