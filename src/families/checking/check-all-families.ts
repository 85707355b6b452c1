import type { StoreDatabase } from '../../store/schema.ts'
import { inTextOrder, tieRow } from '../storing/stored-ties.ts'
import { wordingRow } from '../storing/stored-wordings.ts'
import { digestWording, readWording } from '../wording/wording.ts'
import { describeGroups } from './describe-groups.ts'
import { type FoundAnew, findAllAnew } from './find-all-anew.ts'
import { compareRows, keyRows, type RowDifference } from './row-differences.ts'

/** What families rest on, and the families, of all articles, against what is found by their claims anew. */
export async function checkAllFamilies(database: StoreDatabase): Promise<RowDifference[]> {
  const found = await findAllAnew(database)
  const digests = found.texts.map(digestWording)
  const stored = await database.selectFrom('wording').select(['rowid', 'digest', 'words', 'weight']).execute()
  const digestOf = new Map(stored.map(({ rowid, digest }) => [rowid, digest]))
  return [
    ...checkWordings(found.texts, stored),
    ...(await checkAnchors(database, found, digests, digestOf)),
    ...(await checkTies(database, found, digests, digestOf)),
    ...(await checkMembers(database, found, digests, digestOf)),
  ]
}

type Digests = ReadonlyMap<number, string>
const NO_CLAIMS = () => []

function checkWordings(
  texts: readonly string[],
  stored: readonly { readonly digest: string; readonly words: string; readonly weight: number }[],
): RowDifference[] {
  const expected = texts.map(text => {
    const [digest, words, weight] = wordingRow(readWording(text))
    return { digest, words, weight }
  })
  return compareRows(
    'wording',
    keyRows(expected, ({ digest }) => digest),
    keyRows(stored, ({ digest }) => digest),
    NO_CLAIMS,
  )
}

async function checkAnchors(
  database: StoreDatabase,
  { anchors }: FoundAnew,
  digests: readonly string[],
  digestOf: Digests,
): Promise<RowDifference[]> {
  const rows = await database.selectFrom('wording_anchor').selectAll().execute()
  const keyOf = ({ anchor, digest }: { anchor: number; digest: string | undefined }) => `${anchor} ${digest}`
  return compareRows(
    'wording_anchor',
    keyRows(
      anchors.map(([anchor, number]) => ({ anchor, digest: digests[number] })),
      keyOf,
    ),
    keyRows(
      rows.map(({ anchor, wording_rowid }) => ({ anchor, digest: digestOf.get(wording_rowid) })),
      keyOf,
    ),
    NO_CLAIMS,
  )
}

async function checkTies(
  database: StoreDatabase,
  { texts, ties }: FoundAnew,
  digests: readonly string[],
  digestOf: Digests,
): Promise<RowDifference[]> {
  const rows = await database.selectFrom('wording_tie').selectAll().execute()
  const expected = ties.map(tie => {
    const { one, other, runs } = inTextOrder(texts, tie)
    const [, , score, shared_words, strength, alignment] = tieRow(one, other, { ...tie, runs })
    return { one: digests[one], other: digests[other], score, shared_words, strength, alignment }
  })
  const keyOf = ({ one, other }: { one: string | undefined; other: string | undefined }) => `${one} ${other}`
  return compareRows(
    'wording_tie',
    keyRows(expected, keyOf),
    keyRows(
      rows.map(({ one_rowid, other_rowid, ...row }) => ({
        ...row,
        one: digestOf.get(one_rowid),
        other: digestOf.get(other_rowid),
      })),
      keyOf,
    ),
    NO_CLAIMS,
  )
}

async function checkMembers(
  database: StoreDatabase,
  { claims, groups }: FoundAnew,
  digests: readonly string[],
  digestOf: Digests,
): Promise<RowDifference[]> {
  const { families, placeOf } = await describeGroups(database, groups)
  const stored = await database.selectFrom('quotation_family').selectAll().execute()
  const idOf = new Map(stored.map(({ rowid, id }) => [rowid, id]))
  const rows = await database.selectFrom('quotation_member').selectAll().execute()
  const expected = claims.map(claim => {
    const { family = null, variant = null, score = null, differs = '' } = placeOf.get(claim.id) ?? {}
    return {
      claim_id: claim.id,
      article_rowid: claim.articleRowid,
      wording_rowid: digests[claim.number] ?? null,
      family_rowid: family,
      variant,
      speaker: claim.speaker,
      seen_at: claim.seen,
      seen_by: claim.seenBy,
      quotation: claim.quotation,
      score,
      differs,
    }
  })
  const claimOf = ({ claim_id }: Readonly<Record<string, unknown>>) => [String(claim_id)]
  const firstOf = ({ first_claim_id }: Readonly<Record<string, unknown>>) => [String(first_claim_id)]
  return [
    ...compareRows(
      'quotation_family',
      keyRows(families, ({ id }) => id),
      keyRows(stored, ({ id }) => id),
      firstOf,
    ),
    ...compareRows(
      'quotation_member',
      keyRows(expected, ({ claim_id }) => claim_id),
      keyRows(
        rows.map(({ wording_rowid, family_rowid, ...row }) => ({
          ...row,
          wording_rowid: digestOf.get(wording_rowid) ?? null,
          family_rowid: family_rowid === null ? null : (idOf.get(family_rowid) ?? null),
        })),
        ({ claim_id }) => claim_id,
      ),
      claimOf,
    ),
  ]
}
