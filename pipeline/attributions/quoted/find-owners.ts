import type { Attribution, Quotation, Sentence, Token } from '../../../src/domain/layers.ts'
import { sliceOf } from '../../../src/domain/span.ts'
import type { StageInfo } from '../../../src/domain/stage.ts'
import { firstAfter } from '../../positions/first-after.ts'
import { paragraphAt } from '../../positions/paragraph-search.ts'
import { firstTokenAfter } from '../../positions/token-search.ts'
import { LEXICON } from '../lexicon.ts'
import { sentenceOf } from '../rules/match/reading.ts'
import { type Dialogue, findDialogues, followsQuotation, listOutermost, onlyAsks } from './dialogue.ts'
import {
  readBeforeColon,
  readHeOrShe,
  readManner,
  readMessage,
  readPerson,
  type Speaker,
  speaksOfItself,
} from './find-speaker.ts'
import { readIntroduced, readPointingBack } from './find-speaker-after.ts'
import { type Antecedent, type GoingOn, goOn, leaveUnstated, type Owned, spokenBy } from './owned-quotation.ts'
import {
  endsAsSentence,
  isWholeSentence,
  namesWithin,
  paragraphOf,
  type QuotedText,
  sentenceBefore,
} from './quoted-text.ts'
import { useOf } from './unattributed-quotations.ts'

