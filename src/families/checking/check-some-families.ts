import { isAmong } from '../../store/dialect/write-rows.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import type { EnteredArticle } from '../across-step.ts'
import { Region } from '../storing/region.ts'
import { settleRegion } from '../storing/settle-region.ts'
import { readClaims } from '../storing/stored-claims.ts'
import { findOfArticles, type StoredMember } from '../storing/stored-members.ts'
import { tieRow } from '../storing/stored-ties.ts'
import { wordingRow } from '../storing/stored-wordings.ts'
import { judgeSame, judgeWordings } from '../wording/judge-wordings.ts'
import { readWording } from '../wording/wording.ts'
import { describeGroups } from './describe-groups.ts'
import { compareRows, keyRows, type RowDifference } from './row-differences.ts'

/**
 * The claims of some articles, with all that ties join to them, against what they should be: each claim's words and speaker, each
 * tie that there is, and the families that follow from these. What is not seen is a tie that is missing.
 */
export async function checkSomeFamilies(
  database: StoreDatabase,
  articles: readonly EnteredArticle[],
): Promise<RowDifference[]> {
  const region = new Region(database)
  await region.take(
    await findOfArticles(
      database,
      articles.map(({ rowid }) => rowid),
    ),
  )
  return [
    ...(await checkClaims(database, articles)),
    ...(await checkTies(database, region)),
    ...(await checkGroups(database, region)),
  ]
}

/** That the members of articles are their claims, each in its wording. */
async function checkClaims(database: StoreDatabase, articles: readonly EnteredArticle[]): Promise<RowDifference[]> {
  const claims = (await readClaims(database, articles)).filter(({ words }) => judgeSame(readWording(words)) !== null)
  const rows = await database
    .selectFrom('quotation_member as member')
    .innerJoin('wording', 'wording.rowid', 'member.wording_rowid')
    .select(['member.claim_id', 'member.article_rowid', 'member.speaker', 'member.seen_at', 'member.seen_by'])
    .select(['member.quotation', 'wording.digest', 'wording.words', 'wording.weight'])
    .where(
      isAmong(
        database,
        'member.article_rowid',
        articles.map(({ rowid }) => rowid),
      ),
    )
    .execute()
  const expected = claims.map(({ id, articleRowid, words, speaker, seenAt, seenBy, quotation }) => {
    const [digest, , weight] = wordingRow(readWording(words))
    const seen = { seen_at: seenAt, seen_by: seenBy }
    return { claim_id: id, article_rowid: articleRowid, speaker, ...seen, quotation, digest, words, weight }
  })
  return compareRows(
    'quotation_member',
    keyRows(expected, ({ claim_id }) => claim_id),
    keyRows(rows, ({ claim_id }) => claim_id),
    ({ claim_id }) => [String(claim_id)],
  )
}

async function checkTies(database: StoreDatabase, region: Region): Promise<RowDifference[]> {
  const rows = await database
    .selectFrom('wording_tie')
    .selectAll()
    .where(isAmong(database, 'one_rowid', [...region.wordings.keys()]))
    .execute()
  const stored = rows.filter(({ other_rowid }) => region.wordings.has(other_rowid))
  const expected = stored.flatMap(({ one_rowid, other_rowid }) => {
    const [one, other] = [region.wordings.get(one_rowid), region.wordings.get(other_rowid)]
    const tie = one === undefined || other === undefined ? null : judgeWordings(one, other)
    if (tie === null) return []
    const [, , score, shared_words, strength, alignment] = tieRow(one_rowid, other_rowid, tie)
    return [{ one_rowid, other_rowid, score, shared_words, strength, alignment }]
  })
  const keyOf = (row: { one_rowid: number; other_rowid: number }) => `${row.one_rowid} ${row.other_rowid}`
  return compareRows('wording_tie', keyRows(expected, keyOf), keyRows(stored, keyOf), () => [])
}

async function checkGroups(database: StoreDatabase, region: Region): Promise<RowDifference[]> {
  const scores = new Map(
    region.tiesWithin().map(({ one_rowid, other_rowid, score }) => [`${one_rowid} ${other_rowid}`, score]),
  )
  const scoreOf = (one: number, other: number) =>
    one === other ? 1 : (scores.get(`${one} ${other}`) ?? scores.get(`${other} ${one}`) ?? null)
  const groups = settleRegion(region).map(({ id, members }) => ({
    id,
    scoreOf,
    members: members.map(({ id }) => {
      const member = region.members.get(id) as StoredMember
      return { ...member, wording: member.wording_rowid }
    }),
  }))
  const { families, placeOf } = await describeGroups(database, groups)
  const own = [...region.members.values()]
  const stored = await database
    .selectFrom('quotation_family')
    .selectAll()
    .where(isAmong(database, 'rowid', [...new Set(own.flatMap(({ family_rowid }) => family_rowid ?? []))]))
    .execute()
  const idOf = new Map(stored.map(({ rowid, id }) => [rowid, id]))
  const expected = own.map(({ id }) => {
    const { family = null, variant = null, score = null, differs = '' } = placeOf.get(id) ?? {}
    return { claim_id: id, family_rowid: family, variant, score, differs }
  })
  const placed = own.map(({ id, family_rowid, variant, score, differs }) => ({
    claim_id: id,
    family_rowid: family_rowid === null ? null : (idOf.get(family_rowid) ?? null),
    variant,
    score,
    differs,
  }))
  return [
    ...compareRows(
      'quotation_family',
      keyRows(families, ({ id }) => id),
      keyRows(stored, ({ id }) => id),
      ({ first_claim_id }) => [String(first_claim_id)],
    ),
    ...compareRows(
      'quotation_member',
      keyRows(expected, ({ claim_id }) => claim_id),
      keyRows(placed, ({ claim_id }) => claim_id),
      ({ claim_id }) => [String(claim_id)],
    ),
  ]
}
