import { HearsayError } from '../../../domain/errors.ts'
import { NAMINGS, type Naming } from '../../../domain/labels.ts'
import {
  GENDERS,
  type Gender,
  SOURCE_TYPES,
  type SourceType,
  VOICE_FUNCTIONS,
  type VoiceFunction,
} from '../../../domain/voice-labels.ts'
import { VOICE_FACETS } from '../../claim-index/voiced-claims.ts'
import type { Parameters } from '../../page/address.ts'
import { readFlag, readOnly } from '../../parameters.ts'

/** Which voices are wanted, of those of the chosen articles: every condition that is given must hold, of the values of one any. */
export interface VoiceFilter {
  readonly gender?: readonly Gender[]
  readonly type?: readonly SourceType[]
  readonly function?: readonly VoiceFunction[]
  /** How the voice is named, which is how the best of its sources is. */
  readonly voice?: readonly Naming[]
  /** Id of a voice: it, and all others that are the same across articles. */
  readonly speaker?: string
  /** Id of a voice: it alone. */
  readonly one?: string
  /** Why it is not named, as its article says it. */
  readonly reason?: string
  /** The voice of the article's first or last claim. */
  readonly first?: boolean
  readonly last?: boolean
  /** The only source of its article. */
  readonly alone?: boolean
  /** Of which the article does not say where they belong. */
  readonly unaffiliated?: boolean
  /** Of which the article says why they are not named. */
  readonly explained?: boolean
  /** People, not bodies, groups or documents. */
  readonly person?: boolean
  /** Whoever is the source of a claim, which is how it is told, at all. */
  readonly voiced?: boolean
}

/** Conditions that are switched on. */
const FLAGS = ['first', 'last', 'alone', 'unaffiliated', 'explained', 'person', 'voiced'] as const

/** All that an address may say of voices. */
export const VOICE_PARAMETERS = [...VOICE_FACETS, 'speaker', 'one', 'reason', ...FLAGS] as const

/** @throws HearsayError (2) when a value is none */
export function readVoiceFilter(search: URLSearchParams): VoiceFilter {
  const one = (name: string) => readOnly(search, name)
  const filter: Record<keyof VoiceFilter, unknown> = {
    gender: labels(search, 'gender', GENDERS),
    type: labels(search, 'type', SOURCE_TYPES),
    function: labels(search, 'function', VOICE_FUNCTIONS),
    voice: labels(search, 'voice', NAMINGS),
    speaker: one('speaker'),
    one: one('one'),
    reason: one('reason'),
    ...(Object.fromEntries(FLAGS.map(name => [name, readFlag(search, name) || undefined])) as Record<
      (typeof FLAGS)[number],
      unknown
    >),
  }
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
}

/** The same as parameters of an address. */
export function toVoiceParameters(filter: VoiceFilter): Parameters {
  return Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, value === true ? '1' : value]))
}

/** What is asked for, in words, for a heading; empty where nothing is. */
export function describeFilter(filter: VoiceFilter): string[] {
  const { gender, type, function: functions, voice, reason } = filter
  const words = (Object.keys(FLAG_WORDS) as (keyof typeof FLAG_WORDS)[]).filter(flag => filter[flag] === true)
  return [
    // Only people have a gender, so that it need not be said twice.
    ...(gender === undefined
      ? filter.person === true
        ? ['people']
        : []
      : [gender.map(one => GENDER_WORDS[one]).join(' or ')]),
    ...[type, functions, voice].flatMap(values => (values === undefined ? [] : [values.join(' or ')])),
    ...(reason === undefined ? [] : [`“${reason}”`]),
    ...words.map(flag => FLAG_WORDS[flag]),
    ...(filter.speaker === undefined && filter.one === undefined ? [] : ['one of them']),
  ]
}

const GENDER_WORDS: Readonly<Record<Gender, string>> = {
  woman: 'women',
  man: 'men',
  nonbinary: 'nonbinary people',
  unknown: 'gender not told',
}

const FLAG_WORDS = {
  first: 'first voice of the article',
  last: 'last voice of the article',
  alone: 'only source of the article',
  unaffiliated: 'no affiliation told',
  explained: 'reason given',
} as const

function labels<Label extends string>(
  search: URLSearchParams,
  name: string,
  known: readonly Label[],
): readonly Label[] | undefined {
  const values = search.getAll(name).filter(value => value !== '')
  if (values.length === 0) return undefined
  return values.map(value => {
    const label = known.find(label => label === value)
    if (label === undefined)
      throw new HearsayError(`"${value}" is no ${name}; choose from ${known.join(', ')}.`, 'value-unknown')
    return label
  })
}
