import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HearsayError } from '../../domain/errors.ts'
import { GENDERS, SOURCE_TYPES, VOICE_FUNCTIONS } from '../../domain/voice-labels.ts'
import { appendVoiceCorrections, undoVoiceCorrection } from '../../store/correcting/correct-voices.ts'
import type { NewVoiceCorrection } from '../../store/ledger/new-voice-correction.ts'
import { findVoiceCorrections } from '../../store/queries/corrections/voice-corrections.ts'
import { resolveVoice } from '../../store/queries/references/resolve-voice.ts'
import { findRowid } from '../../store/queries/references/rowids.ts'
import { findVoicesByRowid } from '../../store/queries/voices/voices-by-rowid.ts'
import { address } from '../page/address.ts'
import type { Site } from '../site.ts'
import { rememberEditor } from './editor.ts'
import type { Did } from './forms/did.ts'
import { FormFields } from './forms/read-form.ts'
import { inTurn, requireUnchanged } from './in-turn.ts'

/** Largest body of a form, in bytes. */
const LARGEST_FORM = 20_000

/** Where forms say of a voice what is so, or take that back. Where nothing may be changed the guard has refused them already. */
export function addVoiceRoutes(app: Hono, site: Site, readForm: (context: Context) => Promise<FormData>): void {
  const limit = bodyLimit({ maxSize: LARGEST_FORM })
  app.post('/people/:id/correct', limit, async context => {
    return await change(context, site, await readForm(context), async (fields, id) => {
      await appendVoiceCorrections(site.path, [id], await readVoiceCorrection(site, fields, id))
      return 'corrected'
    })
  })
  app.post('/people/:id/undo', limit, async context => {
    return await change(context, site, await readForm(context), async (fields, id) => {
      await undoVoiceCorrection(site.path, id, { correctedBy: fields.text('by') })
      return 'undone'
    })
  })
}

async function change(
  context: Context,
  site: Site,
  form: FormData,
  act: (fields: FormFields, id: string) => Promise<Did>,
): Promise<Response> {
  const fields = new FormFields(form)
  const id = await resolveVoice(site.database, context.req.param('id') ?? '')
  const did = await inTurn(site, async () => {
    requireUnchanged('Voice', id, (await findVoiceCorrections(site.database, id)).length, fields.text('seen'))
    return await act(fields, id)
  })
  site.voices.takeCorrections()
  rememberEditor(context, fields.text('by'))
  return context.redirect(address(`/people/${id}`, { did }, `voice-${id}`), 303)
}

/** A field that says what stands already says nothing. */
async function readVoiceCorrection(site: Site, fields: FormFields, id: string): Promise<NewVoiceCorrection> {
  const rowid = await findRowid(site.database, 'voice', id)
  const [voice] = await findVoicesByRowid(site.database, rowid === null ? [] : [rowid])
  if (voice === undefined)
    throw new HearsayError(`No person is known as "${id}"; /people lists them.`, 'person-not-found')
  const unlessSame = <Value>(said: Value | null, stands: Value | null) => (said === stands ? null : said)
  const text = (name: 'role' | 'affiliation') => {
    const said = fields.text(name)
    const words = said?.toLowerCase() === 'none' ? '' : said
    return words === '' && voice[name] === null ? null : unlessSame(words, voice[name])
  }
  const said = {
    gender: unlessSame(fields.label('gender', GENDERS), voice.gender),
    sourceType: unlessSame(fields.label('type', SOURCE_TYPES), voice.source_type),
    function: unlessSame(fields.label('function', VOICE_FUNCTIONS), voice.function),
    role: text('role'),
    affiliation: text('affiliation'),
    sameAs: await readPerson(site, fields.text('same')),
    apartFrom: await readPerson(site, fields.text('apart')),
    note: fields.text('note'),
  }
  if (Object.values(said).every(value => value === null))
    throw new HearsayError('Nothing was said of the voice; change a field, or give a reason.', 'correction-empty')
  return { ...said, correctedBy: fields.text('by') }
}

/** The id of a voice, or the address of a page about somebody, whatever stands before and behind. */
async function readPerson(site: Site, given: string | null): Promise<string | null> {
  if (given === null) return null
  const [, id = given] = /\/people\/([0-9a-f]+)/.exec(given) ?? []
  return await resolveVoice(site.database, id)
}
