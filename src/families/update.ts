import { type EnteringStore, openForEntering } from '../store/entering.ts'
import type { StoreDatabase } from '../store/schema.ts'
import type { EnteredArticle, GoneArticle } from './across-step.ts'
import { STEPS, STEPS_VERSION } from './steps.ts'

/** So many articles are entered in one transaction. */
const ARTICLES_AT_ONCE = 100

export interface AcrossUpdate {
  /** How many articles were entered. */
  readonly entered: number
  /** Whether another process enters them right now: it enters what this one left, too. */
  readonly isHeld: boolean
}

export interface UpdateOptions {
  /** Forgets what was found, and enters every article anew. */
  readonly rebuild?: boolean | undefined
  /** Ends the work between two transactions; what waits is entered the next time. */
  readonly signal?: AbortSignal | undefined
  /** Told after each transaction. */
  readonly onEntered?: ((entered: number) => void) | undefined
}

/**
 * Enters across articles what waits for it: makes true, for all articles that are stored, which quotations are the same, what
 * answers what, and what changed between versions. Killed in between, it loses nothing.
 *
 * @throws HearsayError 4 (not usable, locked) or 74 (disk full)
 */
export async function updateAcross(db: string, options: UpdateOptions = {}): Promise<AcrossUpdate> {
  const store = await openForEntering(db)
  if (store === null) return { entered: 0, isHeld: true }
  try {
    return { entered: await enterWaiting(store, options), isHeld: false }
  } finally {
    await store.close()
  }
}

async function enterWaiting(
  store: EnteringStore,
  { rebuild = false, signal, onEntered }: UpdateOptions,
): Promise<number> {
  await store.transact(database => clearOthers(database, rebuild))
  let entered = 0
  while (signal?.aborted !== true) {
    const batch = await store.transact(enterBatch)
    if (batch === null) break
    entered += batch
    onEntered?.(entered)
  }
  return entered
}

/** What was entered by other versions of the steps is of no use to these. */
async function clearOthers(database: StoreDatabase, rebuild: boolean): Promise<void> {
  const other = await database
    .selectFrom('across_entry')
    .select('version')
    .where('version', '<>', 0)
    .where('version', '<>', STEPS_VERSION)
    .limit(1)
    .executeTakeFirst()
  if (other === undefined && !rebuild) return
  for (const step of STEPS.toReversed()) await step.clear(database)
  await database.updateTable('across_entry').set({ version: 0 }).where('version', '<>', 0).execute()
  await database.deleteFrom('across_gone').execute()
}

/** Null where nothing waits. */
async function enterBatch(database: StoreDatabase): Promise<number | null> {
  const articles = await takeWaiting(database)
  const gone = await takeGone(database)
  if (articles.length === 0 && gone.length === 0) return null
  for (const step of STEPS) await step.enter(database, articles, gone)
  const rowids = articles.map(({ rowid }) => rowid)
  await database
    .updateTable('across_entry')
    .set({ version: STEPS_VERSION })
    .where('article_rowid', 'in', rowids)
    .execute()
  return articles.length
}

async function takeWaiting(database: StoreDatabase): Promise<EnteredArticle[]> {
  return await database
    .selectFrom('across_entry')
    .innerJoin('article', 'article.rowid', 'across_entry.article_rowid')
    .select(['article.rowid', 'article.id', 'article.uri'])
    .where('across_entry.version', '=', 0)
    .orderBy('across_entry.article_rowid')
    .limit(ARTICLES_AT_ONCE)
    .execute()
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
  await database
    .deleteFrom('across_gone')
    .where(
      'article_id',
      'in',
      gone.map(({ id }) => id),
    )
    .execute()
  return gone.filter(({ rowid }) => rowid === null).map(({ id, uri }) => ({ id, uri }))
}
