import { readSearch, type SearchTerm, searchTerms, type TypedTerm } from '../../store/full-text/search-terms.ts'
import { searchContents } from '../../store/queries/search/search-contents.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import type { ClaimIndex } from './claim-index.ts'
import { ClaimSet } from './claim-set.ts'
import { FoldedTexts } from './loading/folded-texts.ts'
import type { ArticleIndex } from './loading/load-articles.ts'
import { NONE, type SourceIndex } from './loading/load-sources.ts'

/** More terms than these are a sentence, which is looked for in contents alone: each takes a search of its own. */
const MOST_TERMS = 8

/**
 * The claims of which every term of a search stands somewhere: in the content, in the source or its resolved name, or in
 * the title or byline of the article. "Adeyemi rents" finds what Adeyemi says of rents.
 */
export async function findMatches(database: StoreDatabase, index: ClaimIndex, search: string): Promise<ClaimSet> {
  const terms = readSearch(search)
  if (terms.length === 0 || terms.length > MOST_TERMS) return await findContents(database, index, search)
  const inContents: string[] = []
  const either: { readonly typed: string; readonly elsewhere: ClaimSet }[] = []
  for (const term of terms) {
    const typed = typeAgain(term)
    const elsewhere = findElsewhere(index, searchTerms(typed))
    // What stands nowhere else is asked of the contents together.
    if (elsewhere === null) inContents.push(typed)
    else either.push({ typed, elsewhere })
  }
  let found = inContents.length === 0 ? null : await findContents(database, index, inContents.join(' '))
  for (const { typed, elsewhere } of either) {
    elsewhere.addAll(await findContents(database, index, typed))
    if (found === null) found = elsewhere
    else found.keepAll(elsewhere)
  }
  return found ?? new ClaimSet(index.claims.length)
}

function typeAgain({ text, isPrefix }: TypedTerm): string {
  return isPrefix ? `${text}*` : `"${text}"`
}

/** The claims whose content matches the search. */
export async function findContents(database: StoreDatabase, index: ClaimIndex, search: string): Promise<ClaimSet> {
  const { numbers, rankByNumber, length } = index.claims
  const found = new ClaimSet(length)
  for await (const rowids of searchContents(database, search)) {
    // Both run upwards, so one walk joins them.
    let number = numbers.firstFrom(rowids[0] ?? 0)
    for (const rowid of rowids) {
      while (number < length && numbers.rowidAt(number) < rowid) number++
      if (number < length && numbers.rowidAt(number) === rowid) found.add(rankByNumber[number] as number)
    }
  }
  return found
}

/** The ranks of articles of which every term stands in the title, the byline or the publisher's name; null: of all of them. */
export function findArticles({ articles }: ClaimIndex, search: string): Uint8Array | null {
  const terms = searchTerms(search)
  if (terms.length === 0) return null
  const found = new Uint8Array(articles.rowids.length).fill(1)
  for (const term of terms) {
    const has = markArticles(articles, term)
    const byPublisher = Uint8Array.from(articles.publishers, name => (name !== null && holds(name, term) ? 1 : 0))
    for (let rank = 0; rank < found.length; rank++)
      if (has?.[rank] !== 1 && byPublisher[articles.publisher[rank] as number] === 0) found[rank] = 0
  }
  return found
}

/** Null where no term stands in any title, byline, source or name. */
function findElsewhere(index: ClaimIndex, terms: readonly SearchTerm[]): ClaimSet | null {
  const [term] = terms
  if (term === undefined) return null
  const { articles, sources, claims } = index
  const inArticle = markArticles(articles, term)
  const { words, names } = textsOf(sources)
  const inWords = mark(words, term)
  const inNames = mark(names, term)
  const inCorrected = new Set([...claims.correctedSources].flatMap(([rank, name]) => (holds(name, term) ? [rank] : [])))
  if (inArticle === null && inWords === null && inNames === null && inCorrected.size === 0) return null
  const found = new ClaimSet(claims.length)
  for (let rank = 0; rank < claims.length; rank++) {
    if (inArticle?.[claims.article[rank] as number] === 1) found.add(rank)
    else if (claims.correctedSources.size > 0 && claims.correctedSources.has(rank)) {
      if (inCorrected.has(rank)) found.add(rank)
    } else {
      const source = claims.source[rank] as number
      if (source === NONE) continue
      const entity = sources.entity[source] as number
      if (inWords?.[sources.word[source] as number] === 1 || (entity !== NONE && inNames?.[entity] === 1))
        found.add(rank)
    }
  }
  return found
}

function holds(text: string, term: SearchTerm): boolean {
  return !FoldedTexts.of([[text]])
    .find(term)
    .next().done
}

/** By rank; null when it stands in none. */
function markArticles({ words, rankByPlace }: ArticleIndex, term: SearchTerm): Uint8Array | null {
  let marks: Uint8Array | null = null
  for (const place of words.find(term)) {
    marks ??= new Uint8Array(words.length)
    marks[rankByPlace[place] as number] = 1
  }
  return marks
}

function mark(texts: FoldedTexts, term: SearchTerm): Uint8Array | null {
  let marks: Uint8Array | null = null
  for (const place of texts.find(term)) {
    marks ??= new Uint8Array(texts.length)
    marks[place] = 1
  }
  return marks
}

interface SourceTexts {
  readonly words: FoldedTexts
  readonly names: FoldedTexts
}

const known = new WeakMap<SourceIndex, SourceTexts>()

/** Made when somebody first searches. */
function textsOf(sources: SourceIndex): SourceTexts {
  let texts = known.get(sources)
  if (texts === undefined) {
    texts = {
      words: FoldedTexts.of(sources.words.map(word => [word])),
      names: FoldedTexts.of(sources.entities.map(({ name }) => [name])),
    }
    known.set(sources, texts)
  }
  return texts
}