/** Of fewer words nobody can be said to have spoken them when nobody is named. */
const FEWEST_UNSTATED = 4
/** Tokens of a heading in marks. */
const LONGEST_SUBHEADING = 9
/** Sentences between one about a person and their words. */
const FARTHEST = 2
/** Cues after which nobody is known to speak on: a report, hearsay, an answer that somebody waits for. */
const NO_SPEAKER: ReadonlySet<string> = new Set(['accord', 'allegedly', 'ask', 'cite', 'reportedly'])
/** Over a paragraph's end only who is said to speak speaks on. */
const SPEAKING: readonly ReadonlySet<string>[] = [LEXICON.speech, LEXICON.addressee, new Set([':'])]
const QUOTED = /["“”„«»]/u
const WORD = /[\p{L}\p{N}]/u

/**
 * Gives quotations that no content touches to whoever the words around them say, as claims of their own; those that nobody can
 * be given and that read like speech become claims without a source.
 *
 * @param open in text order
 * @returns with `goesOnFrom` as an index into `attributions` and what is returned, one after the other
 */
export function findOwners(
  quoted: QuotedText,
  open: readonly Quotation[],
  attributions: readonly Attribution[],
  stage: StageInfo,
): Owned[] {
  const found: Owned[] = []
  const byStart = listOutermost(attributions)
  const outermost = byStart.toSorted((a, b) => a.end - b.end)
  const dialogues = findDialogues(quoted, byStart)
  let latest: Antecedent | null = null
  let spoken: Antecedent | null = null
  let next = 0
  for (const quotation of open) {
    for (; next < outermost.length && (outermost[next] as Antecedent).end <= quotation.start; next += 1) {
      latest = later(latest, outermost[next] as Antecedent)
      if (isSpoken(quoted, latest)) spoken = latest
    }
    if (!isWholeSentence(quoted, quotation) && !followsColon(quoted, quotation)) continue
    if (!endsAsSentence(quoted, quotation) || !WORD.test(sliceOf(quoted.reading.text, quotation))) continue
    const follower = byStart[firstAfter(byStart, quotation.end - 1, ({ start }) => start)]
    const begun = byStart[firstAfter(byStart, quotation.start - 1, ({ start }) => start) - 1]
    const dialogue = dialogues.get(begun?.index ?? -1)
    const turn = readTurn(quoted, quotation, dialogue)
    const owned = dialogue?.unclear.has(quotation)
      ? leaveUnstated(quoted, quotation, stage)
      : turn === null
        ? giveTo(quoted, quotation, preferSpoken(quoted, latest, spoken), follower, stage)
        : goOn(quotation, turn, stage)
    if (owned === null) continue
    spoken = latest = {
      index: attributions.length + found.length,
      one: owned,
      start: quotation.start,
      end: quotation.end,
    }
    found.push(owned)
  }
  return found
}

/** In a dialogue, what only asks is of who asked before, and the rest of who answered. */
function readTurn(quoted: QuotedText, quotation: Quotation, dialogue: Dialogue | undefined): GoingOn | null {
  if (dialogue === undefined || !followsQuotation(quoted, dialogue.answers, quotation)) return null
  const { asks, answers } = dialogue
  return { ...(onlyAsks(quoted, quotation) ? asks : answers), rule: 'quotation-takes-turn' }
}

function isSpoken({ reading }: QuotedText, { one: { content } }: Antecedent): boolean {
  return QUOTED.test(reading.text[content[0]?.start ?? 0] ?? '')
}

/** "“We left,” said Ann Lee. She did not say why. “…”": words go on from what somebody said, not from what they did not say. */
function preferSpoken(quoted: QuotedText, latest: Antecedent | null, spoken: Antecedent | null): Antecedent | null {
  if (latest === null || spoken === null || latest === spoken) return latest
  const { text, layer } = quoted.reading
  const isSame = paragraphAt(layer.paragraphs, latest.start) === paragraphAt(layer.paragraphs, spoken.start)
  const [own, other] = latest.one.source
  const isPronoun = own !== undefined && other === undefined && /^(?:he|she)$/iu.test(sliceOf(text, own))
  const isDenied = /\bnot\b|n['’]t\b|\bnever\b/u.test(latest.one.cue.map(span => sliceOf(text, span)).join(' '))
  return isSame && isPronoun && isDenied ? { ...spoken, end: latest.end } : latest
}

function later(a: Antecedent | null, b: Antecedent): Antecedent {
  return a === null || b.end >= a.end ? b : a
}

function followsColon({ reading }: QuotedText, { firstToken }: Quotation): boolean {
  return reading.tokens[firstToken - 1]?.text === ':'
}

function giveTo(
  quoted: QuotedText,
  quotation: Quotation,
  latest: Antecedent | null,
  follower: Antecedent | undefined,
  stage: StageInfo,
): Owned | null {
  const { reading } = quoted
  const words = sliceOf(reading.text, quotation)
  const speaker = readPointingBack(quoted, quotation) ?? speakerBefore(quoted, quotation, words, latest)
  if (speaker !== null && 'one' in speaker) return goOn(quotation, speaker, stage)
  if (speaker !== null) return spokenBy(quoted, quotation, speaker, stage)
  if (follower !== undefined && speaksOn(quoted, quotation, follower))
    return goOn(quotation, { ...follower, rule: 'quotation-before-speaker' }, stage)
  if (!isSpeech(quoted, quotation)) return null
  const introduced = readIntroduced(quoted, quotation, words)
  return introduced === null ? leaveUnstated(quoted, quotation, stage) : spokenBy(quoted, quotation, introduced, stage)
}

/** Whether a short line in single marks is a heading, as some papers set them: no sentence, and of nobody. */
function isSubheading({ reading }: QuotedText, { start, firstToken, endToken }: Quotation): boolean {
  if (!/^(?:‘|`(?!`)|'(?!'))/u.test(reading.text.slice(start, start + 2))) return false
  const tokens = reading.tokens.slice(firstToken, endToken)
  return tokens.length <= LONGEST_SUBHEADING && !tokens.some(({ pos }) => pos === 'AUX' || pos === 'PRON')
}

/** Whether words that are a sentence by themselves are enough of one, and no title. */
function isSpeech({ reading }: QuotedText, { firstToken, endToken, balanced }: Quotation): boolean {
  const tokens = reading.tokens.slice(firstToken, endToken)
  const words = tokens.filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  if (!balanced || words.length < FEWEST_UNSTATED || useOf(tokens) === 'title') return false
  return words.some(({ pos }) => pos === 'AUX' || pos === 'VERB')
}

