import { sql } from 'kysely'
import type { StoreDatabase, VoiceCorrectedView, VoiceTable } from '../../schema.ts'
import { VOICE_ENTRY_STANDS } from '../../views/voice-corrected-view.ts'

/** Ids that go into one query: fewer than any store takes values. */
const PORTION = 500

/** What people say of these voices and did not take back, by their ids; only of those of which they say something. */
export async function findSaidOfVoices(
  database: StoreDatabase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, VoiceCorrectedView>> {
  const said = new Map<string, VoiceCorrectedView>()
  for (let from = 0; from < ids.length; from += PORTION) {
    const rows = await database
      .selectFrom('v_voice_corrected')
      .selectAll()
      .where('voice_id', 'in', ids.slice(from, from + PORTION))
      .execute()
    for (const row of rows) said.set(row.voice_id, row)
  }
  return said
}

/** What of a voice people can say otherwise. */
type Judged = Pick<VoiceTable, 'role' | 'affiliation' | 'gender' | 'source_type' | 'function'>

/** A voice's row with what people say in the place of what the machine judged, as `v_voice` has it. */
export function asSaid<Row extends Judged>(row: Row, said: VoiceCorrectedView | undefined): Row {
  if (said === undefined) return row
  return {
    ...row,
    role: said.role === null ? row.role : said.role || null,
    affiliation: said.affiliation === null ? row.affiliation : said.affiliation || null,
    gender: said.gender ?? row.gender,
    source_type: said.source_type ?? row.source_type,
    function: said.function ?? row.function,
  }
}

/** Whom somebody says the person of a voice to be the same as, or not to be. */
export interface PeopleDecision {
  /** By `rowid`. */
  readonly voice: number
  readonly other: number
  readonly isSame: boolean
}

/** What was decided of people and not taken back, in the order of time; of voices that are both still found. */
export async function findPeopleDecisions(database: StoreDatabase): Promise<PeopleDecision[]> {
  const rows = await database
    .selectFrom('voice_correction as own')
    .innerJoin('voice_correction_link as link', 'link.correction_id', 'own.id')
    .innerJoin('voice', 'voice.id', 'own.voice_id')
    .leftJoin('voice as same', 'same.id', 'own.same_as')
    .leftJoin('voice as apart', 'apart.id', 'own.apart_from')
    .select(['voice.rowid as voice', 'same.rowid as same', 'apart.rowid as apart'])
    .where(sql<boolean>`${sql.raw(VOICE_ENTRY_STANDS)}`)
    .where(either => either.or([either('own.same_as', 'is not', null), either('own.apart_from', 'is not', null)]))
    .orderBy('own.corrected_at')
    .orderBy('link.entry')
    .execute()
  return rows.flatMap(({ voice, same, apart }) => [
    // Somebody who is not that one, but this one.
    ...(apart === null ? [] : [{ voice, other: apart, isSame: false }]),
    ...(same === null ? [] : [{ voice, other: same, isSame: true }]),
  ])
}
