import { HearsayError } from '../../../domain/errors.ts'
import { findRowid } from '../../../store/queries/references/rowids.ts'
import type { StoreDatabase } from '../../../store/schema.ts'
import { RowPlaces } from '../../../voices/columns/row-places.ts'
import { NONE, type VoiceColumns } from '../../../voices/columns/voice-columns.ts'
import type { ClaimIndex } from '../../claim-index/claim-index.ts'
import { loadClaimVoices } from './claim-voices.ts'
import type { VoiceFilter } from './voice-filter.ts'

/** A voice, alone or across articles. */
export interface NamedVoice {
  /** Index of the voice, or -1. */
  readonly index: number
  /** Number of whom it is, or `NONE` where the voice alone is meant. */
  readonly speaker: number
}

const NOBODY: NamedVoice = { index: -1, speaker: NONE }

/** The voices of a database as columns, with what the site finds in them besides measures. */
export class VoiceIndex {
  readonly columns: VoiceColumns
  readonly #database: StoreDatabase
  readonly #places: RowPlaces
  readonly #claims = new WeakMap<ClaimIndex, Promise<Uint32Array>>()
  #sourcesOf: Uint32Array | null = null

  constructor(database: StoreDatabase, columns: VoiceColumns) {
    this.#database = database
    this.columns = columns
    this.#places = new RowPlaces(columns.rowid)
  }

  /** The index of the voice of a `rowid`, or -1. */
  indexOf(rowid: number | null): number {
    return this.#places.placeOf(rowid)
  }

  /** The index of the voice of an id, or -1. */
  async find(id: string): Promise<number> {
    return this.indexOf(await findRowid(this.#database, 'voice', id))
  }

  /**
   * Whom a filter names, if it names any; nobody where corrections left nothing to that voice.
   *
   * @throws HearsayError (2) when there is no such voice
   */
  async namedBy({ speaker, one }: VoiceFilter): Promise<NamedVoice> {
    const id = one ?? speaker ?? ''
    const rowid = await findRowid(this.#database, 'voice', id)
    if (rowid === null)
      throw new HearsayError(
        `No person or other voice is known as "${id}"; look for it among the people.`,
        'person-not-found',
      )
    const index = this.indexOf(rowid)
    if (index < 0) return NOBODY
    const across = this.columns.speaker[index] as number
    return one !== undefined || across === NONE ? { index, speaker: NONE } : { index, speaker: across }
  }

  /** By article of the columns, of how many voices it has claims. */
  get sourcesOf(): Uint32Array {
    if (this.#sourcesOf !== null) return this.#sourcesOf
    const { articles, article, claims, length } = this.columns
    const counts = new Uint32Array(articles.length)
    for (let voice = 0; voice < length; voice++)
      if ((claims[voice] as number) > 0) {
        const own = article[voice] as number
        counts[own] = (counts[own] as number) + 1
      }
    this.#sourcesOf = counts
    return counts
  }

  /** By rank of an index of claims, the index of each claim's voice, or `NONE`. Read once for each state of the claims. */
  async voicesOf(claims: ClaimIndex): Promise<Uint32Array> {
    const known = this.#claims.get(claims)
    if (known !== undefined) return await known
    const reading = loadClaimVoices(this.#database, this.#places, claims)
    this.#claims.set(claims, reading)
    try {
      return await reading
    } catch (error) {
      this.#claims.delete(claims)
      throw error
    }
  }
}