/** Who speaks by what stands before a quotation: a claim that it goes on from, or words that tell. */
function speakerBefore(
  quoted: QuotedText,
  quotation: Quotation,
  words: string,
  latest: Antecedent | null,
): Speaker | GoingOn | null {
  const { reading } = quoted
  const { firstToken } = quotation
  const paragraph = paragraphOf(quoted, firstToken)
  const sentence = sentenceOf(reading, firstToken)
  if (sentence.firstToken < firstToken) {
    const range = { from: sentence.firstToken, to: firstToken }
    return readMessage(quoted, range) ?? readBeforeColon(quoted, range)
  }
  const before = sentenceBefore(quoted, firstToken)
  if (before === null) return null
  const range = { from: before.firstToken, to: before.endToken }
  if ((reading.tokens[before.endToken - 1] as Token).text === ':')
    return readMessage(quoted, range) ?? readBeforeColon(quoted, range)
  if (reading.layer.paragraphs[before.paragraph]?.heading === true) return null
  const opens = quotation.start === paragraph.start
  if (opens && (!isAllQuotation(quoted, paragraph) || isSubheading(quoted, quotation))) return null
  const goesOn: GoingOn | null =
    latest !== null && mayGoOn(quoted, latest, before, opens)
      ? { ...latest, rule: opens ? 'quotation-goes-on-paragraph' : 'quotation-goes-on' }
      : null
  if (goesOn !== null && goesOn.end > before.start) return goesOn
  const told = readMessage(quoted, range) ?? readManner(quoted, range) ?? readPerson(quoted, range, words) ?? goesOn
  if (told !== null) return told
  return readHeOrShe(quoted, range, words) ?? (opens ? null : readEarlier(quoted, before, words))
}

/** "Ann Lee ran the shop. Then the road closed.": the one person of the sentences before in the same paragraph. */
function readEarlier(quoted: QuotedText, before: Sentence, words: string): Speaker | null {
  const { sentences, paragraphs } = quoted.reading.layer
  const last = (quoted.reading.tokens[before.firstToken] as Token).sentence
  const first = Math.max(paragraphs[before.paragraph]?.firstSentence ?? last, last - FARTHEST)
  if (!speaksOfItself(words)) return null
  const whole = { start: (sentences[first] as Sentence).start, end: before.end }
  const people = new Set(
    namesWithin(quoted, whole).flatMap(({ type, name }) => (type === 'person' ? [name?.start] : [])),
  )
  if (people.size !== 1) return null
  for (let i = last - 1; i >= first; i -= 1) {
    const { firstToken, endToken } = sentences[i] as Sentence
    const found = readPerson(quoted, { from: firstToken, to: endToken }, words)
    if (found !== null) return found
  }
  return null
}

/** Whether the last claim is of the paragraph of the sentence before, and nobody else came up since. */
function mayGoOn(quoted: QuotedText, { one, end }: Antecedent, before: Sentence, opens: boolean): boolean {
  const { reading } = quoted
  const paragraph = reading.layer.paragraphs[before.paragraph]
  if (paragraph === undefined || end <= paragraph.start || one.source.length === 0) return false
  // Who refuses to speak goes on with nothing.
  if (one.act === 'no-comment') return false
  if (NO_SPEAKER.has(one.cueLemma) && (opens || one.cueLemma !== 'ask')) return false
  if (opens && !SPEAKING.some(list => list.has(one.cueLemma)) && one.goesOnFrom === undefined) return false
  const last = reading.tokens[firstTokenAfter(reading.tokens, end - 1)] as Token
  const rest = namesWithin(quoted, { start: (reading.layer.sentences[last.sentence] as Sentence).end, end: before.end })
  const own = one.source.map(span => sliceOf(reading.text, span)).join(' ')
  return rest.every(
    ({ type, start, end: to }) => type !== 'person' || own.includes(lastWord(reading.text.slice(start, to))),
  )
}

function lastWord(name: string): string {
  return name.split(/\s+/u).at(-1) as string
}

/** Whether nothing but quotations stands in a paragraph. */
function isAllQuotation(
  { reading }: QuotedText,
  { firstSentence, endSentence }: ReturnType<typeof paragraphOf>,
): boolean {
  const from = (reading.layer.sentences[firstSentence] as Sentence).firstToken
  const to = (reading.layer.sentences[endSentence - 1] as Sentence).endToken
  for (let i = from; i < to; i += 1)
    if (reading.quotationAt[i] === -1 && /[\p{L}\p{N}]/u.test((reading.tokens[i] as Token).text)) return false
  return true
}

/** Whether a claim begins right behind a quotation, with another one: "“No.” “Never,” said Ann Lee." */
function speaksOn(quoted: QuotedText, { end, endToken }: Quotation, { one, start }: Antecedent): boolean {
  const { reading } = quoted
  if (one.source.length === 0 || NO_SPEAKER.has(one.cueLemma)) return false
  const content = one.content[0]
  if (content === undefined || content.start !== start || !QUOTED.test(reading.text[start] ?? '')) return false
  const next = reading.tokens[endToken]
  return next !== undefined && reading.text.slice(end, start).trim() === ''
}
