import type { Selectable } from 'kysely'
import type { StoreDatabase, VoiceCorrectionTable } from '../../schema.ts'

/** What can be said of a voice by itself. */
const FIELDS = ['gender', 'source_type', 'function', 'role', 'affiliation'] as const

/**
 * `in force`: it still says something of the voice; `superseded`: later ones say all of it otherwise; `undone`: taken back.
 */
export type VoiceCorrectionState = 'in force' | 'superseded' | 'undone'

/** One entry of the ledger of voices, with what has become of it and of its voice. */
export interface VoiceCorrection extends Selectable<VoiceCorrectionTable> {
  readonly state: VoiceCorrectionState
  /** Whether the voice is still found: a newer stage, or the article's removal, may have ended it. */
  readonly found: boolean
  /** What it goes by, where another takes it back; null where it has no link. */
  readonly entry: string | null
}

/** The whole ledger of voices, or what is said of one, in the order in which it was written. */
export async function findVoiceCorrections(database: StoreDatabase, voiceId?: string): Promise<VoiceCorrection[]> {
  const ledger = database
    .selectFrom('voice_correction')
    .leftJoin('voice_correction_link', 'voice_correction_link.correction_id', 'voice_correction.id')
    .leftJoin('voice', 'voice.id', 'voice_correction.voice_id')
    .selectAll('voice_correction')
    .select(['voice_correction_link.entry', 'voice.rowid as voice_rowid'])
    .orderBy('voice_correction.id')
  const rows = await (voiceId === undefined
    ? ledger
    : ledger.where('voice_correction.voice_id', '=', voiceId)
  ).execute()
  const states = new Map<number, VoiceCorrectionState>()
  for (const own of Map.groupBy(rows, ({ voice_id }) => voice_id).values()) judge(own, states)
  return rows.map(({ voice_rowid, ...entry }) => ({
    ...entry,
    state: states.get(entry.id) ?? 'in force',
    found: voice_rowid !== null,
  }))
}

type Entry = Selectable<VoiceCorrectionTable> & { readonly entry: string | null }

/** From the last to the first, as the views have it. */
function judge(entries: readonly Entry[], states: Map<number, VoiceCorrectionState>): void {
  const undone = new Set(entries.flatMap(({ withdraws }) => withdraws ?? []))
  const said = new Set<(typeof FIELDS)[number]>()
  for (const entry of entries.toSorted(byTime).toReversed()) {
    if (entry.entry !== null && undone.has(entry.entry)) {
      states.set(entry.id, 'undone')
      continue
    }
    if (entry.withdraws !== null) continue
    const own = FIELDS.filter(field => entry[field] !== null)
    const isMore = entry.same_as !== null || entry.apart_from !== null
    if (own.length > 0 && !isMore && own.every(field => said.has(field))) states.set(entry.id, 'superseded')
    for (const field of own) said.add(field)
  }
}

function byTime(a: Entry, b: Entry): number {
  const [one, other] = [`${a.corrected_at}${a.entry}`, `${b.corrected_at}${b.entry}`]
  return one < other ? -1 : one > other ? 1 : 0
}
