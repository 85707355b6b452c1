import { labelOfUri } from '../../domain/articles/article-label.ts'
import { HearsayError } from '../../domain/errors.ts'
import { appendVoiceCorrections, undoVoiceCorrection } from '../../store/correcting/correct-voices.ts'
import { findVoiceCorrections, type VoiceCorrection } from '../../store/queries/corrections/voice-corrections.ts'
import { resolveVoice } from '../../store/queries/references/resolve-voice.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import { type DatabaseOptions, withReader } from '../options/database-option.ts'
import { describeVoiceCorrection } from '../output/claims/voice-correction.ts'
import { chooseFormat, type FormatOptions } from '../output/format-option.ts'
import type { Column } from '../output/listing.ts'
import { printListing } from '../output/print.ts'
import { toVisibleLine } from '../output/visible.ts'
import { note, type Surroundings } from '../surroundings.ts'
import { readVoiceCorrection, type VoiceCorrectionOptions } from './voice-correction-options.ts'

interface Options extends DatabaseOptions, FormatOptions, VoiceCorrectionOptions {
  readonly person: readonly string[]
  readonly undo?: boolean
  readonly role?: string
  readonly affiliation?: string
  readonly note?: string
  readonly by?: string
}

/** A correction of a voice with what it says in words. */
export interface ListedVoiceCorrection extends VoiceCorrection {
  readonly says: string
}

/** Characters of a voice's id that are asked of whoever corrects it. */
const LEAST_OF_ID = 4

const COLUMNS: readonly Column<ListedVoiceCorrection>[] = [
  { heading: 'voice', cell: ({ voice_id }) => voice_id.slice(0, 8) },
  { heading: 'name', cell: ({ former_name }) => former_name, share: 2 },
  { heading: 'correction', cell: ({ says }) => says, share: 4 },
  { heading: 'state', cell: ({ state }) => state },
  { heading: 'by', cell: ({ corrected_by }) => corrected_by, most: 14 },
  { heading: 'on', cell: ({ corrected_at }) => corrected_at.slice(0, 10) },
  { heading: 'article', cell: ({ article_uri }) => labelOfUri(article_uri), most: 26 },
]

/** Says of voices what is so, or takes back what was said last. */
export async function correctVoices(options: Options, surroundings: Surroundings): Promise<void> {
  const { db, person, undo, sameAs, apartFrom } = options
  const { ids, others } = await withReader(db, async ({ database }) => ({
    ids: await resolveAll(database, person, undo === true),
    others: {
      sameAs: await resolveOther(database, sameAs),
      apartFrom: await resolveOther(database, apartFrom),
    },
  }))
  if (undo === true) for (const id of ids) await undoVoiceCorrection(db, id, { correctedBy: options.by ?? null })
  else await appendVoiceCorrections(db, ids, { ...readVoiceCorrection(options, options), ...others })
  await withReader(db, async ({ database }) => {
    const rows: ListedVoiceCorrection[] = []
    for (const id of ids) rows.push(...(await findVoiceCorrections(database, id)).slice(-1).map(describe))
    if ([options.json, options.nl, options.csv, options.table].includes(true))
      await printListing(surroundings, chooseFormat(options, surroundings), { rows, columns: COLUMNS })
    for (const { voice_id, former_name, says } of rows)
      note(surroundings, `Voice ${voice_id.slice(0, 8)}, “${toVisibleLine(former_name)}”: ${says}.`)
  })
}

/** Everything that was said of voices, those that are found no more too. */
export async function listVoiceCorrections(database: StoreDatabase): Promise<ListedVoiceCorrection[]> {
  return (await findVoiceCorrections(database)).map(describe)
}

function describe(correction: VoiceCorrection): ListedVoiceCorrection {
  return { ...correction, says: describeVoiceCorrection(correction) }
}

async function resolveAll(database: StoreDatabase, references: readonly string[], orCorrected: boolean) {
  const ids: string[] = []
  for (const reference of references) {
    requireDistinct(reference)
    ids.push(await resolveVoice(database, reference, orCorrected))
  }
  return [...new Set(ids)]
}

async function resolveOther(database: StoreDatabase, reference: string | undefined): Promise<string | null> {
  if (reference === undefined) return null
  requireDistinct(reference)
  return await resolveVoice(database, reference)
}

/** As of claims: a slip of the keyboard is not to correct somebody. */
function requireDistinct(reference: string): void {
  if (reference.length < LEAST_OF_ID)
    throw new HearsayError(
      `"${reference}" is too little of a voice's id to correct it by; give at least ${LEAST_OF_ID} characters of it.`,
      'reference-ambiguous',
    )
}
