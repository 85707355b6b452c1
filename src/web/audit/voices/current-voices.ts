import { performance } from 'node:perf_hooks'
import { countUnvoicedArticles } from '../../../store/queries/voices/unvoiced.ts'
import type { StoreDatabase } from '../../../store/schema.ts'
import type { AuditReport, Comparison } from '../../../voices/audit-report.ts'
import { compareVoices } from '../../../voices/compare-voices.ts'
import { loadVoices } from '../../../voices/load-voices.ts'
import { measureVoices } from '../../../voices/measure-voices.ts'
import type { ClaimIndex } from '../../claim-index/claim-index.ts'
import { type AuditRequest, selectFrom } from '../audit-address.ts'
import { VoiceIndex } from './voice-index.ts'

/** Of the time in which the database changes all the while, at most this part goes into reading voices anew. */
const SHARE_OF_TIME = 0.2
/** So many voices are read in a moment, and waited for. */
const FEW_VOICES = 20_000
/** How long a page waits for more, in ms. */
const PATIENCE = 50
/** Who looks at an audit follows its links and comes back, and at a comparison looks at claims after sources. */
const REPORTS_KEPT = 32
const COMPARISONS_KEPT = 8

interface Loaded {
  /** The state of the claims that they were read with. */
  readonly claims: ClaimIndex
  /** How often something had been said of voices on this site. */
  readonly corrections: number
  readonly voices: VoiceIndex
  readonly unvoiced: number
  readonly reports: Map<string, AuditReport>
  readonly comparisons: Map<string, Comparison>
}

/**
 * The voices of a database that may change while the site runs. They are read when the site starts, and anew when somebody asks for
 * them and the claims have changed; until then the former ones serve, so that no page waits for it.
 */
export class CurrentVoices {
  readonly #database: StoreDatabase
  #loaded: Loaded | null = null
  #loading: Promise<Loaded> | null = null
  #restUntil = 0
  /** How often something was said of voices here. */
  #corrections = 0

  constructor(database: StoreDatabase) {
    this.#database = database
  }

  /** Reads all that pages of an audit count from, so that none of them waits for it. */
  async prepare(claims: ClaimIndex): Promise<void> {
    const { voices } = await this.#get(claims)
    await voices.voicesOf(claims)
    await this.measure(claims, { none: [] })
  }

  /** The voices as they are now, or were a moment ago. */
  async get(claims: ClaimIndex): Promise<VoiceIndex> {
    return (await this.#get(claims)).voices
  }

  /** How many articles nobody has looked for voices in. */
  async countUnvoiced(claims: ClaimIndex): Promise<number> {
    return (await this.#get(claims)).unvoiced
  }

  /**
   * What the voices of the chosen articles come to; the last few reports are kept.
   *
   * @throws HearsayError (2) when no article has the outlet, section or byline that is asked for
   */
  async measure(claims: ClaimIndex, request: AuditRequest): Promise<AuditReport> {
    const { voices, reports } = await this.#get(claims)
    const selection = selectFrom(voices.columns.articles, request)
    return keep(reports, JSON.stringify(selection), REPORTS_KEPT, () => measureVoices(voices.columns, selection))
  }

  /**
   * Two parts of the articles beside one another; the last few comparisons are kept.
   *
   * @throws HearsayError (2) when both have an article in common, or no article has what is asked for
   */
  async compare(
    claims: ClaimIndex,
    parts: { readonly a: AuditRequest; readonly b: AuditRequest },
  ): Promise<Comparison> {
    const { voices, comparisons } = await this.#get(claims)
    const { articles } = voices.columns
    const selections = { a: selectFrom(articles, parts.a), b: selectFrom(articles, parts.b) }
    const key = JSON.stringify(selections)
    return keep(comparisons, key, COMPARISONS_KEPT, () => compareVoices(voices.columns, selections))
  }

  /** Has voices read anew of which something has just been said here, so that who said it sees it. */
  takeCorrections(): void {
    this.#corrections++
    this.#restUntil = 0
  }

  async #get(claims: ClaimIndex): Promise<Loaded> {
    const loaded = this.#loaded
    if (loaded !== null && loaded.claims === claims && loaded.corrections === this.#corrections) return loaded
    if (loaded === null) return await (this.#loading ?? this.#load(claims))
    if (this.#loading === null && performance.now() >= this.#restUntil) this.#load(claims).catch(() => {})
    // Of a small database they are there soon, and who has just corrected something sees it.
    const loading = this.#loading?.catch(() => {})
    if (isSmall(loaded)) await loading
    else if (loading !== undefined) await Promise.race([loading, new Promise(resolve => setTimeout(resolve, PATIENCE))])
    return this.#loaded ?? loaded
  }

  #load(claims: ClaimIndex): Promise<Loaded> {
    const start = performance.now()
    const corrections = this.#corrections
    const load = async () => {
      try {
        const columns = await loadVoices(this.#database)
        const unvoiced = await countUnvoicedArticles(this.#database)
        const voices = new VoiceIndex(this.#database, columns)
        const loaded = { claims, corrections, voices, unvoiced, reports: new Map(), comparisons: new Map() }
        this.#loaded = loaded
        return loaded
      } finally {
        this.#loading = null
        const took = performance.now() - start
        if (this.#loaded !== null && !isSmall(this.#loaded)) this.#restUntil = performance.now() + took / SHARE_OF_TIME
      }
    }
    this.#loading = load()
    return this.#loading
  }
}

/** What is kept under a key, or made and kept now; those that nobody asked for longest go. */
function keep<Value>(kept: Map<string, Value>, key: string, most: number, make: () => Value): Value {
  const value = kept.get(key) ?? make()
  kept.delete(key)
  kept.set(key, value)
  for (const oldest of [...kept.keys()].slice(0, -most)) kept.delete(oldest)
  return value
}

function isSmall({ voices }: Loaded): boolean {
  return voices.columns.length <= FEW_VOICES
}
