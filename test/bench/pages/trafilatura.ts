import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Collection, ExpectedPage } from './expected-page.ts'

interface Annotated {
  readonly file: string
  readonly with: readonly string[]
  readonly without: readonly string[]
  readonly title?: string
  readonly date?: string
}

/** The pages that trafilatura is evaluated with: a few strings of each that must be read, and a few that must not. */
export function openTrafilatura(folder: string): Collection | null {
  const root = join(folder, 'tests')
  if (!existsSync(join(root, 'evaldata.json'))) return null
  return { name: 'trafilatura', pages: () => readPages(root) }
}

function* readPages(root: string): Generator<ExpectedPage> {
  const annotated = JSON.parse(readFileSync(join(root, 'evaldata.json'), 'utf8')) as Record<string, Annotated>
  for (const { file, with: wanted, without: unwanted, title, date } of Object.values(annotated)) {
    const path = [join(root, 'cache', file), join(root, 'eval', file)].find(candidate => existsSync(candidate))
    if (path === undefined) continue
    yield {
      name: file,
      html: readFileSync(path),
      wanted,
      unwanted,
      ...(title ? { title } : {}),
      ...(date ? { days: [date] } : {}),
    }
  }
}
