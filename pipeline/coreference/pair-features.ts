import type { Token, TokensLayer } from '../../src/domain/layers.ts'
import { isGenitive } from '../word-classes.ts'
import { likenessOf } from './likeness.ts'
import { isName, KINDS, type Reference } from './reference.ts'

/** What a pair of references is compared by, with how many numbers each can be. Training used the same, in this order. */
export const FEATURES = {
  kinds: KINDS.length ** 2,
  sentences: 9,
  tokens: 12,
  paragraphs: 5,
  quotations: 5,
  likeness: 9,
  /** How often the earlier one's last word ends a name. */
  frequency: 6,
  /** Whether each is a subject, and whether each begins its sentence. */
  places: 16,
  genders: 9,
  /** How many stand between them that the later one could go back to as well. */
  between: 8,
} as const
export const FEATURE_COUNT = Object.keys(FEATURES).length

/** Reads pairs of one article's references. */
export class PairReader {
  readonly #references: readonly Reference[]
  readonly #paragraphs: Int32Array
  readonly #sentences: Int32Array
  /** Index of the quotation that a reference stands in, from 1; 0 outside. */
  readonly #quotations: ArrayLike<number>
  readonly #places: Uint8Array
  readonly #frequencies: Uint8Array

  /** @param quotationOf for a token, the number of the quotation that it stands in from 1, or 0 */
  constructor(
    { tokens, sentences }: TokensLayer,
    quotationOf: (token: number) => number,
    references: readonly Reference[],
  ) {
    this.#references = references
    this.#sentences = Int32Array.from(references, ({ from }) => tokens[from]?.sentence ?? 0)
    this.#paragraphs = this.#sentences.map(sentence => sentences[sentence]?.paragraph ?? 0)
    this.#quotations = Int32Array.from(references, ({ from }) => quotationOf(from))
    this.#places = Uint8Array.from(references, ({ from, to }, i) => {
      const begins = sentences[this.#sentences[i] as number]?.firstToken === from
      return (isSubject(tokens, to) ? 1 : 0) + (begins ? 2 : 0)
    })
    const counts = new Map<string, number>()
    for (const { kind, words } of references) {
      const last = words.at(-1)
      if (isName(kind) && last !== undefined) counts.set(last, (counts.get(last) ?? 0) + 1)
    }
    this.#frequencies = Uint8Array.from(references, ({ kind, words }) =>
      isName(kind) ? frequency(counts.get(words.at(-1) ?? '') ?? 0) : 0,
    )
  }

  /**
   * Writes the numbers of reference `i` with the earlier `j` into `into` from `at` on.
   *
   * @param rank how many candidates of `i` stand between
   */
  read(i: number, j: number, rank: number, into: Uint8Array, at: number): void {
    const [one, other] = [this.#references[i] as Reference, this.#references[j] as Reference]
    const inside = this.#quotations[i] as number
    const otherInside = this.#quotations[j] as number
    into[at] = KINDS.indexOf(one.kind) * KINDS.length + KINDS.indexOf(other.kind)
    into[at + 1] = sentenceDistance((this.#sentences[i] as number) - (this.#sentences[j] as number))
    into[at + 2] = Math.min(11, Math.floor(Math.log2(Math.max(1, one.from - other.to + 1))))
    into[at + 3] = Math.min(4, (this.#paragraphs[i] as number) - (this.#paragraphs[j] as number))
    into[at + 4] = inside > 0 && inside === otherInside ? 4 : (inside > 0 ? 2 : 0) + (otherInside > 0 ? 1 : 0)
    into[at + 5] = likenessOf(one, other)
    into[at + 6] = this.#frequencies[j] as number
    into[at + 7] = (this.#places[i] as number) * 4 + (this.#places[j] as number)
    into[at + 8] = GENDERS.indexOf(one.gender) * 3 + GENDERS.indexOf(other.gender)
    into[at + 9] = rank < 4 ? rank : rank < 6 ? 4 : rank < 10 ? 5 : rank < 20 ? 6 : 7
  }
}

const GENDERS: readonly Reference['gender'][] = [null, 'woman', 'man']

function sentenceDistance(distance: number): number {
  if (distance < 5) return distance
  return distance < 8 ? 5 : distance < 16 ? 6 : distance < 32 ? 7 : 8
}

function frequency(count: number): number {
  return count < 4 ? count : count < 8 ? 4 : 5
}

/** Whether a verb follows, as behind a subject. */
function isSubject(tokens: readonly Token[], to: number): boolean {
  const next = tokens[to]
  return next !== undefined && !isGenitive(next) && (next.pos === 'VERB' || next.pos === 'AUX')
}
