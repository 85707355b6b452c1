import { sql } from 'kysely'
import type { StoreDatabase, VoiceCorrectedView, VoiceEvidenceTable, VoiceTable } from '../../schema.ts'
import { voiceNow, voiceOfAdded } from '../../views/voice-views.ts'
import { ADDED_FROM } from '../search/index-facts.ts'
import { asSaid, findSaidOfVoices } from './said-of-voices.ts'

/** A voice with where its article appeared, as people say it is or else as it was judged. */
export interface ListedVoice extends VoiceTable {
  /** What people say of it, where they do, and what was judged. */
  said: VoiceCorrectedView | null
  judged: Pick<VoiceTable, 'role' | 'affiliation' | 'gender' | 'source_type' | 'function'>
  article_id: string
  uri: string
  title: string | null
  publisher: string | null
  published_utc: string | null
}

/** What a field of a voice rests on, with the words of the article that say it. */
export interface ShownEvidence extends VoiceEvidenceTable {
  words: string | null
}

/** Rows that are asked for at a time: fewer than any store takes values in one query. */
const PORTION = 500

/** Voices with their articles, in the order in which they were asked for; what has gone is left out. */
export async function findVoicesByRowid(database: StoreDatabase, rowids: readonly number[]): Promise<ListedVoice[]> {
  const found = new Map<number, ListedVoice>()
  for (let from = 0; from < rowids.length; from += PORTION) {
    const rows = await database
      .selectFrom('voice')
      .innerJoin('article', 'article.rowid', 'voice.article_rowid')
      .selectAll('voice')
      .select([
        'article.id as article_id',
        'article.uri',
        'article.title',
        'article.publisher',
        'article.published_utc',
      ])
      .where('voice.rowid', 'in', rowids.slice(from, from + PORTION))
      .execute()
    const said = await findSaidOfVoices(
      database,
      rows.map(({ id }) => id),
    )
    for (const row of rows) found.set(row.rowid, toListed(row, said.get(row.id)))
  }
  return rowids.flatMap(rowid => found.get(rowid) ?? [])
}

function toListed(row: Omit<ListedVoice, 'said' | 'judged'>, said: VoiceCorrectedView | undefined): ListedVoice {
  const nowhere = { start: null, end: null }
  // What somebody says stands at no place of the text.
  const role = said?.role == null ? { start: row.role_start, end: row.role_end } : nowhere
  const affiliation = said?.affiliation == null ? { start: row.affiliation_start, end: row.affiliation_end } : nowhere
  return {
    ...asSaid(row, said),
    role_start: role.start,
    role_end: role.end,
    affiliation_start: affiliation.start,
    affiliation_end: affiliation.end,
    said: said ?? null,
    judged: {
      role: row.role,
      affiliation: row.affiliation,
      gender: row.gender,
      source_type: row.source_type,
      function: row.function,
    },
  }
}

/** What voices rest on, by their `rowid`, in the order in which it was found. */
export async function findEvidenceOfVoices(
  database: StoreDatabase,
  rowids: readonly number[],
): Promise<ReadonlyMap<number, readonly ShownEvidence[]>> {
  if (rowids.length === 0) return new Map()
  const rows = await database
    .selectFrom('voice_evidence')
    .innerJoin('voice', 'voice.rowid', 'voice_evidence.voice_rowid')
    .innerJoin('article', 'article.rowid', 'voice.article_rowid')
    .selectAll('voice_evidence')
    .select(
      sql<
        string | null
      >`case when voice_evidence.start is null then null else substr(article.text, voice_evidence.start + 1, voice_evidence."end" - voice_evidence.start) end`.as(
        'words',
      ),
    )
    .where('voice_evidence.voice_rowid', 'in', rowids)
    .orderBy('voice_evidence.voice_rowid')
    .orderBy('voice_evidence.sequence')
    .execute()
  return Map.groupBy(rows, ({ voice_rowid }) => voice_rowid)
}

/** The ids of voices by their `rowid`. */
export async function findVoiceIds(
  database: StoreDatabase,
  rowids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (rowids.length === 0) return new Map()
  const rows = await database.selectFrom('voice').select(['rowid', 'id']).where('rowid', 'in', rowids).execute()
  return new Map(rows.map(({ rowid, id }) => [rowid, id]))
}

/** Whose each claim is, as it was found: the next after `after`, in the order of the claims' `rowid`. */
export async function findClaimVoices(
  database: StoreDatabase,
  after: number,
  limit: number,
): Promise<{ claim_rowid: number; voice_rowid: number }[]> {
  return await database
    .selectFrom('voice_claim')
    .select(['claim_rowid', 'voice_rowid'])
    .where('claim_rowid', '>', after)
    .orderBy('claim_rowid')
    .limit(limit)
    .execute()
}

/** Whose each claim is that people said something of, as it stands; `claim_rowid` above `ADDED_FROM` where somebody added it. */
export async function findCorrectedClaimVoices(
  database: StoreDatabase,
): Promise<{ claim_rowid: number; voice_rowid: number | null }[]> {
  return await selectCorrected(database).execute()
}

/** Whose a claim is, as it stands; null where the text gives no source, or the claim was given to nobody of its article. */
export async function findVoiceOfClaim(database: StoreDatabase, claimId: string): Promise<ListedVoice | null> {
  const own =
    (await selectCorrected(database).where('standing.claim_id', '=', claimId).executeTakeFirst()) ??
    (await database
      .selectFrom('claim')
      .innerJoin('voice_claim', 'voice_claim.claim_rowid', 'claim.rowid')
      .select('voice_claim.voice_rowid')
      .where('claim.id', '=', claimId)
      .executeTakeFirst())
  const rowid = own?.voice_rowid ?? null
  if (rowid === null) return null
  const [voice] = await findVoicesByRowid(database, [rowid])
  return voice ?? null
}

function selectCorrected(database: StoreDatabase) {
  return database
    .selectFrom('standing')
    .innerJoin('article', 'article.id', 'standing.article_id')
    .leftJoin('claim', 'claim.id', 'standing.claim_id')
    .leftJoin('voice_claim', 'voice_claim.claim_rowid', 'claim.rowid')
    .select([
      sql<number>`coalesce(claim.rowid, standing.rowid + ${sql.lit(ADDED_FROM)})`.as('claim_rowid'),
      sql<
        number | null
      >`case when claim.rowid is null then ${sql.raw(voiceOfAdded('article.rowid'))} else ${sql.raw(voiceNow('article.rowid', 'voice_claim.voice_rowid'))} end`.as(
        'voice_rowid',
      ),
    ])
}
