import { z } from 'zod'
import { HearsayError } from '../../domain/errors.ts'
import type { NumberedSeal } from '../../seal/chain.ts'
import { checkProof, type Proof, readProof } from '../../seal/proof.ts'
import type { ExportedClaim } from '../exported-claim.ts'
import { compareWithProven, provenClaims } from './proven-claims.ts'

/** What was found wrong, or a `warning` of what may be, with the article that it concerns, as a sentence. */
export interface ProofProblem {
  readonly level: 'mismatch' | 'warning'
  readonly articleId: string | null
  readonly claimIds: readonly string[]
  readonly message: string
}

/** As much of an exported claim as must be there before it is compared. */
const CLAIM = z.looseObject({
  id: z.string(),
  article: z.looseObject({ id: z.string() }),
  correction: z.looseObject({ machine: z.looseObject({}) }).nullable(),
})

/** More claims than this no article has, so a file that has them before any proof is none. */
const MOST_WAITING = 100_000

/**
 * Checks the proofs in the lines of a file, and the exported claims that stand before them, against the seals of a
 * manifest. It holds the claims of one article at a time.
 */
export class CarriedProofs {
  readonly #name: string
  readonly #seals: readonly NumberedSeal[]
  /** Claims that their article's proof has not come for yet. */
  #waiting: ExportedClaim[] = []
  #line = 0
  articles = 0
  claims = 0

  /** @param name of the file, for errors */
  constructor(name: string, seals: readonly NumberedSeal[]) {
    this.#name = name
    this.#seals = seals
  }

  /**
   * Takes the next line.
   *
   * @throws HearsayError (2) when it is neither a proof nor a claim
   */
  add(line: string): ProofProblem[] {
    this.#line++
    if (line.trim() === '') return []
    const value = this.#parse(line)
    if (value !== null && typeof value === 'object' && 'proof' in value)
      return this.#check(readProof(value.proof, `${this.#name}, line ${this.#line},`))
    const claim = CLAIM.safeParse(value)
    if (!claim.success) throw this.#refuse('it is neither a proof nor a claim')
    if (this.#waiting.length >= MOST_WAITING) throw this.#refuse('there are more claims before it than any article has')
    this.#waiting.push(claim.data as unknown as ExportedClaim)
    return []
  }

  /** @throws HearsayError (2) when there was no proof at all */
  end(): ProofProblem[] {
    if (this.articles === 0)
      throw new HearsayError(
        `${this.#name} holds no proof; hearsay manifest ARTICLE prints one, and export and report carry them with --proofs.`,
        'proof-invalid',
      )
    return this.#withoutProof()
  }

  #check(proof: Proof): ProofProblem[] {
    this.articles++
    const result = checkProof(proof, this.#seals)
    const problems = Array.isArray(result)
      ? (result as readonly string[]).map(problem =>
          this.#problem(proof.article, [], `Article ${proof.article} of ${this.#name} is not proved: ${problem}`),
        )
      : []
    const own = this.#waiting.filter(({ article }) => article.id === proof.article)
    this.#waiting = this.#waiting.filter(({ article }) => article.id !== proof.article)
    const proven = own.length === 0 ? new Map() : provenClaims(proof.rows)
    for (const claim of own) {
      this.claims++
      const found = proven.get(claim.id)
      const members = found === undefined ? [] : compareWithProven(claim, found)
      if (found === undefined && claim.origin === 'editor')
        problems.push({
          ...this.#problem(
            proof.article,
            [claim.id],
            `Claim ${claim.id} of ${this.#name} was added by somebody and found by no run, so no seal of its article covers it`,
          ),
          level: 'warning',
        })
      else if (found === undefined)
        problems.push(
          this.#problem(
            proof.article,
            [claim.id],
            `Claim ${claim.id} of ${this.#name} is none of those that were sealed with its article`,
          ),
        )
      else if (members.length > 0)
        problems.push(
          this.#problem(
            proof.article,
            [claim.id],
            `Claim ${claim.id} of ${this.#name} is not as it was sealed: ${members.join(', ')} ${members.length === 1 ? 'is' : 'are'} other`,
          ),
        )
    }
    return [...problems, ...this.#withoutProof()]
  }

  /** Claims whose article's proof would have had to come by now. */
  #withoutProof(): ProofProblem[] {
    const articles = Map.groupBy(this.#waiting, ({ article }) => article.id)
    this.#waiting = []
    return [...articles].map(([article, claims]) => {
      this.claims += claims.length
      return this.#problem(
        article,
        claims.map(({ id }) => id),
        `Article ${article} of ${this.#name} has claims and no proof behind them`,
      )
    })
  }

  #problem(articleId: string, claimIds: readonly string[], what: string): ProofProblem {
    return {
      level: 'mismatch',
      articleId,
      claimIds,
      message: `${what}; take the file from where it was made, or from the database.`,
    }
  }

  #parse(line: string): unknown {
    try {
      return JSON.parse(line)
    } catch {
      throw this.#refuse('it is not JSON')
    }
  }

  #refuse(problem: string): HearsayError {
    return new HearsayError(
      `${this.#name} carries no proofs: line ${this.#line}: ${problem}; give what hearsay manifest ARTICLE, export --proofs or report --proofs wrote.`,
      'proof-invalid',
    )
  }
}
