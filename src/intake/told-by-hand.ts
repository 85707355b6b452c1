import type { Article, MetadataOrigins } from '../domain/article.ts'
import { HearsayError } from '../domain/errors.ts'
import { toLine } from '../read/article/draft.ts'
import { readPublishedTime } from '../read/dates/published-time.ts'
import type { InputOutcome } from '../read/format.ts'
import { articlesOf, type ToldByHand } from './submission.ts'

/** By what such values are known. */
const BY_HAND = 'given by hand'

/**
 * The outcomes with what somebody said of the article, where there is one: of several nobody knows which is meant.
 *
 * @throws HearsayError (2) when the date is none
 */
export function tellByHand(outcomes: readonly InputOutcome[], told: ToldByHand): readonly InputOutcome[] {
  const published = readDate(told.published)
  if (articlesOf({ outcomes }).length !== 1) return outcomes
  const { title, byline, publisher } = told
  const known = {
    title: toLine(title),
    byline: toLine(byline),
    publisher: toLine(publisher),
    publishedAt: published,
  } satisfies Partial<Article>
  const given = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null))
  const origins = Object.fromEntries(Object.keys(given).map(field => [field, BY_HAND])) as MetadataOrigins
  if (Object.keys(given).length === 0) return outcomes
  return outcomes.map(outcome => {
    if (outcome.outcome !== 'article') return outcome
    const { article } = outcome
    return {
      ...outcome,
      article: Object.freeze({
        ...article,
        ...given,
        origins: Object.freeze(inOneOrder({ ...article.origins, ...origins })),
      }),
    }
  })
}

const ORDER = ['title', 'byline', 'publisher', 'publishedAt', 'modifiedAt', 'language', 'section', 'uri'] as const

/** As `createArticle` has them, so that equal articles are written alike. */
function inOneOrder(origins: MetadataOrigins): MetadataOrigins {
  return Object.fromEntries(ORDER.flatMap(field => (origins[field] === undefined ? [] : [[field, origins[field]]])))
}

function readDate(value: string | undefined): string | null {
  if (value === undefined || value.trim() === '') return null
  const { publishedAt } = readPublishedTime(value)
  if (publishedAt !== null) return publishedAt
  throw new HearsayError(
    `“${value.slice(0, 100)}” is no date of publication; write it as 2026-05-31, or leave it out.`,
    'date-invalid',
  )
}
