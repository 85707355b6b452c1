import { randomBytes } from 'node:crypto'
import process from 'node:process'
import { setTimeout as delay } from 'node:timers/promises'
import PQueue from 'p-queue'
import { labelOfUri } from '../domain/articles/article-label.ts'
import { HearsayError } from '../domain/errors.ts'
import type { Discovered } from '../read/discover.ts'
import type { InputOutcome } from '../read/format.ts'
import { isHeldByRun } from '../store/runs/held-by-run.ts'
import {
  type ArticleOutcome,
  articlesOf,
  type Given,
  type KeptArticle,
  type ReadingChoices,
  type Submission,
  type ToldByHand,
} from './submission.ts'
import { tellByHand } from './told-by-hand.ts'
import { type WaitingLimits, WaitingRoom } from './waiting-room.ts'

/** What a run tells while it goes on. */
export interface AnalysisEvents {
  readonly signal: AbortSignal
  readonly onProgress: (done: number) => void
  /** Others hold what it needs in the database. */
  readonly onHeld: (error: unknown) => void
}

/** What came of a run. */
export interface Analysed {
  /** Null when it was stopped before it began. */
  readonly runId: number | null
  /** Ids of those of the articles that are in the database now. */
  readonly stored: ReadonlySet<string>
  /** Of those that could not be analysed, why, by id. */
  readonly failures: ReadonlyMap<string, string>
}

export interface IntakeOptions {
  /** Reads inputs off this thread, in the ways of `hearsay run`. */
  readonly read: (
    inputs: readonly Discovered[],
    choices: ReadingChoices,
    signal: AbortSignal,
  ) => AsyncIterable<InputOutcome>
  /** Makes a run of the articles, off this thread. */
  readonly analyse: (
    articles: readonly ArticleOutcome[],
    choices: ReadingChoices,
    events: AnalysisEvents,
  ) => Promise<Analysed>
  readonly waiting?: WaitingLimits
}

/** What one submission may hold; `hearsay run` reads what holds more. */
const MOST_OUTCOMES = 500
/** In UTF-16 units. */
const MOST_TEXT = 20_000_000
const LONGEST_READING_MS = 60_000
/** How long another run is waited for, and how often it is asked after. */
const LONGEST_HOLD_MS = 10 * 60_000
const ASK_AGAIN_MS = [500, 1_000, 2_000, 5_000] as const

const FORGET_EVERY_MS = 60_000

/**
 * Takes articles in from people: what they give is read at once, and held in memory until they have seen what was read
 * and say that it is to be kept; then a run of its own stores it. Nothing is stored before. One after the other is read,
 * and one run follows the other, since a database takes one at a time. Always `close` it.
 */
export class Intake {
  readonly #options: IntakeOptions
  readonly #room: WaitingRoom
  readonly #reading = new PQueue({ concurrency: 1 })
  readonly #keeping = new PQueue({ concurrency: 1 })
  readonly #over = new AbortController()
  readonly #forgetting: NodeJS.Timeout

  constructor(options: IntakeOptions) {
    this.#options = options
    this.#room = new WaitingRoom(options.waiting)
    this.#forgetting = setInterval(() => this.#room.forgetOld(), FORGET_EVERY_MS).unref()
  }

