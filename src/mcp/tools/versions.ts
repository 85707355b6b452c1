import { z } from 'zod'
import { compareStored } from '../../families/versions/choose-versions.ts'
import { findVersions } from '../../store/queries/across/versions.ts'
import { resolveArticle } from '../../store/queries/references/resolve-article.ts'
import type { Tool } from '../tool.ts'

/** Most that is given of the changes, and of the versions. */
const MOST = { changes: 100, versions: 50 }

const input = z.strictObject({
  article: z.string().min(1).max(500).describe('An article’s URI, the end of it, or the beginning of its id.'),
  with: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .describe('Another text to compare it with; the version before it where this is left out.'),
})

/** What became of an article. */
export const versions: Tool<z.infer<typeof input>> = {
  name: 'versions',
  title: 'Say what changed in an article',
  description:
    'Takes an article and lists the texts that were found under its address, and what changed from the version before it (of the first, ' +
    'to the second): claims that are gone or new, other words, another or no name, and notes of a correction; "noted" says whether the ' +
    'later version tells of a change itself. Offsets count Unicode code points of the text of their side. Without another version ' +
    '"changes" is empty and "before" null.',
  input,
  async answer({ database }, { article, with: other }) {
    const known = await findVersions(database, await resolveArticle(database, article))
    const difference = await compareStored(database, article, other ?? null)
    const changes = difference?.changes ?? []
    return {
      versions: known.slice(0, MOST.versions),
      before: difference?.before.id ?? null,
      after: difference?.after.id ?? null,
      noted: changes.some(({ change }) => change === 'noted'),
      changes: changes.slice(0, MOST.changes).map(({ unit, ...change }) => change),
      left_off: Math.max(0, changes.length - MOST.changes) + Math.max(0, known.length - MOST.versions),
    }
  },
}
