import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { checkSpans } from '../../corrections/check-spans.ts'
import { type LedgerEntry, toLedgerEntry } from '../../corrections/ledger-entry.ts'
import { StandingPlacer } from '../../corrections/placed-standing.ts'
import { standOf } from '../../corrections/stand-of.ts'
import { HearsayError } from '../../domain/errors.ts'
import { hashClaim } from '../../domain/record-id.ts'
import { CodePointText } from '../../domain/text/code-point-text.ts'
import type { Cell } from '../../seal/canonical-form.ts'
import { STANDING_COLUMNS, toStandingCells } from '../../store/ledger/restate.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import { selectCorrections } from '../../store/seals/sealed-sql.ts'
import { literal } from '../../store/transfer/seals/sealed-subjects.ts'
import { type Place, placeOf } from '../columns/place.ts'
import type { ChainProblem } from './verify-chain.ts'

/** Claims whose entries are in memory together. */
const CLAIMS_AT_ONCE = 500
const SPAN_COLUMNS = ['role', 'sequence', 'start', 'end', 'text'] as const

/**
 * Whether what is kept of where claims stand follows from the ledger of corrections and the texts, row by row; and whether
 * spans that people gave lie in the text, and claims that they added have the ids of their words.
 *
 */
export async function verifyStandings(database: StoreDatabase): Promise<ChainProblem[]> {
  const problems: ChainProblem[] = []
  for (let after = ''; ; ) {
    const { rows: page } = await sql<{ claim_id: string }>`
      select distinct claim_id from correction where claim_id > ${after} order by claim_id limit ${sql.lit(CLAIMS_AT_ONCE)}`.execute(
      database,
    )
    const last = page.at(-1)
    if (last === undefined) break
    problems.push(
      ...(await verifySome(
        database,
        page.map(({ claim_id }) => claim_id),
      )),
    )
    after = last.claim_id
  }
  return [...problems, ...(await findStrangers(database))]
}

async function verifySome(database: StoreDatabase, claimIds: readonly string[]): Promise<ChainProblem[]> {
  const among = claimIds.map(literal).join(', ')
  const { rows } = await sql<Record<string, Cell>>`
    ${sql.raw(selectCorrections(`own.claim_id IN (${among})`))}`.execute(database)
  const entries: LedgerEntry[] = []
  const problems: ChainProblem[] = []
  for (const row of rows) {
    const [id, ...cells] = Object.values(row)
    try {
      entries.push(toLedgerEntry(cells))
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      problems.push(inLedger(`Correction ${id} cannot be read: ${error.message}.`, String(id)))
    }
  }
  for (const [articleId, some] of Map.groupBy(entries, entry => entry.articleId)) {
    const text = await readText(database, articleId, some)
    if (text !== null) problems.push(...some.flatMap(entry => findMisplaced(entry, text)))
    const placer = new StandingPlacer(text ?? '')
    for (const [claimId, [first, ...others]] of Map.groupBy(some, entry => entry.claimId)) {
      if (first === undefined) continue
      const standing = placer.place(standOf([first, ...others]))
      const kept = await readKept(database, claimId)
      const expected: Kept = [
        toStandingCells(standing),
        standing.words.map(({ role, sequence, start, end, text }) => [role, sequence, start, end, text]),
      ]
      if (!isDeepStrictEqual(kept, expected))
        problems.push({
          message: `What is kept of where claim ${claimId} stands, in standing and standing_span, does not follow from its corrections: it was changed; put back a copy of the database in which it agrees.`,
          places: findOther(claimId, kept, expected),
        })
    }
  }
  return problems
}

async function readText(
  database: StoreDatabase,
  articleId: string,
  entries: readonly LedgerEntry[],
): Promise<string | null> {
  if (entries.every(({ spans }) => Object.keys(spans).length === 0)) return null
  const row = await database.selectFrom('article').select('text').where('id', '=', articleId).executeTakeFirst()
  return row?.text ?? null
}

/** The row of a claim and those of its spans. */
type Kept = readonly [row: readonly Cell[], spans: readonly (readonly Cell[])[]]

/** The columns in which rows are others than the ledger makes them. */
function findOther(claimId: string, [row, spans]: Kept, [rightRow, rightSpans]: Kept): Place[] {
  const others = STANDING_COLUMNS.filter((_, index) => !isDeepStrictEqual(row[index], rightRow[index]))
  const otherSpans =
    spans.length !== rightSpans.length
      ? [...SPAN_COLUMNS, 'standing_rowid']
      : SPAN_COLUMNS.filter((_, index) =>
          spans.some((span, at) => !isDeepStrictEqual(span[index], rightSpans[at]?.[index])),
        )
  return [
    ...(others.length === 0 ? [] : [placeOf({ table: 'standing', row: claimId, isCertain: row.length > 0 }, others)]),
    ...(otherSpans.length === 0 ? [] : [placeOf({ table: 'standing_span', row: claimId }, otherSpans)]),
  ]
}

function inLedger(message: string, row: string): ChainProblem {
  return { message, places: [placeOf({ table: 'correction', row }, ['spans'])] }
}

async function readKept(database: StoreDatabase, claimId: string): Promise<Kept> {
  const columns = STANDING_COLUMNS.map(column => `"${column}"`).join(', ')
  const { rows } = await sql<Record<string, Cell>>`
    select ${sql.raw(columns)} from standing where claim_id = ${claimId}`.execute(database)
  const { rows: spans } = await sql<Record<string, Cell>>`
    select role, sequence, start, "end", text from standing_span
    where standing_rowid in (select rowid from standing where claim_id = ${claimId})
    order by case role when 'source' then 0 when 'cue' then 1 when 'content' then 2 else 3 end, sequence`.execute(
    database,
  )
  return [Object.values(rows[0] ?? {}), spans.map(span => Object.values(span))]
}

function findMisplaced(entry: LedgerEntry, text: string): ChainProblem[] {
  const problems: ChainProblem[] = []
  try {
    checkSpans(entry.spans, new CodePointText(text).length)
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error
    problems.push(
      inLedger(
        `A correction of claim ${entry.claimId} has spans that do not fit its article: ${error.message}`,
        entry.claimId,
      ),
    )
  }
  const { cue = [], content = [] } = entry.spans
  if (entry.adds && hashClaim(entry.articleId, cue, content) !== entry.claimId)
    problems.push(
      inLedger(
        `Claim ${entry.claimId}, which somebody added, does not have the id of its cue and content.`,
        entry.claimId,
      ),
    )
  return problems
}

/** What is kept of claims that the ledger does not speak of, and of none at all. */
async function findStrangers(database: StoreDatabase): Promise<ChainProblem[]> {
  const { rows } = await sql<{ strangers: number }>`
    select count(*) as strangers from standing
    where not exists (select 1 from correction where correction.claim_id = standing.claim_id)`.execute(database)
  const { rows: lone } = await sql<{ spans: number }>`
    select count(*) as spans from standing_span
    where not exists (select 1 from standing where standing.rowid = standing_span.standing_rowid)`.execute(database)
  return [
    ...count(
      rows[0]?.strangers ?? 0,
      'rows of standing are of claims that the ledger of corrections does not speak of',
      placeOf({ table: 'standing', row: null, change: 'added' }, ['claim_id']),
    ),
    ...count(
      lone[0]?.spans ?? 0,
      'rows of standing_span are of no claim that stands there',
      placeOf({ table: 'standing_span', row: null }, ['standing_rowid']),
    ),
  ]
}

function count(rows: number, what: string, place: Place): ChainProblem[] {
  return rows === 0 ? [] : [{ message: `${rows} ${what}.`, places: [place] }]
}
