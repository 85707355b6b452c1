import { toLedgerEntry } from '../../corrections/ledger-entry.ts'
import { joinedWords, type PlacedStanding, StandingPlacer } from '../../corrections/placed-standing.ts'
import { type Standing, standOf } from '../../corrections/stand-of.ts'
import { SPAN_ROLES } from '../../domain/labels.ts'
import type { Cell } from '../../seal/canonical-form.ts'
import { PART_SEPARATOR } from '../queries/claims/joined-texts.ts'
import { selectCorrections } from '../seals/sealed-sql.ts'
import type { StatementRow, Statements } from '../seals/statements.ts'
import { literal } from '../transfer/seals/sealed-subjects.ts'
import { list } from '../transfer/tables.ts'

/** Claims that are stated anew together: their ids go into one statement. */
const CLAIMS_AT_ONCE = 200

/** The statement that makes a content found by its words; null where the store does so of its own accord. */
export type IndexStatement = (rowid: number, content: string) => string | null

/**
 * Works out anew where claims stand, from the ledger and the texts of their articles, in SQL of both stores. To be run in
 * the transaction in which the ledger grew.
 *
 * @param claimIds of claims that the ledger speaks of
 */
export function* restate(claimIds: readonly string[], index: IndexStatement): Statements {
  for (let from = 0; from < claimIds.length; from += CLAIMS_AT_ONCE)
    yield* restateSome(claimIds.slice(from, from + CLAIMS_AT_ONCE), index)
}

/** The same of all claims that the ledger speaks of. */
export function* restateAll(index: IndexStatement): Statements {
  const rows = yield 'SELECT DISTINCT claim_id FROM correction ORDER BY claim_id'
  yield* restate(
    rows.map(({ claim_id }) => String(claim_id)),
    index,
  )
}

function* restateSome(claimIds: readonly string[], index: IndexStatement): Statements {
  const among = `(${claimIds.map(literal).join(', ')})`
  const gone = `(SELECT rowid FROM standing WHERE claim_id IN ${among})`
  yield `DELETE FROM standing_span WHERE standing_rowid IN ${gone}`
  if (index(0, '') !== null) yield `DELETE FROM standing_search WHERE rowid IN ${gone}`
  yield `DELETE FROM standing WHERE claim_id IN ${among}`
  const ledger = yield selectCorrections(`own.claim_id IN ${among}`)
  const entries = Map.groupBy(ledger.map(toEntry), ({ claimId }) => claimId)
  const standings = [...entries.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [standOf([first, ...others])],
  )
  const placed = yield* placeAll(standings)
  if (placed.length === 0) return
  const rows = yield `INSERT INTO standing (${list(STANDING_COLUMNS)})
    VALUES ${placed.map(toValues).join(',\n')} RETURNING rowid, claim_id`
  const rowidOf = new Map(rows.map(({ rowid, claim_id }) => [String(claim_id), Number(rowid)]))
  const spans = placed.flatMap(standing =>
    standing.words.map(({ role, sequence, start, end, text }) =>
      values([rowidOf.get(standing.claimId) ?? null, role, sequence, start, end, text]),
    ),
  )
  for (let from = 0; from < spans.length; from += CLAIMS_AT_ONCE)
    yield `INSERT INTO standing_span (standing_rowid, role, sequence, start, "end", text)
      VALUES ${spans.slice(from, from + CLAIMS_AT_ONCE).join(',\n')}`
  for (const standing of placed) {
    const content = joinedWords(standing.words, 'content', PART_SEPARATOR)
    const statement = content === null ? null : index(rowidOf.get(standing.claimId) ?? 0, content)
    if (statement !== null) yield statement
  }
}

function toEntry(row: StatementRow) {
  const [, ...cells] = Object.values(row)
  return toLedgerEntry(cells)
}

/** Texts are read only where words have to be cut from them. */
function* placeAll(standings: readonly Standing[]): Generator<string, PlacedStanding[], readonly StatementRow[]> {
  const placed: PlacedStanding[] = []
  for (const [articleId, some] of Map.groupBy(standings, standing => standing.articleId)) {
    const hasSpans = some.some(({ spans }) => Object.keys(spans).length > 0)
    const [article] = hasSpans ? yield `SELECT text FROM article WHERE id = ${literal(articleId)}` : []
    const placer = new StandingPlacer(String(article?.text ?? ''))
    placed.push(...some.map(standing => placer.place(standing)))
  }
  return placed
}

/** What of a standing follows from the ledger and the text, in the order of {@link toStandingCells}. */
export const STANDING_COLUMNS = [
  ...['claim_id', 'article_id', 'added', 'verdict', 'source', 'note', 'act', 'negated', 'quotation', 'naming', 'role'],
  ...['affiliation', 'cue_lemma', 'source_id', ...SPAN_ROLES.map(role => `sets_${role}`)],
  ...SPAN_ROLES.map(role => `${role}_text`),
  ...['start', 'end', 'context_start', 'context_end', 'corrections', 'corrected_by', 'corrected_at'],
]

export function toStandingCells(standing: PlacedStanding): Cell[] {
  return [
    ...[standing.claimId, standing.articleId, Number(standing.isAdded), standing.verdict, standing.source],
    ...[standing.note, standing.act, standing.negated === null ? null : Number(standing.negated), standing.quotation],
    ...[standing.naming, standing.role, standing.affiliation, standing.cueLemma, standing.sourceId],
    ...SPAN_ROLES.map(role => Number(standing.spans[role] !== undefined)),
    ...SPAN_ROLES.map(role => joinedWords(standing.words, role, PART_SEPARATOR)),
    ...[standing.hull?.start ?? null, standing.hull?.end ?? null],
    ...[standing.context?.start ?? null, standing.context?.end ?? null],
    ...[standing.corrections, standing.correctedBy, standing.correctedAt],
  ]
}

function toValues(standing: PlacedStanding): string {
  return values(toStandingCells(standing))
}

function values(cells: readonly Cell[]): string {
  return `(${cells.map(literal).join(', ')})`
}
