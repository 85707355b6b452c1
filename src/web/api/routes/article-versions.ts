import { z } from 'zod'
import type { Span } from '../../../domain/span.ts'
import { compareStored } from '../../../families/versions/choose-versions.ts'
import { findVersions } from '../../../store/queries/across/versions.ts'
import { resolveArticle } from '../../../store/queries/references/resolve-article.ts'
import { API } from '../address.ts'
import { defineRoute } from '../api-route.ts'
import { reference } from '../schemas/paging.ts'
import { VERSION_DIFFERENCE, VERSIONS } from '../schemas/version.ts'

const PATH = z.strictObject({ article: reference('article') })

export const getArticleVersions = defineRoute({
  id: 'getArticleVersions',
  method: 'get',
  at: '/articles/{article}/versions',
  summary: 'List the versions of an article: the texts that were found under its addresses',
  path: PATH,
  query: z.strictObject({}),
  body: null,
  answer: { status: 200, name: 'Versions', schema: VERSIONS, description: 'The versions, first to last.' },
  problems: [404],
  async answerTo({ site }, { path }) {
    const versions = await findVersions(site.database, await resolveArticle(site.database, path.article))
    return {
      items: versions.map(version => {
        const at = `${API}/articles/${version.article_id}`
        return {
          uri: version.uri,
          version: version.version,
          versions: version.versions,
          article: version.article_id,
          previous: version.previous_id,
          next: version.next_id,
          retrieved_at: version.retrieved_at,
          seen_at: version.seen_at,
          current: version.is_current === 1,
          links: {
            article: at,
            changes: version.previous_id === null ? null : `${at}/changes?with=${version.previous_id}`,
          },
        }
      }),
    }
  },
})

export const getArticleChanges = defineRoute({
  id: 'getArticleChanges',
  method: 'get',
  at: '/articles/{article}/changes',
  summary: 'Say what changed in an article since the version before it',
  description:
    'The first version is compared with the second. Blanks, kinds of quotation marks and order are no change.',
  path: PATH,
  query: z.strictObject({
    with: reference('text to compare it with').optional(),
  }),
  body: null,
  answer: {
    status: 200,
    name: 'VersionDifference',
    schema: VERSION_DIFFERENCE,
    description: 'The changes of claims, of other words, and notes.',
  },
  problems: [404],
  async answerTo({ site }, { path, query }) {
    const difference = await compareStored(site.database, path.article, query.with ?? null)
    if (difference === null) return { before: null, after: null, noted: false, read_otherwise: 0, changes: [] }
    return {
      before: difference.before.id,
      after: difference.after.id,
      noted: difference.changes.some(({ change }) => change === 'noted'),
      read_otherwise: difference.readOtherwise,
      changes: difference.changes.map(change => ({
        change: change.change,
        field: change.field,
        claim_before: change.claimBefore,
        claim_after: change.claimAfter,
        before: change.before,
        after: change.after,
        span_before: toPair(change.spanBefore),
        span_after: toPair(change.spanAfter),
      })),
    }
  },
})

function toPair(span: Span | null): [number, number] | null {
  return span === null ? null : [span.start, span.end]
}
