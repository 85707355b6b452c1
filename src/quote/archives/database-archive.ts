import type { SpanRole } from '../../domain/labels.ts'
import type { ClaimSpan } from '../../domain/record.ts'
import type { Span } from '../../domain/span.ts'
import { CodePointText } from '../../domain/text/code-point-text.ts'
import { wordsOf } from '../../store/full-text/words.ts'
import { findClaimsByRowid } from '../../store/queries/claims/claims-by-rowid.ts'
import { findSpansOfClaims } from '../../store/queries/claims/spans-of-claims.ts'
import { findHolding, findSourcesOf } from '../../store/queries/search/near-contents.ts'
import { type ArticleText, findTexts, findTextsHolding } from '../../store/queries/search/texts-holding.ts'
import type { ClaimView, StoreDatabase } from '../../store/schema.ts'
import type { Archive, ArchivedClaim, Candidates } from '../archive.ts'
import { compareSpeakers, rankOf } from '../comparing/compare-speakers.ts'
import { isPlain } from '../text/plain-words.ts'
import type { QuotedWords } from '../text/quoted-words.ts'
import { chooseRun, findNearClaims } from './near-claims.ts'

/** Of claims that have all the words in their order so many are read. */
const MOST_EXACT = 20
/** So many are found, and, where somebody is said to say it, looked through for those whose source that is. */
const MOST_HELD = 300
const MOST_BY = 3_000
const MOST_TEXTS = 50
/** Texts are read through for these. */
const MOST_NEEDLES = 3
/** So few are read through in no time. */
const FEW_ARTICLES = 2_000

export interface DatabaseArchiveOptions {
  readonly texts?: 'all' | 'near' | undefined
  /** Ids of articles that are left out. */
  readonly except?: readonly string[] | undefined
}

/** The claims of a database, as they stand corrected, without those that were rejected. */
export async function openDatabaseArchive(
  database: StoreDatabase,
  { texts, except = [] }: DatabaseArchiveOptions,
): Promise<Archive> {
  const readsTexts = texts === 'all' || (texts === undefined && (await hasFewArticles(database)))
  return {
    isSpoken: false,
    findCandidates: (quotation, by) => findCandidates(database, quotation, by, new Set(except)),
    findTexts: readsTexts
      ? async quotation => {
          const found = await findTextsHolding(database, needlesOf(quotation), MOST_TEXTS)
          return found.filter(({ id }) => !except.includes(id))
        }
      : null,
    kindOf: async name => {
      const entity = await database
        .selectFrom('entity')
        .select('kind')
        .where('name', '=', name)
        .orderBy('id')
        .limit(1)
        .executeTakeFirst()
      return entity?.kind ?? null
    },
  }
}

async function hasFewArticles(database: StoreDatabase): Promise<boolean> {
  const last = await database
    .selectFrom('article')
    .select(({ fn }) => fn.max('rowid').as('rowid'))
    .executeTakeFirst()
  return Number(last?.rowid ?? 0) <= FEW_ARTICLES
}

async function findCandidates(
  database: StoreDatabase,
  quotation: QuotedWords,
  by: string | null,
  except: ReadonlySet<string>,
): Promise<Candidates> {
  const words = wordsOf(quotation.text).map(({ folded }) => folded)
  const most = by === null ? MOST_HELD : MOST_BY
  const run = chooseRun(words)
  const held = await findHolding(database, run, most)
  const exact = (await preferBy(database, held, by)).slice(0, MOST_EXACT)
  // Who has a part of the quotation may have no more of it.
  const near = held.length > 0 && run.length === words.length ? [] : await findNearClaims(database, quotation)
  const claims = await readClaims(database, [...new Set([...exact, ...near])], except)
  return {
    claims,
    articles: [],
    isComplete: held.length < most && held.length <= MOST_EXACT,
    hasAllSpeakers: held.length < most,
  }
}

/** Claims whose source may be who is said to say it come first. */
async function preferBy(
  database: StoreDatabase,
  rowids: readonly number[],
  by: string | null,
): Promise<readonly number[]> {
  if (by === null || rowids.length <= MOST_EXACT) return rowids
  const ranked = (await findSourcesOf(database, rowids)).map(({ rowid, is_corrected, naming, ...source }) => ({
    rowid,
    rank: is_corrected || naming === null ? 0 : rankOf(compareSpeakers(by, { ...source, naming }, null)),
  }))
  const known = new Set(ranked.map(({ rowid }) => rowid))
  // Of claims that people added the machine has no source: who reads them sees.
  const added = rowids.filter(rowid => !known.has(rowid)).map(rowid => ({ rowid, rank: 0 }))
  return [...added, ...ranked].toSorted((a, b) => a.rank - b.rank).map(({ rowid }) => rowid)
}

async function readClaims(
  database: StoreDatabase,
  rowids: readonly number[],
  except: ReadonlySet<string>,
): Promise<ArchivedClaim[]> {
  const claims = (await findClaimsByRowid(database, rowids)).filter(
    ({ status, article_id }) => status === 'accepted' && !except.has(article_id),
  )
  const spans = await findSpansOfClaims(
    database,
    claims.map(({ id }) => id),
  )
  const articles = new Map(
    (await findTexts(database, [...new Set(claims.map(({ article_id }) => article_id))])).map(article => [
      article.id,
      { article, points: new CodePointText(article.text) },
    ]),
  )
  return claims.flatMap(claim => {
    const read = articles.get(claim.article_id)
    return read === undefined ? [] : [toArchived(claim, spans.get(claim.id) ?? [], read)]
  })
}

function toArchived(
  claim: ClaimView,
  spans: readonly ClaimSpan[],
  { article, points }: { readonly article: ArticleText; readonly points: CodePointText },
): ArchivedClaim {
  const having = (role: SpanRole): Span[] =>
    spans
      .filter(span => span.role === role)
      .map(({ start, end }) => ({ start: points.toUtf16(start), end: points.toUtf16(end) }))
  const { source: text, name, naming, kind, affiliation } = claim
  return {
    id: claim.id,
    article,
    source: text === null && name === null ? null : { text, name, naming, kind, affiliation },
    quotation: claim.quotation,
    content: having('content'),
    cue: having('cue'),
  }
}

/** Words that an article with the quotation has, the longest first: they are the rarest. */
function needlesOf({ list }: QuotedWords): string[] {
  const keys = [...new Set(list.map(({ key }) => key))]
  const ascii = keys.filter(key => /^[A-Za-z0-9]+$/.test(key))
  const telling = ascii.filter(key => !isPlain(key.toLowerCase()))
  const [from = []] = [telling, ascii, keys].filter(some => some.length > 0)
  return from.toSorted((a, b) => b.length - a.length).slice(0, MOST_NEEDLES)
}
