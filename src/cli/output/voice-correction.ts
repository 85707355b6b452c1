import type { VoiceCorrection } from '../../store/queries/voice-corrections.ts'
import { toVisibleLine } from './visible.ts'

/** What a correction of a voice says, in words. */
export function describeVoiceCorrection(said: VoiceCorrection): string {
  const { gender, source_type, function: of, role, affiliation, same_as, apart_from, withdraws, note } = said
  const parts: string[] = []
  if (withdraws !== null) parts.push('last correction taken back')
  if (gender !== null) parts.push(`gender ${gender}`)
  if (source_type !== null) parts.push(`type ${source_type}`)
  if (of !== null) parts.push(`function ${of}`)
  if (role !== null) parts.push(role === '' ? 'no role' : `role ${toVisibleLine(role)}`)
  if (affiliation !== null)
    parts.push(affiliation === '' ? 'no affiliation' : `affiliation ${toVisibleLine(affiliation)}`)
  if (same_as !== null) parts.push(`same person as ${same_as.slice(0, 8)}`)
  if (apart_from !== null) parts.push(`somebody else than ${apart_from.slice(0, 8)}`)
  if (note !== null) parts.push(`note “${toVisibleLine(note)}”`)
  return parts.join('; ')
}
