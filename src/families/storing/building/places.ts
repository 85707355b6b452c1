import type { Place } from '../write-families.ts'

/** In which family each of very many claims stands, and where in it, in little memory. */
export class Places {
  readonly #families: Int32Array
  readonly #variants: Int32Array
  readonly #scores: Float64Array
  readonly #differs: (string | undefined)[]
  readonly #known = new Map<string, string>()

  /** @param claims how many there are */
  constructor(claims: number) {
    this.#families = new Int32Array(claims)
    this.#variants = new Int32Array(claims)
    this.#scores = new Float64Array(claims)
    this.#differs = new Array(claims)
  }

  /** @param family its number, from 1 */
  set(claim: number, family: number, { variant, score, differs }: Place): void {
    this.#families[claim] = family
    this.#variants[claim] = variant
    this.#scores[claim] = score ?? Number.NaN
    // The same few over and over again.
    if (!this.#known.has(differs)) this.#known.set(differs, differs)
    this.#differs[claim] = this.#known.get(differs)
  }

  /** Null for whoever is in none. */
  get(claim: number): (Place & { readonly family: number }) | null {
    const family = this.#families[claim] as number
    if (family === 0) return null
    const score = this.#scores[claim] as number
    return {
      family,
      variant: this.#variants[claim] as number,
      score: Number.isNaN(score) ? null : score,
      differs: this.#differs[claim] ?? '',
    }
  }
}
