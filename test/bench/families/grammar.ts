import { FREQUENT_WORDS } from '../../../src/families/wording/words/frequent-words.ts'
import type { Chance } from './chance.ts'
import { type Half, wordsOf } from './words.ts'

/** Slots: N noun, T thing, J adjective, V verb, P place, F firm, M a name of somebody, # a number, % a percentage, $ an amount. */
const SENTENCES: Readonly<Record<Half, readonly string[]>> = {
  shown: [
    'We will {V} the {N} before the {T} reaches {P}',
    'The {N} was {J} and nobody in {P} wanted to {V} it',
    'I told {M} that the {T} could not {V} a {J} {N}',
    'Our {N}s have {V}ed # {T}s since the {J} winter in {P}',
    'It is {J} to {V} a {T} when # {N}s depend on it',
    'The {T} in {P} has cost us $ and {M} knows it',
    'They should {V} every {T} that the {N} left in {P}',
    'Nobody can {V} a {N} with a {J} {T}',
    'We counted # {N}s and only % of them had a {T}',
    'My {N} worked in {P} for # years and the {T} was always {J}',
    'If {M} wants to {V} the {T}, he must first {V} our {N}',
    'What happened to the {N} in {P} is {J} and {J}',
    'There are # {T}s under the {N} and each is {J}',
    'The {J} {T} will be {V}ed by the {N} in {P} this autumn',
    'You cannot {V} {P} and call the {N} {J}',
    'I have never seen a {J} {N} {V} so many {T}s',
    'The {N} has to {V} the {T}, because {P} is {J} without it',
    'People in {P} are {J}, and {M} did nothing to {V} the {N}',
  ],
  'held-out': [
    'Until the {N} is {V}ed, the people of {P} live with a {J} {T}',
    'A {J} {N} cost $, yet {M} promised to {V} it',
    'Some # {T}s were found in {P}, and the {N} said they were {J}',
    'We were {J} when the {T} failed and the {N} had to {V} us',
    'Before {M} came to {P} the {N} had {V}ed every {T}',
    'No {N} in {P} has a {T} that is less {J} than ours',
    'The plan to {V} the {T} is {J}, and % of {N}s oppose it',
    'Our {T} was {V}ed twice, first by a {N} and then by {M}',
    'Whoever {V}ed that {N} left # {T}s in {P}',
    'She begged the {N} to {V} the {T} before it became {J}',
    'Let them {V} {P}; a {J} {N} is not a {T}',
    'For # months the {T} stood {J} beside the {N} in {P}',
    'I would rather {V} a {N} than see {P} {J} again',
    'How many {N}s must {V} a {T} until somebody in {P} is {J}',
  ],
}

/** A sentence that says something nobody else says. */
export function sayOriginal(chance: Chance, half: Half): string {
  return fill(chance.pick(SENTENCES[half]), chance, half)
}

/** Fills the slots of a sentence. */
export function fill(pattern: string, chance: Chance, half: Half): string {
  return pattern
    .replaceAll(/\{([NTJV])\}(ed|s)?/g, (_, slot: string, ending = '') => {
      const word = wordFor(slot, chance, half)
      return ending === 'ed' ? past(word) : ending === 's' ? plural(word) : word
    })
    .replaceAll('{P}', () => placeOf(chance))
    .replaceAll('{M}', () => nameOf(chance, half))
    .replaceAll('{F}', () => firmOf(chance, half))
    .replaceAll('#', () => numberOf(chance))
    .replaceAll('%', () => `${chance.between(2, 96)} percent`)
    .replaceAll('$', () => `$${chance.between(2, 900)} ${chance.pick(['million', 'billion', 'thousand'])}`)
}

/** From the list of its kind, from all common words, or a word that nobody has heard: as in a newspaper, most are common and many are rare. */
function wordFor(slot: string, chance: Chance, half: Half): string {
  if (chance.happens(40)) return chance.pick(wordsOf(CLASSES[slot] ?? 'noun', half))
  if (slot !== 'V' && chance.happens(60)) return chance.pick(COMMON)
  return (
    strangeWord(chance) +
    (slot === 'V' ? chance.pick(['ate', 'ize', 'ish']) : slot === 'J' ? chance.pick(['ic', 'ous', 'al', 'ive']) : '')
  )
}

/** Words that tell something, but are no names. */
const COMMON = [...FREQUENT_WORDS].flatMap(([word, bits]) => (bits >= 6 && word.length > 3 ? [word] : []))

function strangeWord(chance: Chance): string {
  const first = chance.pick(wordsOf('start', 'shown')).toLowerCase()
  return first + chance.pick(wordsOf('middle', 'shown')) + chance.pick(['t', 'k', 'p', 'm', 'n', 'g', 'b', 'd'])
}

const CLASSES: Readonly<Record<string, 'noun' | 'thing' | 'adjective' | 'verb'>> = {
  N: 'noun',
  T: 'thing',
  J: 'adjective',
  V: 'verb',
}

const SMALL = 'two three four five six seven eight nine ten eleven twelve'.split(' ')

function numberOf(chance: Chance): string {
  if (chance.happens(30)) return chance.pick(SMALL)
  return String(chance.happens(50) ? chance.between(13, 99) : chance.between(100, 9_999))
}

export function placeOf(chance: Chance): string {
  const middle = chance.happens(60) ? chance.pick(wordsOf('middle', 'shown')) : ''
  return chance.pick(wordsOf('start', 'shown')) + middle + chance.pick(wordsOf('end', 'shown'))
}

export function nameOf(chance: Chance, half: Half): string {
  return `${chance.pick(wordsOf('given', half))} ${familyNameOf(chance, half)}`
}

function familyNameOf(chance: Chance, half: Half): string {
  if (chance.happens(30)) return chance.pick(wordsOf('family', half))
  return (
    placeOf(chance).replace(/(?:port|ville|by|ia)$/, '') +
    chance.pick(['s', 'er', 'man', 'son', 'ez', 'ov', 'ini', 'a', ''])
  )
}

export function firmOf(chance: Chance, half: Half): string {
  const kind = chance.pick([
    'Holdings',
    'Foods',
    'Motors',
    'Energy',
    'Bank',
    'Shipping',
    'Systems',
    'Mining',
    'Textiles',
    'Airways',
  ])
  return chance.happens(50) ? `${placeOf(chance)} ${kind}` : `${familyNameOf(chance, half)} ${kind}`
}

function past(verb: string): string {
  if (verb.endsWith('y') && !/[aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`
  return verb.endsWith('e') ? `${verb}d` : `${verb}ed`
}

function plural(noun: string): string {
  if (noun.endsWith('man')) return `${noun.slice(0, -3)}men`
  if (/(?:s|sh|ch|x)$/.test(noun)) return `${noun}es`
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`
}
