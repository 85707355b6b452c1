import type { Quotation, Token } from '../../../../../src/domain/layers.ts'
import { isDocument, isTitle, opensPersonName } from '../../../../word-classes.ts'
import { readNounPhraseAfter } from '../phrases/noun-phrase-after.ts'
import { speaks } from '../phrases/somebody.ts'
import type { Range, Reading } from '../reading.ts'
import type { Taken } from '../taken.ts'

/** Documents that a headline names as what found something; "– review" and "– video" say what the article is. */
const FINDING =
  /^(?:report|study|survey|poll|research|inquest|inquiry|data|ombudsman|watchdog|union|charity|campaigners?)s?$/
/** Words between the marks that no title has, however it is written. */
const SPOKEN = /^(?:i|we|you|he|she|they|it|us|me|my|our|is|are|was|were|will|not|no)$/
const ABBREVIATED = /^(?:FM|MEPs?|MPs?|PM|TDs?)$/
/** Words before a headline's colon that say who speaks. */
const MOST_SPEAKER = 4
/** Words that a headline says at least before a colon and who says so. */
const LEAST_SAID = 3
/** In a title these begin small. */
const SMALL = /^(?:an?|the|of|and|in|on|for|to|at|by|or|with|from|as|but|de|la|['’]s)$/

/**
 * Who says what stands before a headline's dash or colon: a role or body that fills the rest of it ("– police", "– health minister"), or the
 * surname of somebody of whom the article tells. The name of a paper ("- Selby Echo") is neither.
 */
export function readLastSpeaker(reading: Reading, at: number, firstToken: number, limit: number): Taken | null {
  const { tokens } = reading
  const [dash, before, first] = [tokens[at - 1], tokens[at - 2], tokens[at]]
  if (dash === undefined || before === undefined || first === undefined || at >= limit) return null
  // "Follow-up": a hyphen joins. Before a colon that is not the headline's topic ("Floods: report") more is said.
  const isColon = dash.text === ':'
  if (isColon ? at - 1 - firstToken < LEAST_SAID : before.end === dash.start || dash.end === first.start) return null
  const phrase = readNounPhraseAfter(reading, at, limit)
  const range = phrase?.to === limit ? phrase : readCapitals(reading, at, limit)
  if (range === null || range.to !== limit || range.to - range.from > 5) return null
  const last = tokens[range.to - 1] as Token
  const isSpeaker = speaks(last) && (FINDING.test(last.lower) || !isDocument(last))
  if (!isSpeaker && !isNamedBelow(reading, range.from, range.to)) return null
  return { at: range.to, role: 'source', ranges: [range] }
}

/**
 * Who says what stands behind a headline's colon: a role, body or finding document that fills it from its beginning ("Health ministry:"). A
 * series or topic ("Election diary:", "Weather:") does not speak.
 */
export function readFirstSpeaker(reading: Reading, at: number, first: number): Taken | null {
  const { tokens } = reading
  const last = tokens[at - 1]
  if (at - first === 1 && isSurnameBelow(reading, first))
    return { at: first, role: 'source', ranges: [{ from: first, to: at }] }
  if (last === undefined || at - first < 1 || at - first > MOST_SPEAKER) return null
  const words = tokens.slice(first, at)
  if (words.some(({ text, pos }) => !/^[\p{L}'’-]+$/u.test(text) || pos === 'VERB' || pos === 'AUX' || pos === 'ADP'))
    return null
  if (
    !(speaks(last) || isTitle(last) || ABBREVIATED.test(last.text)) ||
    (isDocument(last) && !FINDING.test(last.lower))
  )
    return null
  return { at: first, role: 'source', ranges: [{ from: first, to: at }] }
}

/** "Hull council": a name before a noun that the tagger takes for a verb. */
function readCapitals({ tokens }: Reading, from: number, to: number): Range | null {
  if (to - from > 3 || tokens[to - 1]?.pos !== 'NOUN') return null
  return tokens.slice(from, to - 1).every(({ text }) => /^\p{Lu}/u.test(text)) ? { from, to } : null
}

/** Whether the first word of the article's headline is the surname of somebody whom its text names in full, however ordinary a word. */
function isSurnameBelow({ tokens, layer }: Reading, at: number): boolean {
  const { text, sentence } = tokens[at] as Token
  if (!/^\p{Lu}\p{Ll}/u.test(text) || layer.sentences[sentence]?.paragraph !== 0) return false
  return tokens.some((token, i) => {
    const before = tokens[i - 1]
    if (i <= at || token.text !== text || before?.sentence !== token.sentence) return false
    return /^\p{Lu}\p{Ll}/u.test(before.text) && before.pos === 'PROPN' && opensPersonName(before.lower)
  })
}

/** Whether the article's headline ends in a single name that its text has, too. Looks through the article, so for one heading only. */
function isNamedBelow({ tokens, layer }: Reading, from: number, to: number): boolean {
  const { text, pos, sentence } = tokens[from] as Token
  if (to - from !== 1 || pos !== 'PROPN' || layer.sentences[sentence]?.paragraph !== 0) return false
  // In front of it stands a name or a title: the surname of a person.
  return tokens.some((token, i) => i >= to && token.text === text && /^\p{Lu}/u.test(tokens[i - 1]?.text ?? ''))
}

/** Whether a headline's quotation is something said, and no title ("“The Long Walk”: a film to see"). */
export function isSpoken({ tokens }: Reading, { firstToken, endToken }: Quotation): boolean {
  const words = tokens.slice(firstToken, endToken).filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  return words.some(({ lower, text }, i) => {
    return SPOKEN.test(lower) || (i > 0 && /^\p{Ll}/u.test(text) && !SMALL.test(lower))
  })
}
