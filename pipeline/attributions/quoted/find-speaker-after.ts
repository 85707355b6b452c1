import type { Quotation, Token } from '../../../src/domain/layers.ts'
import { LEXICON } from '../lexicon.ts'
import { readNounPhraseAfter } from '../rules/match/phrases/noun-phrase-after.ts'
import { isSomebody } from '../rules/match/phrases/somebody.ts'
import { type Range, spanOf } from '../rules/match/reading.ts'
import { finiteAt, possessorOf, readPerson, type Speaker, speaksOfItself, subjectOf } from './find-speaker.ts'
import { namesWithin, type QuotedText } from './quoted-text.ts'

/** What a sentence opens with that looks back at a quotation. */
const POINTS_BACK = /^(?:so|such|that|these|this|those)$/u
const BE = /^(?:['’]s|are|is|was|were)$/u
/** What somebody does who has just been quoted: "That is how Ann Lee **sums it up**". */
const TELLING: ReadonlySet<string> = new Set(
  'call characterise characterize define describe explain express put recall remember see sum summarise summarize tell view'.split(
    ' ',
  ),
)
/** What somebody's words are. */
const WORDS: ReadonlySet<string> = new Set(
  'belief feeling hope judgement judgment memory mood motto opinion sentiment thought verdict view voice word'.split(
    ' ',
  ),
)
/** Words between "that is" and what it is. */
const REACH = 4

/**
 * Who speaks by the sentence behind a quotation, which points back at it: "That is how Ann Lee describes the day.", "Those were the words of
 * a nurse.", "This was Ann Lee’s verdict."
 */
export function readPointingBack(quoted: QuotedText, { endToken }: Quotation): Speaker | null {
  const { tokens, layer } = quoted.reading
  const first = tokens[endToken]
  const sentence = first === undefined ? undefined : layer.sentences[first.sentence]
  if (first === undefined || sentence?.firstToken !== endToken || !POINTS_BACK.test(first.lower)) return null
  if (!BE.test(tokens[endToken + 1]?.lower ?? '')) return null
  const range = { from: endToken + 2, to: sentence.endToken }
  return /^(?:how|what)$/u.test(tokens[range.from]?.lower ?? '') ? readTelling(quoted, range) : readWords(quoted, range)
}

/** "“I have never left.” **Ann Lee** is 84 and lives by the weir.": a quotation in the first person before whom the paragraph is about. */
export function readIntroduced(quoted: QuotedText, { firstToken, endToken }: Quotation, words: string): Speaker | null {
  const { tokens, layer } = quoted.reading
  const [own, next] = [layer.sentences[(tokens[firstToken] as Token).sentence], tokens[endToken]]
  const sentence = next === undefined ? undefined : layer.sentences[next.sentence]
  if (sentence === undefined || sentence.firstToken !== endToken || sentence.paragraph !== own?.paragraph) return null
  if (!speaksOfItself(words)) return null
  const person = readPerson(quoted, { from: sentence.firstToken, to: sentence.endToken }, words)
  // Who speaks opens the sentence; others in it may do something else.
  const isFirst = person !== null && namesWithin(quoted, sentence)[0]?.start === person.source.start
  return isFirst ? { ...person, rule: 'quotation-before-person' } : null
}

/** "… how Ann Lee describes the day". */
function readTelling(quoted: QuotedText, { from, to }: Range): Speaker | null {
  const { reading } = quoted
  for (let i = from + 1; i < to; i += 1) {
    const group = finiteAt(reading, i, { from: from + 1, to })
    if (group === null) continue
    const verb = reading.tokens[group.verb] as Token
    if (group.voice === 'passive' || !(TELLING.has(verb.lemma) || LEXICON.speech.has(verb.lemma))) return null
    const source = subjectOf(quoted, group, from + 1)
    const cue = { start: (reading.tokens[group.from] as Token).start, end: verb.end }
    return source === null ? null : { rule: 'quotation-before-pointing', source, cue }
  }
  return null
}

/** "… the view of Ann Lee", "… Ann Lee’s view". */
function readWords(quoted: QuotedText, { from, to }: Range): Speaker | null {
  const { reading } = quoted
  for (let i = from; i < Math.min(to, from + REACH + 1); i += 1) {
    const { pos, lemma, start, end } = reading.tokens[i] as Token
    if (pos === 'VERB' || pos === 'AUX') return null
    if (pos !== 'NOUN' || !(WORDS.has(lemma) || LEXICON.message.has(lemma))) continue
    const owner = possessorOf(quoted, i, from)
    const isOf = /^(?:from|of)$/u.test(reading.tokens[i + 1]?.lower ?? '')
    const phrase = isOf ? readNounPhraseAfter(reading, i + 2, to) : null
    const source = owner ?? (phrase !== null && isSomebody(reading, phrase) ? spanOf(reading, phrase) : null)
    return source === null ? null : { rule: 'quotation-before-pointing', source, cue: { start, end } }
  }
  return null
}
