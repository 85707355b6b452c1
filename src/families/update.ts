import { dialectOf } from '../store/dialect/dialect.ts'
import { type EnteringStore, openForEntering } from '../store/entering.ts'
import type { StoreDatabase } from '../store/schema.ts'
import type { AcrossStep, EnteredArticle, GoneArticle } from './across-step.ts'
import { countWaiting } from './count-waiting.ts'
import { BEING_ENTERED, FOUND_AT_ONCE, STEPS_VERSION, WAITS } from './entry-versions.ts'
import { heedSignal, takeTurn } from './heed-signal.ts'

/** So many articles are entered in one transaction. */
const ARTICLES_AT_ONCE = 100
/** From so many waiting articles on, and where as many wait as were entered, all are entered at once. */
const ALL_AT_ONCE_FROM = 1000

export interface AcrossUpdate {
  /** How many articles were entered. */
  readonly entered: number
  /** Whether another process enters them right now: it enters what this one left, too. */
  readonly isHeld: boolean
  /** Whether it was broken off by its signal: the rest waits for the next time. */
  readonly isStopped: boolean
}

export interface UpdateOptions {
  /** Forgets what was found, and enters every article anew. */
  readonly rebuild?: boolean | undefined
  /** Breaks the work off, within about a second; a transaction under way is undone, and what waits is entered the next time. */
  readonly signal?: AbortSignal | undefined
  /** Told after each transaction. */
  readonly onEntered?: ((entered: number) => void) | undefined
  /** Where more than so many wait, none is entered: for whoever has no time for all of them. */
  readonly atMost?: number | undefined
  /** Told how many there are, when all articles are to be entered at once. */
  readonly onAllAtOnce?: ((articles: number) => void) | undefined
  /** From how many waiting articles on all may be entered at once; see `ALL_AT_ONCE_FROM`. */
  readonly allAtOnceFrom?: number | undefined
}

/**
 * Enters across articles what waits for it: makes true, for all articles that are stored, which quotations are the same, what
 * answers what, and what changed between versions. Killed in between, it loses nothing.
 *
 * @throws HearsayError 4 (not usable, locked) or 74 (disk full)
 */
export async function updateAcross(db: string, options: UpdateOptions = {}): Promise<AcrossUpdate> {
  const store = await openForEntering(db)
  if (store === null) return { entered: 0, isHeld: true, isStopped: false }
  const { signal } = options
  let entered = 0
  const onEntered = (articles: number) => {
    entered = articles
    options.onEntered?.(articles)
  }
  try {
    await enterWaiting(heedSignal(store, signal), { ...options, onEntered })
    return { entered, isHeld: false, isStopped: false }
  } catch (error) {
    if (signal?.aborted === true && error === signal.reason) return { entered, isHeld: false, isStopped: true }
    throw error
  } finally {
    await store.close()
  }
}

async function enterWaiting(store: EnteringStore, options: UpdateOptions): Promise<void> {
  const { rebuild = false, signal, onEntered, allAtOnceFrom = ALL_AT_ONCE_FROM } = options
  if (options.atMost !== undefined && (await store.read(countWaiting)) > options.atMost) return
  // Loaded by whom they serve: their word lists would cost every command a part of its start.
  const { STEPS } = await import('./steps.ts')
  const atOnce = await store.transact(database => beginAllAtOnce(database, STEPS, rebuild, allAtOnceFrom))
  if (atOnce > 0) {
    options.onAllAtOnce?.(atOnce)
    for (const step of STEPS) await step.enterAll?.(store)
    await store.transact(database => setVersions(database, BEING_ENTERED, FOUND_AT_ONCE))
  }
  let entered = 0
  for (;;) {
    const batch = await store.transact(database => enterBatch(database, STEPS, signal))
    if (batch === null) return
    entered += batch
    onEntered?.(entered)
  }
}

/**
 * Empties all tables where they hold what is of no use: of other versions of the steps, of what was broken off, or where nearly all
 * waits.
 *
 * @returns how many articles are to be entered at once: all, or none
 */
async function beginAllAtOnce(
  database: StoreDatabase,
  steps: readonly AcrossStep[],
  rebuild: boolean,
  allAtOnceFrom: number,
): Promise<number> {
  const isUsable = !rebuild && !(await isAnyOther(database))
  const isAllAtOnce = isUsable
    ? await areMostWaiting(database, allAtOnceFrom)
    : (await countEntries(database)) >= allAtOnceFrom
  if (isUsable && !isAllAtOnce) return 0
  for (const step of steps.toReversed()) await step.clear(database)
  await database.deleteFrom('across_gone').execute()
  await database
    .updateTable('across_entry')
    .set({ version: isAllAtOnce ? BEING_ENTERED : WAITS })
    .execute()
  return isAllAtOnce ? await countEntries(database) : 0
}

