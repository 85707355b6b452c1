import type { QuotationType } from '../../domain/labels.ts'
import type { EnteringStore } from '../../store/entering.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import type { EnteredArticle } from '../across-step.ts'
import { BEING_ENTERED } from '../entry-versions.ts'
import type { Member } from '../grouping/member.ts'
import { judgeSame } from '../wording/judge-wordings.ts'
import { readWording } from '../wording/wording.ts'
import { type EnteredClaim, readClaims } from './stored-claims.ts'

const ARTICLES_A_PAGE = 500

/** A claim among all that are entered at once. Texts that many claims share are kept once. */
export interface GatheredClaim extends Member, Omit<EnteredClaim, 'words' | 'seenAt' | keyof Member> {
  /** When its words were seen, as it is kept. */
  readonly seen: string | null
  readonly publisher: string | null
  /** Number of its wording. */
  readonly number: number
  /** Its place among all claims. */
  readonly place: number
}

export interface Gathered {
  readonly claims: readonly GatheredClaim[]
  /** Wordings by their numbers. */
  readonly texts: readonly string[]
}

/** Every claim of the articles that are being entered at once, in the order of these; without those that tell too little to tie anybody. */
export async function gatherClaims(store: EnteringStore): Promise<Gathered> {
  const claims: GatheredClaim[] = []
  const numbers = new Map<string, number | null>()
  const texts: string[] = []
  const known = new Map<string, string>()
  for (let after = Number.NEGATIVE_INFINITY; ; ) {
    const page = await store.read(database => readPage(database, after))
    const last = page.articles.at(-1)
    if (last === undefined) return { claims, texts }
    after = last.rowid
    const articleOf = new Map(page.articles.map(article => [article.rowid, article]))
    // Those of a page only: nearly every article has a time of its own.
    const times = new Map<string, string>()
    for (const { words, seenAt, speaker, quotation, ...claim } of page.claims) {
      const number = numberOf(words, numbers, texts)
      const article = articleOf.get(claim.articleRowid)
      if (number === null || article === undefined) continue
      claims.push({
        ...claim,
        article: article.uri,
        publisher: keepOnce(article.publisher, known),
        quotation: keepOnce(quotation, known) as QuotationType,
        wording: texts[number] as string,
        number,
        place: claims.length,
        speaker: keepOnce(speaker, known),
        seen: keepOnce(seenAt, times),
        seenAt: seenAt === null ? null : Date.parse(seenAt),
      })
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

/** The same string, so that equal ones lie in memory once. */
function keepOnce<Text extends string | null>(text: Text, kept: Map<string, string>): Text {
  if (text === null) return text
  const known = kept.get(text)
  if (known !== undefined) return known as Text
  kept.set(text, text)
  return text
}
