import type { MergeTarget, SourcePrefix } from './merge-target.ts'
import { COLUMNS, list, quote } from './tables.ts'

const OWN = COLUMNS.correction

/**
 * Notes the corrections that the target does not hold yet in `arriving`; `appendCollected` adds them to the ledger
 * when all sources were looked at.
 */
export async function collectCorrections(target: MergeTarget, source: SourcePrefix): Promise<void> {
  await target.run(
    `CREATE TEMP TABLE IF NOT EXISTS arriving AS
     SELECT ${list(OWN)}, corrected_at AS settled_at, id AS place FROM correction WHERE false`,
  )
  await target.run('CREATE INDEX IF NOT EXISTS arriving_claim ON arriving (claim_id)')
  const isSame = (held: string) =>
    OWN.map(column => `${held}.${quote(column)} IS NOT DISTINCT FROM theirs.${quote(column)}`).join(' AND ')
  await target.run(
    `INSERT INTO arriving (${list(OWN)}, settled_at, place)
     SELECT ${list(OWN, 'theirs')}, theirs.settled_at, theirs.id
     FROM (SELECT id, ${list(OWN)}, max(corrected_at) OVER (ORDER BY id) AS settled_at FROM ${source}correction) AS theirs
     WHERE NOT EXISTS (SELECT 1 FROM correction AS held WHERE held.claim_id = theirs.claim_id AND ${isSame('held')})
     AND NOT EXISTS (SELECT 1 FROM arriving AS held WHERE held.claim_id = theirs.claim_id AND ${isSame('held')})`,
  )
}

/** The same of what is said of voices. */
export async function collectVoiceCorrections(target: MergeTarget, source: SourcePrefix): Promise<void> {
  const columns = COLUMNS.voice_correction
  await target.run(
    `CREATE TEMP TABLE IF NOT EXISTS arriving_voices AS
     SELECT ${list(columns)}, corrected_at AS settled_at, id AS place FROM voice_correction WHERE false`,
  )
  await target.run('CREATE INDEX IF NOT EXISTS arriving_voice ON arriving_voices (voice_id)')
  const isSame = columns
    .map(column => `held.${quote(column)} IS NOT DISTINCT FROM theirs.${quote(column)}`)
    .join(' AND ')
  await target.run(
    `INSERT INTO arriving_voices (${list(columns)}, settled_at, place)
     SELECT ${list(columns, 'theirs')}, theirs.settled_at, theirs.id
     FROM (SELECT id, ${list(columns)}, max(corrected_at) OVER (ORDER BY id) AS settled_at FROM ${source}voice_correction) AS theirs
     WHERE NOT EXISTS (SELECT 1 FROM voice_correction AS held WHERE held.voice_id = theirs.voice_id AND ${isSame})
     AND NOT EXISTS (SELECT 1 FROM arriving_voices AS held WHERE held.voice_id = theirs.voice_id AND ${isSame})`,
  )
}

/** Adds what `collectVoiceCorrections` noted, in the order of time, as `appendCollected` does. */
export async function appendCollectedVoices(target: MergeTarget): Promise<number> {
  const columns = list(COLUMNS.voice_correction)
  const added = await target.run(
    `INSERT INTO voice_correction (${columns})
     SELECT ${columns} FROM arriving_voices ORDER BY settled_at, place, ${columns}`,
  )
  await target.empty('arriving_voices')
  return added
}

/** How many corrections came, and of which claims. */
export interface Appended {
  readonly added: number
  readonly claimIds: readonly string[]
}

/**
 * Adds what `collectCorrections` noted, in the order of time. Those of one source stay in the order of its ledger, even
 * where its clock was set back.
 */
export async function appendCollected(target: MergeTarget): Promise<Appended> {
  const claims = await target.all<{ claim_id: string }>('SELECT DISTINCT claim_id FROM arriving ORDER BY claim_id')
  const added = await target.run(
    `INSERT INTO correction (${list(OWN)})
     SELECT ${list(OWN)} FROM arriving ORDER BY settled_at, place, ${list(OWN)}`,
  )
  await target.empty('arriving')
  return { added, claimIds: claims.map(({ claim_id }) => claim_id) }
}
