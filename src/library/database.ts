import { type Explanation, explainClaim } from '../audit/explain.ts'
import { type VerifyCounts, type VerifyOptions, verify } from '../audit/verify.ts'
import type { Article } from '../domain/article.ts'
import { HearsayError } from '../domain/errors.ts'
import { type ExportedClaim, toExportedClaim } from '../export/exported-claim.ts'
import { findExportFormat } from '../export/registry.ts'
import { updateAcross } from '../families/update.ts'
import {
  type CheckedArticle,
  type CheckedTogether,
  type CheckOptions,
  checkArticles,
} from '../policy/check-articles.ts'
import { loadPolicy } from '../policy/load-policy.ts'
import type { Policy } from '../policy/policy.ts'
import { checkQuotation } from '../quote/check-quotation.ts'
import type { QuotationCheck, QuotationQuestion } from '../quote/quotation-check.ts'
import type { NewCorrection } from '../store/ledger/new-correction.ts'
import { openReader } from '../store/open-reader.ts'
import { appendCorrections } from '../store/open-store.ts'
import { readArticle } from '../store/queries/article-record.ts'
import { findArticles } from '../store/queries/articles.ts'
import type { ClaimFilter } from '../store/queries/claims.ts'
import { resolveArticle } from '../store/queries/references/resolve-article.ts'
import { resolveClaim } from '../store/queries/references/resolve-claim.ts'
import { findSources, type SourceFilter, type SourceSummary } from '../store/queries/sources.ts'
import { streamClaims } from '../store/queries/stream-claims.ts'
import type { StoreReader } from '../store/reader.ts'
import type { ArticleView } from '../store/schema.ts'

/** Where more articles wait to be entered across articles, a correction leaves them to the next run. */
const MOST_ENTERED = 200

/** Stops a long answer between two of its parts. */
export interface Stoppable {
  readonly signal?: AbortSignal
}

/** Takes the parts of an export one after the other. */
export type Write = (part: string | Uint8Array) => void | Promise<void>

/**
 * Opens a database for reading; corrections alone are written.
 *
 * @param path of a SQLite file, or the address of a PostgreSQL database
 * @throws HearsayError (4) when it is missing, none of Hearsay's, of another schema, damaged or out of reach
 *
 * @example
 * const database = await openDatabase('claims.db')
 * for await (const claim of database.claims({ naming: ['anonymous'] })) console.log(claim.source?.reason)
 * await database.close()
 */
export async function openDatabase(path: string): Promise<Database> {
  return new Database(path, await openReader(path))
}

/** What is stored, to be asked. Offsets count Unicode code points. Always `close` it. */
export class Database {
  readonly #path: string
  readonly #reader: StoreReader

  /** By {@link openDatabase}. */
  constructor(path: string, reader: StoreReader) {
    this.#path = path
    this.#reader = reader
  }

