import { NAMINGS } from '../../../domain/labels.ts'
import { type EntityFact, findEntityFacts, findSourceFacts } from '../../../store/queries/search/index-facts.ts'
import type { StoreDatabase } from '../../../store/schema.ts'
import type { ArticleIndex } from './load-articles.ts'
import { RowNumbers } from './row-numbers.ts'

const PORTION = 4_000

/** No article, entity or antecedent. */
export const NONE = 0xffff_ffff

/** Sources in the order of their `rowid`. */
export interface SourceIndex {
  readonly numbers: RowNumbers
  /** Rank of its article. */
  readonly article: Uint32Array
  /** Index into `NAMINGS`. */
  readonly naming: Uint8Array
  /** Index into `entities`, or `NONE`. */
  readonly entity: Uint32Array
  /** Index into `words`. */
  readonly word: Uint32Array
  /** Place of the source that it was resolved to, or `NONE`. */
  readonly antecedent: Uint32Array
  /** How many people it stands for, 0 when the text does not say. */
  readonly count: Uint16Array
  readonly hasReason: Uint8Array
  readonly entities: readonly EntityFact[]
  /** Every different wording once. */
  readonly words: readonly string[]
}

export async function loadSources(
  database: StoreDatabase,
  articles: ArticleIndex,
  capacity: number,
): Promise<SourceIndex> {
  const entities = await findEntityFacts(database)
  // By `rowid`, to be found, though they stand in the order of their ids, which is the same in every store.
  const byRowid = entities.map((_, place) => place).sort((a, b) => rowidAt(entities, a) - rowidAt(entities, b))
  const entityNumbers = new RowNumbers(Uint32Array.from(byRowid, place => rowidAt(entities, place)))
  const rowids = new Uint32Array(capacity)
  const antecedentRowids = new Uint32Array(capacity)
  const article = new Uint32Array(capacity)
  const naming = new Uint8Array(capacity)
  const entity = new Uint32Array(capacity)
  const word = new Uint32Array(capacity)
  const count = new Uint16Array(capacity)
  const hasReason = new Uint8Array(capacity)
  const wordNumbers = new Map<string, number>()
  let length = 0
  for (let after = 0; length < capacity; ) {
    const facts = await findSourceFacts(database, after, Math.min(PORTION, capacity - length))
    if (facts.length === 0) break
    for (const fact of facts) {
      const rank = articles.rankOf(fact.article_rowid)
      rowids[length] = fact.rowid
      antecedentRowids[length] = fact.antecedent_rowid ?? 0
      article[length] = rank < 0 ? NONE : rank
      naming[length] = NAMINGS.indexOf(fact.naming)
      const place = entityNumbers.placeOf(fact.entity_rowid)
      entity[length] = place < 0 ? NONE : (byRowid[place] as number)
      word[length] = numberOf(wordNumbers, fact.text)
      count[length] = Math.min(fact.number ?? 0, 0xffff)
      hasReason[length] = fact.has_reason
      length++
    }
    after = rowids[length - 1] as number
  }
  const numbers = new RowNumbers(rowids.subarray(0, length))
  // From numbers to places, where they stand.
  const antecedent = antecedentRowids.subarray(0, length)
  for (let place = 0; place < length; place++) {
    const rowid = antecedent[place] as number
    const found = rowid === 0 ? -1 : numbers.placeOf(rowid)
    antecedent[place] = found < 0 ? NONE : found
  }
  return {
    numbers,
    article: article.subarray(0, length),
    naming: naming.subarray(0, length),
    entity: entity.subarray(0, length),
    word: word.subarray(0, length),
    antecedent,
    count: count.subarray(0, length),
    hasReason: hasReason.subarray(0, length),
    entities,
    words: [...wordNumbers.keys()],
  }
}

function rowidAt(entities: readonly EntityFact[], place: number): number {
  return (entities[place] as EntityFact).rowid
}

function numberOf(numbers: Map<string, number>, text: string): number {
  const known = numbers.get(text)
  if (known !== undefined) return known
  numbers.set(text, numbers.size)
  return numbers.size - 1
}
