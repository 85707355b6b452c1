import type { QuotationType } from '../../../src/domain/labels.ts'
import { ALTERED, type Altered, alter } from './alterations.ts'
import type { Chance } from './chance.ts'
import { CHARGED, type Cue, NEUTRAL } from './cues.ts'
import { nameOf } from './grammar.ts'
import { tell, WAYS, type WayName } from './variants.ts'
import type { Half } from './words.ts'

/** Something that somebody said once. */
export interface Utterance {
  readonly number: number
  readonly sentences: readonly string[]
  readonly speaker: string
  readonly saidAt: number
  readonly cue: Cue
  /** Whether the words are told in other ways, too; what anybody says is repeated as it is. */
  readonly isOriginal: boolean
  readonly isFirm?: boolean
}

/** A claim with what is true of it. */
export interface Report {
  readonly utterance: number
  readonly content: string
  readonly quotation: QuotationType
  readonly speaker: string | null
  readonly cue: Cue
  readonly addressee: string | null
  readonly seenAt: number
  /** Which sentences it has. */
  readonly parts: readonly number[]
  /** Whether all words of its sentences are there. */
  readonly isWhole: boolean
  /** What was made other than it was said, and in which sentence. */
  readonly altered: { readonly kind: Altered; readonly part: number } | null
  readonly isGivenToOther: boolean
  readonly way: WayName
}

const HOUR = 3_600_000
const MODES: readonly (keyof typeof WAYS)[] = [
  'cutEdge',
  'cutMiddle',
  'bracket',
  'otherMarks',
  'otherNumbers',
  'mistype',
  'contract',
]

/** One outlet's report of an utterance. */
export function report(utterance: Utterance, isFirst: boolean, chance: Chance, half: Half): Report {
  const { sentences, isOriginal } = utterance
  const isIndirect = isOriginal && chance.happens(28)
  const parts = isOriginal ? chooseParts(sentences.length, chance) : sentences.map((_, index) => index)
  const printed = parts.map(part => print(sentences[part] as string, isOriginal, isIndirect, chance))
  const altered =
    isOriginal && !isFirst && chance.happens(12)
      ? alterOne(
          printed.map(({ text }) => text),
          parts,
          chance,
          half,
        )
      : null
  const texts = altered?.texts ?? printed.map(({ text }) => text)
  const isGivenToOther = isOriginal && !isFirst && chance.happens(3)
  return {
    utterance: utterance.number,
    content: joinTexts(texts, parts),
    quotation: isIndirect ? 'indirect' : chance.happens(12) ? 'mixed' : 'direct',
    speaker: isGivenToOther ? nameOf(chance, half) : nameAgain(utterance, chance),
    cue: isOriginal && !isFirst && chance.happens(6) ? chance.pick(CHARGED) : sameCue(utterance.cue, chance),
    addressee: chance.happens(8) ? chance.pick(['Reuters', 'reporters', 'The Herald', 'AP']) : null,
    seenAt: utterance.saidAt + (chance.happens(4) ? chance.waiting(700 * HOUR) : chance.waiting(14 * HOUR)),
    parts,
    isWhole: printed.every(({ isWhole }) => isWhole),
    altered: altered && { kind: altered.kind, part: altered.part },
    isGivenToOther,
    way: isIndirect ? 'tell' : parts.length > 1 ? 'join' : (printed[0]?.way ?? 'whole'),
  }
}

function chooseParts(count: number, chance: Chance): number[] {
  const all = Array.from({ length: count }, (_, index) => index)
  if (count === 1 || chance.happens(30)) return all
  if (chance.happens(60)) return [chance.between(0, count - 1)]
  const from = chance.between(0, count - 2)
  return count > 2 && chance.happens(40) ? [0, count - 1] : [from, from + 1]
}

function print(sentence: string, isOriginal: boolean, isIndirect: boolean, chance: Chance) {
  if (isIndirect) return { text: tell(sentence, chance), isWhole: true, way: 'tell' as const }
  if (chance.happens(40)) return { text: sentence, isWhole: true, way: 'whole' as const }
  const way = isOriginal ? chance.pick(MODES) : 'otherMarks'
  return { text: WAYS[way](sentence, chance), isWhole: way !== 'cutEdge' && way !== 'cutMiddle', way }
}

function alterOne(texts: readonly string[], parts: readonly number[], chance: Chance, half: Half) {
  const at = chance.between(0, texts.length - 1)
  for (const kind of chance.shuffled(ALTERED)) {
    const text = alter(texts[at] as string, kind, chance, half)
    if (text !== null) return { kind, part: parts[at] as number, texts: texts.with(at, text) }
  }
  return null
}

function joinTexts(texts: readonly string[], parts: readonly number[]): string {
  return texts
    .map((text, index) => {
      const before = parts[index - 1]
      if (before === undefined) return text
      return before + 1 === parts[index] ? `. ${text}` : ` … ${text}`
    })
    .join('')
}

/** Others give only a last name, a title, or no name at all. */
function nameAgain({ speaker: name, isOriginal, isFirm }: Utterance, chance: Chance): string | null {
  if (chance.happens(isOriginal ? 12 : 6)) return null
  if (isFirm) return chance.happens(90) ? name : `${name} Inc.`
  const [given = '', last = name] = name.split(' ')
  return chance.happens(85) ? name : chance.pick([last, `Mr. ${last}`, `Sen. ${name}`, `${given.charAt(0)}. ${last}`])
}

function sameCue(cue: Cue, chance: Chance): Cue {
  return NEUTRAL.includes(cue) ? chance.pick(NEUTRAL) : cue
}