  /**
   * Claims as they stand corrected, one after another in the order of all exports; belief, intention and feeling too unless
   * `attitudes` is false.
   *
   * @throws HearsayError (2) when the filter's article is unknown or its date is none
   */
  async *claims(filter: ClaimFilter = {}, { signal }: Stoppable = {}): AsyncGenerator<ExportedClaim, void, undefined> {
    for await (const claim of streamClaims(this.#reader.database, filter)) {
      signal?.throwIfAborted()
      yield toExportedClaim(claim)
    }
  }

  /** Articles without their texts, in the order of their URIs. */
  async articles(filter: { readonly since?: string; readonly limit?: number } = {}): Promise<ArticleView[]> {
    return await findArticles(this.#reader.database, filter)
  }

  /**
   * An article with its text.
   *
   * @param reference its URI, the end of it, or the beginning of its id
   * @throws HearsayError (2) when there is none, or more than one
   */
  async article(reference: string): Promise<Article> {
    return await readArticle(this.#reader.database, await resolveArticle(this.#reader.database, reference))
  }

  /** Who says something, most claims first. */
  async sources(filter: SourceFilter = {}): Promise<SourceSummary[]> {
    return await findSources(this.#reader.database, filter)
  }

  /**
   * Everything that is known about one claim and how it came to be.
   *
   * @param claim its id, or the beginning of it
   * @throws HearsayError (2) when there is none, or more than one
   */
  async explain(claim: string): Promise<Explanation> {
    return await explainClaim(this.#reader.database, claim)
  }

  /**
   * Holds articles against a policy, one after another by URI; the policy that ships with Hearsay unless given.
   *
   * Of several versions of an article the newest counts in what is found over all articles, unless `allVersions` is true.
   *
   * @throws HearsayError (2) when the filter's article is unknown or its date is none
   *
   * @example
   * const database = await openDatabase('claims.db')
   * for await (const { findings } of database.check()) for (const { message } of findings) console.log(message)
   * await database.close()
   */
  async *check(
    policy: Policy = loadPolicy(undefined, '.'),
    filter: ClaimFilter = {},
    { signal, allVersions }: Stoppable & CheckOptions = {},
  ): AsyncGenerator<CheckedArticle | CheckedTogether, void, undefined> {
    for await (const article of checkArticles(this.#reader.database, policy, filter, { allVersions })) {
      signal?.throwIfAborted()
      yield article
    }
  }

  /**
   * Looks for a quotation: is it there, word for word, and does who is said to say it say it there?
   *
   * @throws HearsayError (2) when there is no word in it, or too many
   *
   * @example
   * const database = await openDatabase('claims.db')
   * const { verdict } = await database.checkQuotation('We pulled at the chain with our hands.', { by: 'Anacleto' })
   * verdict // → 'exact'
   * await database.close()
   */
  async checkQuotation(words: string, question: QuotationQuestion = {}): Promise<QuotationCheck> {
    return await checkQuotation(this.#reader.database, words, question)
  }

  /**
   * Writes claims in a format that is one file: `jsonl`, `csv`, `prov` and the like.
   *
   * @param write takes the parts one after the other
   * @returns how many claims
   * @throws HearsayError (2) for a format that there is not, or one that is a folder
   *
   * @example
   * const database = await openDatabase('claims.db')
   * await database.export('csv', part => console.log(part), { act: ['denial'] })
   * await database.close()
   */
  async export(format: string, write: Write, filter: ClaimFilter = {}, { signal }: Stoppable = {}): Promise<number> {
    const known = findExportFormat(format)
    if (known.writes === 'folder')
      throw new HearsayError(`The format ${format} is a folder of files: use hearsay export.`, 'argument-conflict')
    return await known.export(this.#reader.database, filter, async part => {
      signal?.throwIfAborted()
      await write(part)
    })
  }

  /**
   * Checks every stored span, hash and id against the texts, and every row against the seals.
   *
   * @example
   * const database = await openDatabase('claims.db')
   * const { mismatches } = await database.verify({ onFinding: finding => console.log(finding.message) })
   * mismatches // → 0
   * await database.close()
   */
  async verify(options: VerifyOptions = {}): Promise<VerifyCounts> {
    return await verify(this.#reader, options)
  }

  /**
   * Says what is so of claims: rows are added to the ledger, and what the machine found is kept beside them.
   *
   * @param claims their ids, or the beginnings of these
   * @throws HearsayError 2 (nothing is said, a claim that there is not), 4 (not usable, locked) or 74 (disk full)
   */
  async correct(claims: readonly string[], correction: NewCorrection): Promise<void> {
    const ids: string[] = []
    for (const claim of claims) ids.push((await resolveClaim(this.#reader.database, claim)).id)
    await appendCorrections(this.#path, ids, correction)
    // What the correction is for is done; what it makes of quotations in other articles is found the next time, where not now.
    await updateAcross(this.#path, { atMost: MOST_ENTERED }).catch(() => {})
  }

  async close(): Promise<void> {
    await this.#reader.close()
  }
}
