import type { EnteringStore } from '../../../store/entering.ts'
import type { StoreDatabase } from '../../../store/schema.ts'
import type { EnteredArticle } from '../../across-step.ts'
import { BEING_ENTERED } from '../../entry-versions.ts'
import { judgeSame } from '../../wording/judge-wordings.ts'
import { readWording } from '../../wording/wording.ts'
import { type EnteredClaim, readClaims } from '../stored-claims.ts'
import { ClaimTable } from './claim-table.ts'

const ARTICLES_A_PAGE = 500

export interface Gathered {
  readonly claims: ClaimTable
  /** Wordings by their numbers. */
  readonly texts: readonly string[]
}

/** Every claim of the articles that are being entered at once, in the order of these; without those that tell too little to tie anybody. */
export async function gatherClaims(store: EnteringStore): Promise<Gathered> {
  const numbers = new Map<string, number | null>()
  const texts: string[] = []
  const claims = new ClaimTable(texts)
  for (let after = Number.NEGATIVE_INFINITY; ; ) {
    const page = await store.read(database => readPage(database, after))
    const last = page.articles.at(-1)
    if (last === undefined) return { claims, texts }
    after = last.rowid
    const own = Map.groupBy(page.claims, ({ articleRowid }) => articleRowid)
    for (const { rowid, uri, publisher } of page.articles) {
      const [first] = own.get(rowid) ?? []
      if (first === undefined) continue
      claims.beginArticle({ rowid, uri, publisher, seen: first.seenAt, seenBy: first.seenBy })
      for (const claim of own.get(rowid) ?? []) {
        const number = numberOf(claim.words, numbers, texts)
        if (number !== null) claims.push(claim, number)
      }
    }
  }
}

type ArticleOfPage = EnteredArticle & { readonly publisher: string | null }

async function readPage(
  database: StoreDatabase,
  after: number,
): Promise<{ readonly articles: readonly ArticleOfPage[]; readonly claims: readonly EnteredClaim[] }> {
  const entries = database
    .selectFrom('across_entry')
    .innerJoin('article', 'article.rowid', 'across_entry.article_rowid')
    .select(['article.rowid', 'article.id', 'article.uri', 'article.publisher'])
    .where('across_entry.version', '=', BEING_ENTERED)
  const articles = await (Number.isFinite(after) ? entries.where('across_entry.article_rowid', '>', after) : entries)
    .orderBy('across_entry.article_rowid')
    .limit(ARTICLES_A_PAGE)
    .execute()
  return { articles, claims: await readClaims(database, articles) }
}

/** Null where it tells too little. */
function numberOf(words: string, numbers: Map<string, number | null>, texts: string[]): number | null {
  const known = numbers.get(words)
  if (known !== undefined) return known
  const number = judgeSame(readWording(words)) === null ? null : texts.push(words) - 1
  numbers.set(words, number)
  return number
}
