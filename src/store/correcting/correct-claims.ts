import { isPostgres } from '../database-name.ts'
import type { CorrectionNote, JoinNote, NewCorrection } from '../ledger/new-correction.ts'
import type { NewRow } from '../ledger/new-row.ts'
import type { StoreDatabase } from '../schema.ts'
import { appendEntries } from '../sqlite/ledger/append-entries.ts'
import { onCurrentSchema } from './on-current-schema.ts'

/*
 * What people say of claims. Everything is an entry of the ledger, which only grows: all that one call adds is added
 * together or, when something goes wrong, not at all.
 */

/**
 * Adds a correction of each claim.
 *
 * @throws HearsayError 2 (a claim is no longer there, spans that do not fit the text), 4 (not usable, locked) or 74 (disk
 * full)
 */
export async function appendCorrections(
  db: string,
  claimIds: readonly string[],
  correction: NewCorrection,
): Promise<void> {
  await append(db, await plan(db, (database, { planCorrections }) => planCorrections(database, claimIds, correction)))
}

/**
 * Adds a claim that the machine missed. It lives in the ledger of corrections alone, and its id is hashed as the
 * machine's are.
 *
 * @param correction `spans.cue`, `spans.content` or both are needed
 * @returns the claim's id
 * @throws HearsayError 2 (spans that do not fit the text, a claim that is there already), 4 (not usable) or 74 (disk full)
 */
export async function addClaim(db: string, articleId: string, correction: NewCorrection): Promise<string> {
  const row = await plan(db, (database, { planAdd }) => planAdd(database, articleId, correction))
  await append(db, [row])
  return row.claim_id
}

/** A correction of a claim, or a claim of an article that the machine missed. */
export type CorrectionStep =
  | { readonly claimId: string; readonly correction: NewCorrection }
  | { readonly articleId: string; readonly correction: NewCorrection }

/**
 * Corrects different claims in different ways, and adds claims: all of it or nothing. No step may build on another.
 *
 * @throws HearsayError as {@link appendCorrections} and {@link addClaim}
 */
export async function correctAll(db: string, steps: readonly CorrectionStep[]): Promise<void> {
  const rows = await plan(db, async (database, { planAdd, planCorrections }) => {
    const planned: NewRow[] = []
    for (const step of steps)
      if ('articleId' in step) planned.push(await planAdd(database, step.articleId, step.correction))
      else planned.push(...(await planCorrections(database, [step.claimId], step.correction)))
    return planned
  })
  await append(db, rows)
}

/**
 * Joins claims of one article: `keptId` gets the contents of all, the others are rejected as joined into it.
 *
 * @throws HearsayError 2 (a claim is no longer there, or of another article, or has another source and `source` does
 * not say who says all of it), 4 (not usable) or 74 (disk full)
 */
export async function joinClaims(db: string, keptId: string, otherIds: readonly string[], by: JoinNote): Promise<void> {
  await append(db, await plan(db, (database, { planJoin }) => planJoin(database, keptId, otherIds, by)))
}

/**
 * Cuts the content of a claim at offsets (code points of the article's text): it keeps the first part, and each other
 * part becomes a claim that is added, with the same cue and source.
 *
 * @returns the ids of the claims that were added, in the order of the text
 * @throws HearsayError 2 (the claim is no longer there, an offset not within its content), 4 (not usable) or 74 (disk full)
 */
export async function splitClaim(
  db: string,
  claimId: string,
  at: readonly number[],
  by: CorrectionNote,
): Promise<string[]> {
  const rows = await plan(db, (database, { planSplit }) => planSplit(database, claimId, at, by))
  await append(db, rows)
  return rows.filter(({ adds }) => adds === 1).map(({ claim_id }) => claim_id)
}

/**
 * Takes back the last correction of a claim that is still in force, by another one; what was joined or split together
 * with it, together.
 *
 * @throws HearsayError 2 (there is none), 4 (not usable) or 74 (disk full)
 */
export async function undoCorrection(
  db: string,
  claimId: string,
  by: Pick<CorrectionNote, 'correctedBy'>,
): Promise<void> {
  await append(db, await plan(db, (database, { planUndo }) => planUndo(database, claimId, by)))
}

type Planner = typeof import('../ledger/plan-corrections.ts')

async function plan<Planned>(
  db: string,
  make: (database: StoreDatabase, planner: Planner) => Promise<Planned>,
): Promise<Planned> {
  // It brings word lists and libraries of the pipeline with it, which whoever only reads or writes a store does without.
  return await onCurrentSchema(db, async database => make(database, await import('../ledger/plan-corrections.ts')))
}

async function append(db: string, rows: readonly NewRow[]): Promise<void> {
  if (isPostgres(db)) {
    const postgres = await import('../postgres/ledger/append-entries.ts')
    await postgres.appendEntries(db, rows)
  } else appendEntries(db, rows)
}
