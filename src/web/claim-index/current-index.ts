import { performance } from 'node:perf_hooks'
import { readDataVersion } from '../../store/queries/runs/data-version.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import { type ClaimIndex, loadClaimIndex, withCorrections } from './claim-index.ts'
import type { ClaimSet } from './claim-set.ts'
import { findMatches } from './find-matches.ts'

/** Of the time in which a run changes the database all the while, at most this part goes into reading it anew. */
const SHARE_OF_TIME = 0.2
const SEARCHES_KEPT = 4

/**
 * The index of a database that may change while the site runs: it is read anew when that has happened. Until then the
 * former one serves, so that a page is never slow; claims that have gone are left out of lists.
 */
export class CurrentIndex {
  readonly #database: StoreDatabase
  #index: ClaimIndex
  #version: string
  #searches = new Map<string, Promise<ClaimSet>>()
  #loading: Promise<void> | null = null
  #restUntil = 0

  private constructor(database: StoreDatabase, index: ClaimIndex, version: string) {
    this.#database = database
    this.#index = index
    this.#version = version
  }

  static async load(database: StoreDatabase): Promise<CurrentIndex> {
    const version = await readDataVersion(database)
    return new CurrentIndex(database, await loadClaimIndex(database), version)
  }

  /** The index as it is now; begins to read it anew when the database has changed. */
  async get(): Promise<ClaimIndex> {
    const version = await readDataVersion(this.#database)
    if (version !== this.#version && this.#loading === null && performance.now() >= this.#restUntil)
      this.#loading = this.#reload(version)
    // A small database is read at once, and who has just changed it sees the change.
    if (this.#loading !== null) await Promise.race([this.#loading, new Promise(resolve => setTimeout(resolve, 50))])
    return this.#index
  }

  /** Takes in corrections that have just been made here, so that who made them sees them. */
  async takeCorrections(): Promise<void> {
    const corrected = await withCorrections(this.#database, this.#index)
    this.#searches = new Map()
    if (corrected !== null) this.#index = corrected
    else {
      // A claim was added: it takes a place among all others.
      this.#loading ??= this.#reload(await readDataVersion(this.#database))
      await Promise.race([this.#loading, new Promise(resolve => setTimeout(resolve, 50))])
    }
  }

  /** The claims that match, see `findMatches`. The last few searches are kept: paging asks for the same again. */
  async search(index: ClaimIndex, words: string): Promise<ClaimSet> {
    if (index.claims !== this.#index.claims) return await findMatches(this.#database, index, words)
    const known = this.#searches.get(words)
    const found = known ?? findMatches(this.#database, index, words)
    this.#searches.delete(words)
    this.#searches.set(words, found)
    for (const oldest of [...this.#searches.keys()].slice(0, -SEARCHES_KEPT)) this.#searches.delete(oldest)
    try {
      return await found
    } catch (error) {
      this.#searches.delete(words)
      throw error
    }
  }

  async #reload(version: string): Promise<void> {
    const start = performance.now()
    try {
      this.#index = await loadClaimIndex(this.#database)
      this.#version = version
      this.#searches = new Map()
    } catch {
      // The former index still serves, and the next request tries again.
    } finally {
      this.#loading = null
      this.#restUntil = performance.now() + (performance.now() - start) / SHARE_OF_TIME
    }
  }
}
