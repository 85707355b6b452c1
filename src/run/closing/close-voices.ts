import type { ClaimRecord, GroundedField, VoicedClaim, VoiceRecord } from '../../domain/record.ts'
import { areWords, liesInText, type TellBroken } from './broken.ts'

/**
 * The voices that stand in the text, each with the fields and links that hold. A claim is one voice's: the first that has it,
 * and none's where its source is lost. `length` counts code points.
 */
export function closeVoices(
  voices: readonly VoiceRecord[],
  claims: readonly ClaimRecord[],
  entityIds: ReadonlySet<string>,
  length: number,
  tell: TellBroken,
): readonly VoiceRecord[] {
  const byId = new Map<string, VoiceRecord>()
  const free = new Set(claims.filter(({ sourceId }) => sourceId !== null).map(({ id }) => id))
  for (const voice of voices) {
    if (!areWords(voice.first, length)) tell('voices', 'A voice that does not stand in the text.', undefined)
    else if (byId.has(voice.id)) tell('voices', 'A second voice with the same words.', voice.first)
    else byId.set(voice.id, closeVoice(voice, free, entityIds, length, tell))
  }
  return [...byId.values()]
}

function closeVoice(
  voice: VoiceRecord,
  free: Set<string>,
  entityIds: ReadonlySet<string>,
  length: number,
  tell: TellBroken,
): VoiceRecord {
  const changes: { -readonly [Field in keyof VoiceRecord]?: VoiceRecord[Field] } = {}
  const lose = (what: string) => tell('voices', what, voice.first)
  for (const name of ['role', 'affiliation'] as const) {
    const field: GroundedField<string> | null = voice[name]
    if (field === null || field.span === null || liesInText(field.span, length)) continue
    changes[name] = { value: field.value, span: null }
    lose(`Its ${name} does not stand in the text.`)
  }
  for (const name of ['gender', 'type', 'function'] as const) {
    const { confidence } = voice[name]
    if (confidence >= 0 && confidence <= 1) continue
    changes[name] = { value: 'unknown', confidence: 0 }
    lose(`How likely its ${name} is right is no probability.`)
  }
  if (voice.chain !== null && !isCount(voice.chain)) {
    changes.chain = null
    lose('Its chain has no number.')
  }
  if (voice.entityId !== null && !entityIds.has(voice.entityId)) {
    changes.entityId = null
    lose('Whom it names is no entity.')
  }
  if (voice.evidence.some(({ span }) => span !== null && !liesInText(span, length))) {
    changes.evidence = voice.evidence.map(one =>
      one.span === null || liesInText(one.span, length) ? one : { ...one, span: null },
    )
    lose('What it rests on does not stand in the text.')
  }
  const claims = voice.claims.filter(claim => take(claim, free, lose))
  if (claims.length < voice.claims.length) changes.claims = claims
  return Object.keys(changes).length === 0 ? voice : { ...voice, ...changes }
}

function take({ claimId, quotedWords }: VoicedClaim, free: Set<string>, lose: (what: string) => void): boolean {
  if (!free.has(claimId)) lose('What it says is no claim with a source, or that of another.')
  else if (!isCount(quotedWords)) lose('The words of one of its claims have no number.')
  else return free.delete(claimId)
  return false
}

function isCount(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 0
}
