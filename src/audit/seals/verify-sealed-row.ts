import type { Cell } from '../../seal/canonical-form.ts'
import type { NamedRow } from '../../seal/rows-by-name.ts'
import type { Digest, Leaf } from '../../seal/seal.ts'
import { partsOfInput } from '../../seal/subjects.ts'
import { findDeadLettersFrom } from '../../store/queries/runs/failures.ts'
import { findInputs } from '../../store/queries/runs.ts'
import { readRunKeys, readStoredInput, readStoredLetter } from '../../store/queries/seals/sealed-rows.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import type { NumberedLeaf } from '../../store/seals/sealed-rows.ts'
import type { LeafLedger } from '../../store/sqlite/seal/leaf-ledger.ts'
import { findInputColumns, findLetterColumns, RECORD_SUBJECTS } from '../columns/find-record-columns.ts'
import { type Place, placeOf } from '../columns/place.ts'
import type { Finding } from '../finding.ts'
import { describePlaces } from './describe-others.ts'
import { type SealedBy, toFinding } from './sealed-finding.ts'

/** Whether an input or a failure is as it was sealed last. */
export async function verifySealedRow(
  database: StoreDatabase,
  row: NumberedLeaf,
  ledger: LeafLedger,
  { seals, search, advice }: SealedBy,
): Promise<Finding | null> {
  const leaf = ledger.take(row.kind, row.subject)
  if (leaf === null || leaf.digest === null) {
    const message = `${describeSubject(row)} stands under no seal: the row in ${row.kind} was added, or goes by another name now; ${advice}.`
    const place = { table: row.kind, row: nameSubject(row), change: 'added' } as const
    return toFinding('sealed-rows', message, [placeOf(place, RECORD_SUBJECTS[row.kind] ?? [])])
  }
  if (leaf.digest === row.digest) return null
  const places = search.mayGoOn() ? await findPlaces(database, row, leaf.digest) : [somewhere(row)]
  const name = seals.get(leaf.sealId)?.name ?? 'a seal that is not there'
  return toFinding(
    'sealed-rows',
    `${describeSubject(row)} is not as ${name} holds it: ${describePlaces(places)}; ${advice}.`,
    places,
  )
}

async function findPlaces(database: StoreDatabase, row: NumberedLeaf, digest: Digest): Promise<Place[]> {
  const runs = await readRunKeys(database)
  const name = nameSubject(row)
  const held = placeOf({ table: 'seal_leaf', row: name }, ['digest'])
  if (row.kind !== 'input') {
    const { rows: alike } = await findDeadLettersFrom(database, { offset: 0, limit: MOST_ALIKE })
    const cells = await readStoredLetter(database, row.number)
    const place = findLetterColumns(cells, digest, name, { runs, alike: named(alike) })
    return place.isCertain ? [place] : [place, held]
  }
  const { cells, leftOut } = await readStoredInput(database, row.number)
  const articleId = partsOfInput(row.subject)?.articleId ?? null
  const alike = articleId === null ? [] : await findInputs(database, { articleId })
  const articles =
    articleId === null ? [] : await database.selectFrom('article').selectAll().where('id', '=', articleId).execute()
  const facts = { runs, alike: [...named(alike), ...named(articles)] }
  const places = findInputColumns(cells as readonly Cell[], leftOut, digest, name, facts)
  return places.some(({ isCertain }) => isCertain) ? places : [...places, held]
}

const MOST_ALIKE = 200

function named(rows: readonly object[]): NamedRow[] {
  return rows as NamedRow[]
}

function somewhere({ kind, ...row }: Leaf): Place {
  return placeOf({ table: kind, row: nameSubject({ kind, ...row }) }, [])
}

/** `news/a.html of article 3f…` */
export function nameSubject(leaf: Leaf): string {
  return describeSubject(leaf).replace(/^(Article|The failure of|The input) /, '')
}

export function describeSubject({ kind, subject }: Leaf): string {
  if (kind === 'article') return `Article ${subject}`
  if (kind === 'dead_letter') return `The failure of ${subject}`
  const parts = partsOfInput(subject)
  if (parts === null) return `The input ${subject}`
  return `The input ${parts.location}${parts.articleId === null ? '' : ` of article ${parts.articleId}`}`
}