  /**
   * Reads what is given and holds it.
   *
   * @throws HearsayError (2) when there is no room for it, or a date is none
   */
  async submit(given: readonly Given[], byHand: ToldByHand, choices: ReadingChoices): Promise<Submission> {
    const submission = {
      id: randomBytes(16).toString('hex'),
      given,
      byHand,
      choices,
      ...(await this.#read(given, byHand, choices)),
      progress: { stage: 'read', trouble: null },
    } satisfies Submission
    this.#room.put(submission)
    return submission
  }

  /** Null when nothing waits under that id, or nothing does any more. */
  find(id: string): Submission | null {
    return this.#room.get(id)
  }

  /** Reads something that waits in another way. */
  async readAgain(id: string, choices: ReadingChoices): Promise<void> {
    const { given, byHand } = this.#require(id)
    const read = await this.#read(given, byHand, choices)
    const now = this.#require(id)
    // Somebody may have said meanwhile that it is to be kept as it was.
    if (now.progress.stage === 'read')
      this.#room.put({ ...now, choices, ...read, progress: { stage: 'read', trouble: null } })
  }

  /**
   * Begins to keep articles of something that waits; `find` says how far it is. Does nothing when it is being kept.
   *
   * @param articleIds all of it when none are named
   */
  keep(id: string, articleIds: readonly string[]): void {
    const submission = this.#require(id)
    if (submission.progress.stage !== 'read') return
    const articles = articlesOf(submission).filter(
      ({ article }) => articleIds.length === 0 || articleIds.includes(article.id),
    )
    if (articles.length === 0)
      throw new HearsayError('There is no article in it that could be kept; give another one.', 'nothing-to-read')
    this.#room.change(id, { progress: { stage: 'waiting', why: null } })
    void this.#keeping.add(() => this.#keepNow(id, articles, submission.choices))
  }

  /** Forgets something that waits; what is being kept goes on. */
  drop(id: string): void {
    const { progress } = this.#require(id)
    if (progress.stage === 'read' || progress.stage === 'kept') this.#room.drop(id)
  }

  /**
   * Stops reading and keeping. What is being analysed gets a last moment, and what is done by then is stored.
   *
   * @returns what was to be kept and was not, and how many articles waited for somebody to say what is to become of them
   */
  async close(): Promise<{ readonly lost: readonly KeptArticle[]; readonly waiting: number }> {
    clearInterval(this.#forgetting)
    const all = this.#room.all()
    const wanted = all.filter(({ progress: { stage } }) => stage === 'waiting' || stage === 'analysing')
    this.#over.abort()
    await Promise.all([this.#reading.onIdle(), this.#keeping.onIdle()])
    const lost = wanted.flatMap(({ id }) => {
      const { progress } = this.#room.get(id) ?? {}
      return progress?.stage === 'kept' ? progress.articles.filter(({ fate }) => fate === 'lost') : []
    })
    const idle = all.filter(({ progress: { stage } }) => stage === 'read')
    return { lost, waiting: idle.reduce((sum, submission) => sum + articlesOf(submission).length, 0) }
  }

  #require(id: string): Submission {
    const found = this.#room.get(id)
    if (found !== null) return found
    throw new HearsayError(
      'There is no article waiting here any more: it was kept or discarded, or waited too long; give it again.',
      'submission-not-found',
    )
  }

  async #read(
    given: readonly Given[],
    byHand: ToldByHand,
    choices: ReadingChoices,
  ): Promise<Pick<Submission, 'outcomes' | 'cut'>> {
    const read = await this.#reading.add(() => this.#readNow(given, choices))
    return { outcomes: tellByHand(read.outcomes, byHand), cut: read.cut }
  }

  async #readNow(
    given: readonly Given[],
    choices: ReadingChoices,
  ): Promise<{ readonly outcomes: readonly InputOutcome[]; readonly cut: string | null }> {
    const tooLong = AbortSignal.timeout(LONGEST_READING_MS)
    const signal = AbortSignal.any([this.#over.signal, tooLong])
    const inputs = given.map(({ uri, bytes }): Discovered => ({ kind: 'bytes', uri, bytes }))
    const outcomes: InputOutcome[] = []
    let textLength = 0
    for await (const outcome of this.#options.read(inputs, choices, signal)) {
      if (outcomes.length === MOST_OUTCOMES || textLength > MOST_TEXT)
        return { outcomes, cut: `only the first ${outcomes.length} entries were read` }
      outcomes.push(outcome)
      if (outcome.outcome === 'article') textLength += outcome.article.text.length
    }
    return { outcomes, cut: tooLong.aborted ? `reading took longer than ${LONGEST_READING_MS / 1000} s` : null }
  }

  async #keepNow(id: string, articles: readonly ArticleOutcome[], choices: ReadingChoices): Promise<void> {
    try {
      const analysed = await this.#analyseWhenFree(id, articles, choices)
      const kept = articles.map(outcome => toKept(outcome, analysed))
      // A word on each is all that is needed of it from now on.
      this.#room.change(id, {
        given: [],
        outcomes: [],
        progress: { stage: 'kept', runId: analysed?.runId ?? null, articles: kept },
      })
    } catch (error) {
      const trouble =
        error instanceof HearsayError
          ? error.message
          : 'A defect of Hearsay kept it from being stored; what happened stands where the site was started.'
      this.#room.change(id, { progress: { stage: 'read', trouble } })
      if (!(error instanceof HearsayError))
        process.stderr.write(`hearsay: a defect of Hearsay, please report it: ${(error as Error)?.stack ?? error}\n`)
    }
  }

  /** Null when everything ends before its turn has come. */
  async #analyseWhenFree(
    id: string,
    articles: readonly ArticleOutcome[],
    choices: ReadingChoices,
  ): Promise<Analysed | null> {
    const { signal } = this.#over
    const since = performance.now()
    for (let asked = 0; !signal.aborted; asked++) {
      this.#room.change(id, { progress: { stage: 'analysing', done: 0, of: articles.length } })
      try {
        return await this.#options.analyse(articles, choices, {
          signal,
          onProgress: done => this.#room.change(id, { progress: { stage: 'analysing', done, of: articles.length } }),
          onHeld: error => this.#room.change(id, { progress: { stage: 'waiting', why: wordsOf(error) } }),
        })
      } catch (error) {
        if (!isHeldByRun(error) || performance.now() - since > LONGEST_HOLD_MS) throw error
        this.#room.change(id, { progress: { stage: 'waiting', why: wordsOf(error) } })
        await delay(ASK_AGAIN_MS[Math.min(asked, ASK_AGAIN_MS.length - 1)], null, { signal }).catch(() => {})
      }
    }
    return null
  }
}

/** @param analysed null when there was no run */
function toKept({ article }: ArticleOutcome, analysed: Analysed | null): KeptArticle {
  const about = { articleId: article.id, title: article.title ?? labelOfUri(article.uri) }
  const error = analysed?.failures.get(article.id)
  if (error !== undefined) return { ...about, fate: 'failed', error }
  return { ...about, fate: analysed?.stored.has(article.id) === true ? 'stored' : 'lost', error: null }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
