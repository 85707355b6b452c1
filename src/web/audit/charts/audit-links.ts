import { NAMINGS } from '../../../domain/labels.ts'
import { GENDERS, SOURCE_TYPES, VOICE_FUNCTIONS } from '../../../domain/voice-labels.ts'
import type { Unit } from '../../../voices/audit-report.ts'
import { address } from '../../page/address.ts'
import { type AuditRequest, toAuditParameters, toClaimParameters } from '../audit-address.ts'
import type { VoiceOrder, Who } from '../voices/select-voices.ts'
import { toVoiceParameters, type VoiceFilter } from '../voices/voice-filter.ts'

/** Where those that a figure counts can be seen. */
export interface AuditLinks {
  /** The sources, claims, words or articles that are meant. */
  unit(unit: Unit, filter?: VoiceFilter): string | null
  voices(filter: VoiceFilter, who?: Who): string | null
  /** The audit of other articles. */
  audit(request: AuditRequest): string | null
}

/** Those of the site, of the articles that an audit is of. */
export function linksOf(request: AuditRequest): AuditLinks {
  const voices = (filter: VoiceFilter, who: Who = 'sources', order?: VoiceOrder) =>
    address('/audit/sources', {
      ...toAuditParameters(request),
      ...toVoiceParameters(filter),
      ...(who === 'sources' ? {} : { who }),
      order,
    })
  return {
    unit(unit, filter = {}) {
      if (unit === 'claims') return claimsOf(request, filter)
      if (unit === 'sources') return voices(filter)
      if (unit === 'quotedWords') return voices(filter, 'sources', 'words')
      return voices({ ...filter, [unit]: true })
    },
    voices,
    audit: other => address('/audit', toAuditParameters(other)),
  }
}

/** Those of a file, which leads nowhere. */
export const NO_LINKS: AuditLinks = { unit: () => null, voices: () => null, audit: () => null }

/** The claims of the voices that are meant. */
export function claimsOf(request: AuditRequest, filter: VoiceFilter): string {
  const parameters = toVoiceParameters(filter)
  const isAll = Object.keys(parameters).length === 0
  return address('/claims', { ...toClaimParameters(request), ...parameters, ...(isAll ? { voiced: '1' } : {}) })
}

/** The voices of a label of one of the dimensions by which voices differ. */
export function filterOf(dimension: string, label: string): VoiceFilter {
  const among = <Label extends string>(known: readonly Label[]) => known.filter(one => one === label)
  switch (dimension) {
    case 'gender':
      // Only people have one: bodies, groups and documents are not counted.
      return { gender: among(GENDERS), person: true }
    case 'type':
      return { type: among(SOURCE_TYPES) }
    case 'function':
      return { function: among(VOICE_FUNCTIONS) }
    case 'naming':
      return { voice: among(NAMINGS) }
    default:
      throw new Error(`voices are not narrowed by ${dimension}`)
  }
}
