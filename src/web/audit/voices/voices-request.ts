import { HearsayError } from '../../../domain/errors.ts'
import type { VoiceColumns } from '../../../voices/columns/voice-columns.ts'
import { countOlderVersions } from '../../../voices/select-voices.ts'
import type { VoiceSelection } from '../../../voices/voice-selection.ts'
import type { ClaimIndex } from '../../claim-index/claim-index.ts'
import { VOICE_FACETS, type VoicesAsked } from '../../claim-index/voiced-claims.ts'
import type { Parameters } from '../../page/address.ts'
import type { Site } from '../../site.ts'
import { type AuditRequest, readAuditRequest, selectFrom, toAuditParameters } from '../audit-address.ts'
import { chooseArticles } from '../choose-articles.ts'
import { acceptVoices } from './select-voices.ts'
import { readVoiceFilter, toVoiceParameters, VOICE_PARAMETERS, type VoiceFilter } from './voice-filter.ts'

/** Fields of articles that claims are narrowed by for an audit alone. */
const FIELDS = ['section', 'byline', 'none', 'versions'] as const

/** What the address of a list of claims may say of their voices. */
export const VOICES_OF_CLAIMS = [...FIELDS, ...VOICE_PARAMETERS] as const

/** Whose claims are listed. */
export interface VoicesRequest {
  readonly articles: AuditRequest
  readonly filter: VoiceFilter
}

/**
 * Reads whose claims are wanted; null where the address says nothing of it.
 *
 * @throws HearsayError (2) when a value is none
 */
export function readVoicesRequest(search: URLSearchParams): VoicesRequest | null {
  const own = new URLSearchParams(
    [...search].filter(([name, value]) => value !== '' && (FIELDS as readonly string[]).includes(name)),
  )
  const filter = readVoiceFilter(search)
  const articles = readAuditRequest(own)
  const isAsked = Object.keys(filter).length > 0 || [...own.keys()].some(name => name !== 'versions')
  // Without a condition on voices claims of every text are listed.
  if (!isAsked && own.get('versions') === 'newest')
    throw new HearsayError(
      'versions=newest is about whose claims are listed: ask something of their sources too, such as voiced=1.',
      'argument-missing',
    )
  return isAsked ? { articles, filter } : null
}

export function toVoicesParameters({ articles, filter }: VoicesRequest): Parameters {
  return { ...toAuditParameters(articles), ...toVoiceParameters(filter) }
}

/** How many older versions of articles hold nobody who is wanted, because a newer one stands for each. */
export async function countLeftOut(site: Site, index: ClaimIndex, request: VoicesRequest): Promise<number> {
  const { columns } = await site.voices.get(index)
  return countOlderVersions(columns.articles, selectionOf(columns, request))
}

function selectionOf({ articles }: VoiceColumns, request: VoicesRequest): VoiceSelection {
  const isOne = request.filter.one !== undefined
  return selectFrom(articles, isOne ? { ...request.articles, versions: 'all' } : request.articles)
}

/**
 * The voices that are wanted, as claims are narrowed by them. Those of older versions of articles are none of them, but a voice that
 * is named alone is whichever version it is of.
 */
export async function askVoices(site: Site, index: ClaimIndex, request: VoicesRequest): Promise<VoicesAsked> {
  const { filter } = request
  const voices = await site.voices.get(index)
  const { columns } = voices
  const others = Object.fromEntries(
    Object.entries(filter).filter(([name]) => !(VOICE_FACETS as readonly string[]).includes(name)),
  )
  const { gender, type, function: functions, voice } = filter
  return {
    voiceOf: await voices.voicesOf(index),
    accepted: await acceptVoices(voices, chooseArticles(columns.articles, selectionOf(columns, request)), others),
    columns: { gender: columns.gender, type: columns.type, function: columns.function, voice: columns.naming },
    wanted: Object.fromEntries(
      Object.entries({ gender, type, function: functions, voice }).filter(([, labels]) => labels !== undefined),
    ),
  }
}