/** Whether something was entered by other versions of the steps, or is being entered by nobody; found without looking at each entry. */
async function isAnyOther(database: StoreDatabase): Promise<boolean> {
  const known = [WAITS, FOUND_AT_ONCE, STEPS_VERSION].toSorted((a, b) => a - b)
  for (const [place, version] of [...known, null].entries()) {
    let entries = database.selectFrom('across_entry').select('version')
    if (version !== null) entries = entries.where('version', '<', version)
    if (place > 0) entries = entries.where('version', '>', known[place - 1] as number)
    if ((await entries.limit(1).executeTakeFirst()) !== undefined) return true
  }
  return false
}

/** Whether many wait, and as many as are entered. */
async function areMostWaiting(database: StoreDatabase, many: number): Promise<boolean> {
  const waiting = await countEntries(database, WAITS)
  return waiting >= many && 2 * waiting >= (await countEntries(database))
}

async function setVersions(database: StoreDatabase, from: number, to: number): Promise<void> {
  await database.updateTable('across_entry').set({ version: to }).where('version', '=', from).execute()
}

/** Null where nothing waits. */
async function enterBatch(
  database: StoreDatabase,
  steps: readonly AcrossStep[],
  signal: AbortSignal | undefined,
): Promise<number | null> {
  const waiting = await takeWaiting(database, WAITS)
  const gone = await takeGone(database)
  if (waiting.length > 0 || gone.length > 0) return await enterArticles(database, { waiting, gone }, steps, signal)
  const others = steps.filter(({ enterAll }) => enterAll === undefined)
  const found =
    others.length === 0 ? await countEntries(database, FOUND_AT_ONCE) : await takeWaiting(database, FOUND_AT_ONCE)
  if (typeof found !== 'number')
    return found.length === 0 ? null : await enterArticles(database, { waiting: found, gone: [] }, others, signal)
  if (found === 0) return null
  await setVersions(database, FOUND_AT_ONCE, STEPS_VERSION)
  return found
}

async function enterArticles(
  database: StoreDatabase,
  { waiting: articles, gone }: { readonly waiting: readonly EnteredArticle[]; readonly gone: readonly GoneArticle[] },
  steps: readonly AcrossStep[],
  signal: AbortSignal | undefined,
): Promise<number> {
  for (const step of steps) {
    await step.enter(database, articles, gone)
    await takeTurn(signal)
  }
  const rowids = articles.map(({ rowid }) => rowid)
  await database
    .updateTable('across_entry')
    .set({ version: STEPS_VERSION })
    .where('article_rowid', 'in', rowids)
    .execute()
  return articles.length
}

async function takeWaiting(database: StoreDatabase, version: number): Promise<EnteredArticle[]> {
  return await database
    .selectFrom('across_entry')
    .innerJoin('article', 'article.rowid', 'across_entry.article_rowid')
    .select(['article.rowid', 'article.id', 'article.uri'])
    .where('across_entry.version', '=', version)
    .orderBy('across_entry.article_rowid')
    .limit(ARTICLES_AT_ONCE)
    .$call(query => (dialectOf(database) === 'postgres' ? query.forUpdate('across_entry').skipLocked() : query))
    .execute()
}

/** @param version of all where none is given */
async function countEntries(database: StoreDatabase, version?: number): Promise<number> {
  const entries = database.selectFrom('across_entry').select(({ fn }) => fn.countAll<number>().as('count'))
  const { count } = await (version === undefined
    ? entries
    : entries.where('version', '=', version)
  ).executeTakeFirstOrThrow()
  return count
}

/** What came back is none of them: it waits, and is entered as any other. */
async function takeGone(database: StoreDatabase): Promise<GoneArticle[]> {
  const gone = await database
    .selectFrom('across_gone')
    .leftJoin('article', 'article.id', 'across_gone.article_id')
    .select(['across_gone.article_id as id', 'across_gone.uri', 'article.rowid'])
    .orderBy('across_gone.article_id')
    .limit(ARTICLES_AT_ONCE)
    .execute()
  const ids = gone.map(({ id }) => id)
  await database.deleteFrom('across_gone').where('article_id', 'in', ids).execute()
  return gone.filter(({ rowid }) => rowid === null).map(({ id, uri }) => ({ id, uri }))
}
