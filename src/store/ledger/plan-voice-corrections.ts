import { requireWords } from '../../corrections/require-words.ts'
import { HearsayError } from '../../domain/errors.ts'
import { findVoiceCorrections } from '../queries/corrections/voice-corrections.ts'
import type { StoreDatabase, VoiceCorrectionTable } from '../schema.ts'
import type { NewVoiceCorrection } from './new-voice-correction.ts'

/*
 * Which entries of the ledger of voices are to be added for what somebody says: worked out from what stands there, and
 * written in one transaction by the store.
 */

/** An entry that is to be added: the store gives it its number and its time. */
export type NewVoiceRow = Omit<VoiceCorrectionTable, 'id' | 'corrected_at'>

type OfVoice = Pick<
  VoiceCorrectionTable,
  'voice_id' | 'article_id' | 'article_uri' | 'former_name' | 'former_start' | 'former_end'
>

const NOTHING = {
  gender: null,
  source_type: null,
  function: null,
  role: null,
  affiliation: null,
  same_as: null,
  apart_from: null,
  withdraws: null,
  note: null,
}

/** @throws HearsayError (2) when a voice is not there, nothing is said, or what is said does not fit */
export async function planVoiceCorrections(
  database: StoreDatabase,
  voiceIds: readonly string[],
  correction: NewVoiceCorrection,
): Promise<NewVoiceRow[]> {
  const { gender, sourceType, sameAs = null, apartFrom = null, correctedBy, ...texts } = correction
  const said = {
    ...NOTHING,
    gender: gender ?? null,
    source_type: sourceType ?? null,
    function: texts.function ?? null,
    role: texts.role ?? null,
    affiliation: texts.affiliation ?? null,
    same_as: sameAs,
    apart_from: apartFrom,
    note: texts.note ?? null,
  }
  if (Object.values(said).every(value => value === null))
    throw new HearsayError(
      'Nothing to correct was given: say what the voice is, or --same-as, --apart-from or --note TEXT.',
      'correction-empty',
    )
  // An empty role says that there is none.
  const [role, affiliation] = [said.role || null, said.affiliation || null]
  requireWords({ role, affiliation, note: said.note, by: correctedBy })
  const isAboutPeople = sameAs !== null || apartFrom !== null
  if (sameAs !== null && sameAs === apartFrom)
    throw new HearsayError(
      `Voice ${sameAs} cannot be the same person and somebody else; say one of the two.`,
      'correction-contradicts',
    )
  for (const other of [sameAs, apartFrom]) if (other !== null) await findPerson(database, other)
  const rows: NewVoiceRow[] = []
  for (const id of voiceIds) {
    if (id === sameAs || id === apartFrom)
      throw new HearsayError(`Voice ${id} is compared with itself: name another one.`, 'correction-contradicts')
    const of = isAboutPeople ? await findPerson(database, id) : await findVoice(database, id)
    rows.push({ ...of, ...said, corrected_by: correctedBy })
  }
  return rows
}

/** The entry that takes the last one of a voice back that is still in force. */
export async function planVoiceUndo(
  database: StoreDatabase,
  voiceId: string,
  correctedBy: string | null,
): Promise<NewVoiceRow> {
  requireWords({ by: correctedBy })
  const entries = await findVoiceCorrections(database, voiceId)
  const last = entries
    .filter(({ state, withdraws }) => state !== 'undone' && withdraws === null)
    .toSorted((a, b) => (a.corrected_at < b.corrected_at ? -1 : 1))
    .at(-1)
  if (last === undefined || last.entry === null)
    throw new HearsayError(
      `Nothing is said of voice ${voiceId} that could be taken back; see hearsay correct --list.`,
      'correction-impossible',
    )
  const { voice_id, article_id, article_uri, former_name, former_start, former_end } = last
  const of = { voice_id, article_id, article_uri, former_name, former_start, former_end }
  return { ...of, ...NOTHING, withdraws: last.entry, corrected_by: correctedBy }
}

async function findPerson(database: StoreDatabase, id: string): Promise<OfVoice> {
  const { kind, name, ...of } = await readVoice(database, id)
  if (kind === 'person' && name !== null) return of
  throw new HearsayError(
    `Voice ${id} (“${of.former_name}”) is no person with a name: only such are the same person as others, or not.`,
    'correction-impossible',
  )
}

async function findVoice(database: StoreDatabase, id: string): Promise<OfVoice> {
  const { kind: _kind, name: _name, ...of } = await readVoice(database, id)
  return of
}

async function readVoice(database: StoreDatabase, id: string) {
  const row = await database
    .selectFrom('voice')
    .innerJoin('article', 'article.rowid', 'voice.article_rowid')
    .select(['voice.id as voice_id', 'article.id as article_id', 'article.uri as article_uri'])
    .select(['voice.name', 'voice.kind', 'voice.text', 'voice.start as former_start', 'voice.end as former_end'])
    .where('voice.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw voiceGone(id)
  const { text, ...rest } = row
  return { ...rest, former_name: rest.name ?? text }
}

export function voiceGone(id: string): HearsayError {
  return new HearsayError(
    `Voice ${id} has gone meanwhile; look for it with: hearsay query "SELECT * FROM v_person".`,
    'person-not-found',
  )
}
