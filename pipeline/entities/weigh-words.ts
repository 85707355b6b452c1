import type { Token } from '../../src/domain/layers.ts'
import {
  hasTag,
  isCommon,
  isCompass,
  isDemonym,
  isFirstName,
  isLastName,
  isOrganisationName,
  isOrganisationWord,
  isPlaceName,
  OTHER_HEADS,
  PARTICLES,
  PLACE_HEADS,
} from '../word-classes.ts'
import { type Evidence, noEvidence } from './evidence.ts'
import type { Name } from './name.ts'

const PLACE_OPENING = /^(?:lake|mount|mt|cape|fort|port|camp|gulf|isle|strait|republic|point|loch|rio|ras|wadi|glen)$/
const COMPANY = /^(?:inc|ltd|llc|plc|corp|co|gmbh|ag|sa|nv|bv|pty|llp|spa)\.?$/

/** What a name's own words say about its type. `key` is what they have in common with equal names. */
export function weighWords(
  tokens: readonly Token[],
  name: Name,
  key: string,
  seenSmall: ReadonlySet<string>,
): Evidence {
  const evidence = noEvidence()
  const words = tokens.slice(name.nameFrom, name.to)
  const first = words[0] as Token
  weighLists(evidence, key, words)
  if (words.length === 1) weighSingle(evidence, first)
  else weighSeveral(evidence, words, seenSmall)
  if (name.nameFrom > name.from) evidence.person += 4
  return evidence
}

function weighLists(evidence: Evidence, key: string, words: readonly Token[]): void {
  const several = words.length > 1
  if (
    isPlaceName(key) ||
    isPlaceName(several ? words.map(({ lower }) => lower).join(' ') : (words[0] as Token).lower) ||
    (several && isPlaceName(key.replaceAll('.', '')))
  )
    evidence.place += several || hasTag(key, ['Country']) ? 4 : 3
  if (isOrganisationName(key)) evidence.organisation += several ? 4 : 3
  if (several && hasTag(key, ['Person'])) evidence.person += 4
}

function weighSingle(evidence: Evidence, word: Token): void {
  const { text, lower } = word
  if (isFirstName(lower)) evidence.person += 1.5
  if (isLastName(lower)) evidence.person += 1.5
  if (/^(?:\p{Lu}\.?){2,6}$/u.test(text) && text.length > 1 && !isPlaceName(lower)) evidence.organisation += 2
  if (/\d/.test(text)) evidence.other += 2.5
  if (/^\p{Lu}{2,}s$/u.test(text)) evidence.other += 3
  if (/(?:ism|ists|ians|ese|ics)$/.test(lower)) evidence.other += 2
  if (OTHER_HEADS.has(lower)) evidence.other += 2
  if (isOrganisationWord(word)) evidence.organisation += 1.7
  if (isCommon(lower)) evidence.other += 1
  if (/.(?:news|bank|corp|soft|tech)$/.test(lower)) evidence.organisation += 1.5
  if (/\p{Ll}\p{Lu}/u.test(text) && /^\p{L}{2,}$/u.test(text) && !/^(?:Mc|Mac|De|Di|La|Le|O)/.test(text))
    evidence.organisation += 1
}

function weighSeveral(evidence: Evidence, words: readonly Token[], seenSmall: ReadonlySet<string>): void {
  const first = words[0] as Token
  const last = words.at(-1) as Token
  const of = words.findIndex(({ lower }) => lower === 'of')
  const beforeOf = of > 0 ? words[of - 1] : undefined
  if (of > 0) evidence.person -= 2
  const head = beforeOf ?? last
  if (isOrganisationWord(head)) evidence.organisation += 4
  else if (of > 0 && isOrganisationWord(last)) evidence.organisation += 2
  if (PLACE_HEADS.has(head.lower)) evidence.place += 3.5
  if (OTHER_HEADS.has(head.lower)) evidence.other += isOrganisationWord(head) ? 2 : 4
  if (/^(?:hurricane|typhoon|cyclone|storm|operation|project|exercise)$/.test(first.lower)) evidence.other += 4
  if (COMPANY.test(last.lower)) evidence.organisation += 4
  if (words.some(({ text }) => text === '&')) evidence.organisation += 3
  if (PLACE_OPENING.test(first.lower)) evidence.place += 3
  if (
    isCompass(first) &&
    isPlaceName(
      words
        .slice(1)
        .map(({ lower }) => lower)
        .join(' '),
    )
  )
    evidence.place += 4
  if (/\d/.test(last.text)) evidence.other += 2.5
  if (/^\p{Lu}$/u.test(last.text)) evidence.other += 3
  if (first.lower === 'team') evidence.organisation += 3
  // "PlayStation VR": capitals all through are an acronym, not a person's word, unless they are initials in front.
  if (words.some(({ text }, i) => /^\p{Lu}{2,}$/u.test(text) && (i > 0 || text.length > 2))) {
    evidence.person -= 2
    evidence.other += 0.7
    evidence.organisation += 0.5
  }
  // "Google Chrome": what a company makes.
  if (isOrganisationName(first.lower) && !isPlaceName(first.lower) && words.length === 2) {
    evidence.person -= 2
    evidence.other += 1
  }
  // "PC World"
  if (words.length === 2 && /^\p{Lu}{2,3}$/u.test(first.text) && (isCommon(last.lower) || seenSmall.has(last.lower))) {
    evidence.person -= 2
    evidence.organisation += 1
  }
  const decided = Math.max(evidence.organisation, evidence.place, evidence.other) >= 3.5
  // What follows a hyphen belongs to the word before it: "Wai-ching".
  const names = words.filter(({ lower }, i) => !PARTICLES.has(lower) && lower !== '-' && words[i - 1]?.text !== '-')
  const plain = names.filter(
    ({ lower }) => (isCommon(lower) || seenSmall.has(lower)) && !isFirstName(lower) && !isLastName(lower),
  )
  if (isFirstName(first.lower)) evidence.person += plain.length === names.length - 1 && names.length > 1 ? 1.5 : 3
  if (isLastName(last.lower)) evidence.person += 1
  if (isLastName(first.lower) && !isFirstName(first.lower)) evidence.person += 1
  if (words.slice(1).some(({ text }) => /^\p{Lu}\.$/u.test(text)) || /^(?:\p{Lu}\.){1,3}$/u.test(first.text))
    evidence.person += 2.5
  if (words.some(({ lower }) => PARTICLES.has(lower))) evidence.person += 1
  if (isDemonym(first)) evidence.organisation += 1
  if (isPlaceName(first.lower) && !isFirstName(first.lower)) {
    evidence.organisation += 0.3
    evidence.person -= 0.5
  }
  if (decided) return
  const full = names.length >= 2 && names.length <= 4
  if (plain.length === names.length) {
    evidence.organisation += 1
    evidence.other += 1
    evidence.person -= 1
  } else if (full) {
    evidence.person += 1.5 - plain.length / names.length
    evidence.other += 0.5 * plain.length
  }
}
