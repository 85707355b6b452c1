import type { LeftOutPassage } from '../../../src/domain/articles/left-out.ts'
import type { Discovered } from '../../../src/read/discover.ts'
import type { InputOutcome } from '../../../src/read/format.ts'
import { type ReadOptions, readDiscovered as readReally } from '../../../src/read/read-discovered.ts'

/*
 * The real reader, except that it leaves the same passages out of every article and knows a section and a time of change:
 * for tests of what becomes of that, whatever readers find furniture.
 */

/** As a thread takes it. */
export const LEAVING_OUT = new URL(import.meta.url)

export const PASSAGES: readonly LeftOutPassage[] = [
  { reason: 'related links', text: 'More on this:\nHarbour dredged <script>alert(1)</script>' },
  { reason: 'comments', text: `Well said \u202e\u001b[31m ${'and well written '.repeat(20)}the end` },
]

export async function* readDiscovered(input: Discovered, options: ReadOptions): AsyncGenerator<InputOutcome> {
  for await (const outcome of readReally(input, options)) {
    if (outcome.outcome !== 'article') {
      yield outcome
      continue
    }
    const { article, origin } = outcome
    const origins = { ...article.origins, section: `breadcrumbs of ${origin.location}` }
    const known = { section: 'Harbour', modifiedAt: '2026-03-05T09:00:00Z', origins }
    yield { ...outcome, article: { ...article, ...known }, leftOut: PASSAGES }
  }
}
