import type { Token } from '../../../../../src/domain/layers.ts'
import { readNounPhraseAfter } from '../phrases/noun-phrase-after.ts'
import type { Reading } from '../reading.ts'
import type { Taken } from '../taken.ts'

const DAYS: ReadonlySet<string> = new Set('monday tuesday wednesday thursday friday saturday sunday'.split(' '))
const RELATIVE_TIMES: ReadonlySet<string> = new Set(['yesterday', 'today', 'earlier', 'later', 'ago'])
/** Words that open a circumstance besides prepositions. */
const OPENERS = new Set(['late', 'early', 'earlier', 'ahead', 'last', 'this'])
const NO_OPENERS = new Set(['to', 'as', 'like', 'than', 'that'])
const MEDIA = new Set([
  'statement',
  'interview',
  'speech',
  'email',
  'e-mail',
  'tweet',
  'post',
  'letter',
  'note',
  'report',
  'release',
  'memo',
  'message',
  'video',
  'filing',
  'briefing',
  'editorial',
  'conference',
  'response',
  'blog',
])

/**
 * "in a statement", "in a televised interview": words that belong to the cue because they name what it was said in. Whom it went to
 * and when stand behind it ("in a letter | to members on Friday").
 */
export function readMedium(reading: Reading, at: number, limit: number): Taken | null {
  const { tokens } = reading
  if (tokens[at]?.lower !== 'in' || !/^(?:an?|his|her|its|their|the)$/.test(tokens[at + 1]?.lower ?? '')) return null
  for (let i = at + 2; i < Math.min(limit, at + 6); i += 1) {
    const token = tokens[i] as Token
    if (MEDIA.has(token.lower))
      return { at: endOfSending(reading, i + 1, limit), role: 'cue', ranges: [{ from: at, to: i + 1 }] }
    if (!['ADJ', 'NOUN', 'PROPN', 'VERB', 'PUNCT'].includes(token.pos) || token.text === ',') return null
  }
  return null
}

/** Behind whom a message goes to and when; `at` where nobody is named. */
function endOfSending(reading: Reading, at: number, limit: number): number {
  if (reading.tokens[at]?.lower !== 'to') return at
  const phrase = readNounPhraseAfter(reading, at + 1, limit)
  if (phrase === null) return at
  return readCircumstance(reading, phrase.to, limit)?.at ?? phrase.to
}

/** Adverbials between a cue and its content: days, times, places, occasions. At least one, else null. */
export function readCircumstance(reading: Reading, at: number, limit: number): Taken | null {
  const { tokens } = reading
  let i = at
  while (i < limit) {
    const token = tokens[i] as Token
    if (DAYS.has(token.lower) || RELATIVE_TIMES.has(token.lower)) {
      i += 1
      if (/^(?:morning|afternoon|evening|night)$/.test(tokens[i]?.lower ?? '')) i += 1
      continue
    }
    if (token.pos === 'ADV' && !/^(?:how|why|when|where|there|so)$/.test(token.lower)) {
      i += 1
      continue
    }
    if (OPENERS.has(token.lower) || (token.pos === 'ADP' && !NO_OPENERS.has(token.lower))) {
      const phrase = readNounPhraseAfter(reading, i + 1, limit)
      const day = tokens[i + 1]
      if (phrase === null && (day === undefined || !DAYS.has(day.lower))) break
      i = phrase?.to ?? i + 2
      continue
    }
    break
  }
  return i > at ? { at: i } : null
}
