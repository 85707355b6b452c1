import type { ReadOutcome } from '../../read/format.ts'
import { reasonOf } from '../../store/runs/origins.ts'
import { reasonForm } from '../../store/runs/reason-form.ts'
import type { DeadLetter, InputOrigin, ReadFile, SkippedInput } from '../../store/store.ts'
import { toInputOrigin } from './input-origin.ts'

type NoArticle = Exclude<ReadOutcome, { outcome: 'article' }>

/** What is to be written of inputs that gave no article. */
export interface GatheredEntries {
  readonly dead: readonly DeadLetter[]
  readonly skipped: readonly SkippedInput[]
  readonly read: readonly ReadFile[]
}

/** Entries of one file that failed alike. */
interface Group {
  readonly form: string
  /** The first of them, which tells of all. */
  readonly first: NoArticle
  readonly origin: InputOrigin
  readonly places: string[]
  times: number
  soFar: number
}

/** Stage that dead letters name when an input never became an article. */
const READING = { stage: 'read', stageVersion: 1 }
/** Of one file; what fails in yet another way is put together by its kind alone. There is room for all that readers say. */
const MOST_FORMS = 20
const MOST_PLACES = 10
/** Form of what a file as a whole failed with. */
const WHOLE = ''
/** Kinds of failures that say of a whole file that it holds no entries. With any other, the rest of it was not read. */
const NO_ENTRIES: readonly string[] = ['not-text', 'no-text']

/**
 * Puts together what failed, or was passed over, in the same way in one file, so that a million bad lines are one row with
 * a count and not a million rows. It takes outcomes in the order of reading and remembers the groups of one file at a time.
 */
export class EntryGroups {
  #file: string | null = null
  /** Of the file that is being read. */
  #groups = new Map<string, Group>()
  /** What failed, or was passed over, as the file as a whole; null when nothing did. */
  #whole: NoArticle | null = null
  /** With something that has not been taken yet, in the order in which they came. */
  readonly #waiting = new Set<Group>()
  #ended: ReadFile[] = []
  #size = 0
  #inputs = 0

  /** How many rows they make. */
  get rows(): number {
    return this.#waiting.size + this.#ended.length
  }

  /** How many inputs gave no article, ever. */
  get inputs(): number {
    return this.#inputs
  }

  /** How many inputs and ends of files wait to be taken. */
  get size(): number {
    return this.#size
  }

  /**
   * Takes note of the next outcome of reading; articles only tell which file is being read.
   *
   * @returns the same object for all that are put together; nothing for an article
   */
  meet(outcome: ReadOutcome): object | undefined {
    const file = outcome.origin?.file ?? null
    if (file !== this.#file) this.#turnTo(file)
    if (outcome.outcome === 'article') return undefined
    const origin = toInputOrigin(outcome)
    const isEntry = file !== null && origin.location !== file
    const group = isEntry ? this.#groupOf(outcome, origin) : startGroup(WHOLE, outcome, origin)
    if (!isEntry) this.#whole = outcome
    group.times += 1
    group.soFar += 1
    if (group.places.length < MOST_PLACES) group.places.push(origin.location)
    this.#waiting.add(group)
    this.#size += 1
    this.#inputs += 1
    return group
  }

  /** There is no more: the last file has been read to its end. */
  end(): void {
    this.#turnTo(null)
  }

  /** What has been met since it was taken last. */
  take(): GatheredEntries {
    const dead: DeadLetter[] = []
    const skipped: SkippedInput[] = []
    for (const group of this.#waiting) {
      const { first, origin, form, times, soFar } = group
      const entries =
        form === WHOLE ? {} : { entries: { file: fileOf(first), form, times, soFar, places: [...group.places] } }
      if (first.outcome === 'skipped') skipped.push({ uri: first.uri, reason: first.reason, origin, ...entries })
      else dead.push({ ...toLetter(first, origin), ...entries })
      group.times = 0
    }
    const read = this.#ended
    this.#waiting.clear()
    this.#ended = []
    this.#size = 0
    return { dead, skipped, read }
  }

  #turnTo(file: string | null): void {
    // Standard input is another one each time.
    if (this.#file !== null && this.#file !== '-') {
      const forms = [...this.#groups.keys(), ...(this.#whole === null ? [] : [WHOLE])]
      this.#ended.push({ file: this.#file, forms, isToEnd: this.#whole === null || isJudged(this.#whole) })
      this.#size += 1
    }
    this.#file = file
    this.#groups = new Map()
    this.#whole = null
  }

  #groupOf(outcome: NoArticle, origin: InputOrigin): Group {
    const kind = outcome.outcome === 'skipped' ? 'skipped' : outcome.kind
    const error = outcome.outcome === 'skipped' ? outcome.reason : outcome.error
    const form = reasonForm(reasonOf({ kind, error }))
    const known = this.#groups.get(form)
    if (known !== undefined) return known
    const group =
      this.#groups.size < MOST_FORMS
        ? startGroup(form, outcome, origin)
        : (this.#groups.get(kind) ?? startGroup(kind, sayVarious(outcome), origin))
    this.#groups.set(group.form, group)
    return group
  }
}

function isJudged(whole: NoArticle): boolean {
  return whole.outcome === 'skipped' || NO_ENTRIES.includes(whole.kind)
}

/** The letter of an input that could not be read. */
export function toLetter(
  { uri, kind, error }: Extract<ReadOutcome, { outcome: 'failed' }>,
  origin: InputOrigin,
): DeadLetter {
  return { articleId: null, uri, ...READING, kind, error, article: null, origin }
}

function startGroup(form: string, first: NoArticle, origin: InputOrigin): Group {
  return { form, first, origin, places: [], times: 0, soFar: 0 }
}

function sayVarious(outcome: NoArticle): NoArticle {
  const various = (reason: string) => `various reasons, of which the first is: ${reason}`
  return outcome.outcome === 'skipped'
    ? { ...outcome, reason: various(outcome.reason) }
    : { ...outcome, error: various(outcome.error) }
}

function fileOf({ uri, origin }: NoArticle): string {
  return origin?.file ?? uri
}
