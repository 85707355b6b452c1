import { originOf, reasonOf, toldBy, unread } from '../runs/origins.ts'
import type { InputStatus } from '../schema.ts'
import type { ArticleInput, Batch, Entries, InputOrigin, Told } from '../store.ts'
import { toUtc } from './published.ts'

/** What a batch says of one input: what becomes of its row, the same in every store. */
export interface MetInput {
  readonly location: string
  readonly origin: InputOrigin
  readonly articleId: string | null
  readonly status: InputStatus
  readonly reason: string | null
  /** When it was got. */
  readonly retrieved: string
  readonly times: number
  readonly form: string | null
  readonly places: string | null
  /** Null where its place was not read anew. */
  readonly told: Told | undefined
}

/** The inputs of a batch that gave articles: those that it notes, and of other articles where they say they came from. */
export function inputsOfArticles({ records, dead, inputs = [] }: Batch): ArticleInput[] {
  const noted = new Set(inputs.map(({ articleId }) => articleId))
  const articles = [...records, ...dead].flatMap(({ article }) => (article === null ? [] : [article]))
  return [
    ...articles
      .filter(({ id }) => !noted.has(id))
      .map(article => ({ articleId: article.id, origin: originOf(article), told: toldBy(article, []) })),
    ...inputs,
  ]
}

/**
 * All inputs of a batch, in the order in which they came: those of articles, failures, and what was passed over.
 *
 * @param failureOf why an article failed, or null where it did not
 */
export function metInputs(batch: Batch, failureOf: (articleId: string) => string | null): MetInput[] {
  const now = new Date().toISOString()
  const met = (
    origin: InputOrigin,
    what: Pick<MetInput, 'status' | 'reason' | 'articleId'>,
    { entries, told }: { readonly entries?: Entries | undefined; readonly told?: Told | undefined } = {},
  ): MetInput => {
    const { file: location = origin.location, form = null, times = 1, places } = entries ?? {}
    const retrieved = toUtc(origin.retrievedAt) ?? now
    return { location, origin, ...what, retrieved, times, form, places: toJson(places), told }
  }
  const ofArticles = inputsOfArticles(batch).map(({ articleId, origin, told }) => {
    const reason = failureOf(articleId)
    return met(origin, { status: reason === null ? 'done' : 'dead', reason, articleId }, { told })
  })
  const failed = batch.dead
    .filter(({ article }) => article === null)
    .map(letter => {
      const what = { status: 'dead', reason: reasonOf(letter), articleId: letter.articleId } as const
      return met(letter.origin ?? unread(letter.uri), what, { entries: letter.entries })
    })
  const skipped = batch.skipped.map(({ origin, uri, reason, entries }) =>
    met(origin ?? unread(uri), { status: 'skipped', reason, articleId: null }, { entries }),
  )
  return [...ofArticles, ...failed, ...skipped]
}

function toJson(places: readonly string[] | undefined): string | null {
  return places === undefined ? null : JSON.stringify(places)
}
