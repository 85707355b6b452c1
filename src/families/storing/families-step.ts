import { isAmong } from '../../store/dialect/write-rows.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import type { AcrossStep, EnteredArticle } from '../across-step.ts'
import { STEP_VERSIONS } from '../entry-versions.ts'
import { judgeSame } from '../wording/judge-wordings.ts'
import { readWording, type Wording } from '../wording/wording.ts'
import { buildFamilies } from './building/build-families.ts'
import { Region, type Seed } from './region.ts'
import { settleRegion } from './settle-region.ts'
import { type EnteredClaim, readClaims } from './stored-claims.ts'
import { findOfArticles, insertMembers, memberRow } from './stored-members.ts'
import { forgetWordings, tieFresh } from './stored-ties.ts'
import { enterWordings, findEmptyWordings } from './stored-wordings.ts'
import { writeFamilies } from './write-families.ts'

/** Whose claims have the same words. */
export const familiesStep: AcrossStep = {
  name: 'families',
  version: STEP_VERSIONS.families,
  enter: async (database, articles) => {
    const rowids = articles.map(({ rowid }) => rowid)
    // What they had before goes, and is noted as lost.
    await database
      .deleteFrom('quotation_member')
      .where(isAmong(database, 'article_rowid', rowids))
      .execute()
    const { touched, changed } = await enterClaims(database, articles)
    const region = new Region(database)
    const lost = await takeLost(database)
    await region.takeAround(lost)
    await region.take(await findOfArticles(database, rowids))
    const empty = await findEmptyWordings(database, [...new Set(lost.map(({ wording_rowid }) => wording_rowid))])
    const loosened = empty.length === 0 ? changed : changed.union(await forgetWordings(database, empty))
    const whole = loosened.size === 0 ? region : await growAnew(database, region, [...loosened])
    await writeFamilies(database, whole, settleRegion(whole), touched)
  },
  enterAll: buildFamilies,
  clear: async database => {
    for (const table of ['quotation_member', 'quotation_family', 'wording_tie', 'wording_anchor', 'wording'] as const)
      await database.deleteFrom(table).execute()
    await database.deleteFrom('quotation_loss').execute()
  },
}

/** @returns ids of the claims, and wordings whose ties are others now */
async function enterClaims(
  database: StoreDatabase,
  articles: readonly EnteredArticle[],
): Promise<{ readonly touched: ReadonlySet<string>; readonly changed: ReadonlySet<number> }> {
  const claims = await readClaims(database, articles)
  const { telling, wordings } = keepTelling(claims)
  const { rowidOf, fresh } = await enterWordings(database, wordings)
  const changed = await tieFresh(database, fresh)
  await insertMembers(
    database,
    telling.map(claim => memberRow(claim, rowidOf.get(claim.words) as number)),
  )
  return { touched: new Set(telling.map(({ id }) => id)), changed }
}

/** What tells too little to tie anybody is in no family, and not kept. */
function keepTelling(claims: readonly EnteredClaim[]): {
  readonly telling: readonly EnteredClaim[]
  readonly wordings: readonly Wording[]
} {
  const wordings = new Map<string, Wording>()
  for (const words of new Set(claims.map(claim => claim.words))) {
    const wording = readWording(words)
    if (judgeSame(wording) !== null) wordings.set(words, wording)
  }
  return { telling: claims.filter(({ words }) => wordings.has(words)), wordings: [...wordings.values()] }
}

async function takeLost(database: StoreDatabase): Promise<Seed[]> {
  const lost = await database.selectFrom('quotation_loss').selectAll().execute()
  if (lost.length === 0) return []
  await database
    .deleteFrom('quotation_loss')
    .where(
      isAmong(
        database,
        'claim_id',
        lost.map(({ claim_id }) => claim_id),
      ),
    )
    .execute()
  return lost.map(({ wording_rowid, family_rowid, speaker, seen_at }) => ({
    wording_rowid,
    family_rowid,
    speaker,
    seenAt: seen_at === null ? null : Date.parse(seen_at),
  }))
}

/** A region that holds the same and all around some wordings, by the ties as they are now. */
async function growAnew(database: StoreDatabase, region: Region, rowids: readonly number[]): Promise<Region> {
  const grown = new Region(database)
  for (const rowid of region.lostFamilies) grown.lostFamilies.add(rowid)
  await grown.take([...region.members.values()])
  await grown.takeWordings(rowids)
  return grown
}
