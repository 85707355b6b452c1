import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Collection, ExpectedPage } from './expected-page.ts'

const DATA = 'tests/resources/parser/test_data'

interface Parsed {
  readonly title?: string
  readonly publishing_date?: string
  readonly body?: {
    readonly summary: readonly string[]
    readonly sections: readonly { readonly headline: readonly string[]; readonly paragraphs: readonly string[] }[]
  }
}

/** The pages that fundus tests its parsers with; the versions of a parser and its pages follow one another in time. */
export function openFundus(folder: string): Collection | null {
  const root = join(folder, DATA)
  if (!existsSync(root)) return null
  return { name: 'fundus', pages: () => readPages(root) }
}

function* readPages(root: string): Generator<ExpectedPage> {
  for (const file of globSync('*/*.json', { cwd: root }).toSorted()) {
    const versions = JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, Parsed>
    const pages = globSync(`${file.slice(0, -5)}_[0-9]*.html.gz`, { cwd: root }).toSorted()
    const parsed = Object.entries(versions).toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    if (pages.length !== parsed.length) continue
    for (const [index, page] of pages.entries()) yield toPage(join(root, page), parsed[index]?.[1] ?? {})
  }
}

function toPage(path: string, { title, publishing_date: published, body }: Parsed): ExpectedPage {
  const instant = published === undefined ? Number.NaN : Date.parse(published.replace(' ', 'T'))
  return {
    name: basename(path, '.html.gz'),
    html: gunzipSync(readFileSync(path)),
    ...(body === undefined
      ? {}
      : {
          paragraphs: body.sections.flatMap(section => section.paragraphs),
          allowed: [title ?? '', ...body.summary, ...body.sections.flatMap(section => section.headline)],
        }),
    ...(title === undefined ? {} : { title }),
    ...(published === undefined || Number.isNaN(instant)
      ? {}
      : { days: [published.slice(0, 10), new Date(instant).toISOString().slice(0, 10)] }),
  }
}
