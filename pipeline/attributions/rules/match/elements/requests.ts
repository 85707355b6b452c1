import type { Token } from '../../../../../src/domain/layers.ts'
import { readNounPhraseAfter } from '../phrases/noun-phrase-after.ts'
import { isSomebody } from '../phrases/somebody.ts'
import type { Reading } from '../reading.ts'
import type { Taken } from '../taken.ts'

/** How somebody is asked for comment. The tagger takes many of these for verbs and names, so their form decides. */
const REQUEST =
  /^(?:calls?|e-?mails?|enquir(?:y|ies)|inquir(?:y|ies)|letters?|messages?|quer(?:y|ies)|questions?|requests?|texts?|voicemails?)$/u
const PRESS = /^(?:comment|comments|interviews?|journalists?|reporters?)$/u
/** "Attempts to reach her", "efforts to contact them". */
const ATTEMPT = /^(?:attempts?|efforts?)$/u
const REACHING: ReadonlySet<string> = new Set(['contact', 'interview', 'reach'])
const TOWARDS: ReadonlySet<string> = new Set(['to', 'with'])
/** A request is told in so many words, and as many stand between it and the cue. */
const LONGEST = 8
const FARTHEST = 20

/** "Several phone calls", after the cue. */
export function readRequest({ tokens }: Reading, at: number, _first: number, limit: number): Taken | null {
  const found = find(tokens, at, Math.min(limit, at + LONGEST), REQUEST)
  return found === -1 ? null : { at: found + 1 }
}

/** "Requests for comment", "an interview", after the cue. */
export function readPressRequest({ tokens }: Reading, at: number, _first: number, limit: number): Taken | null {
  const found = find(tokens, at, Math.min(limit, at + LONGEST), PRESS)
  return found === -1 ? null : { at: found + 1 }
}

/** "Calls to the ministry", before the cue: whoever is asked is the source. */
export function readAsked(reading: Reading, at: number, first: number): Taken | null {
  return readTarget(reading, at, first, i =>
    REQUEST.test((reading.tokens[i] as Token).lower) ? endOfTowards(reading.tokens, i, at) : -1,
  )
}

/** "Attempts to reach her", before the cue: whoever is sought is the source, and no summit. */
export function readSought(reading: Reading, at: number, first: number): Taken | null {
  const { tokens } = reading
  const found = readTarget(reading, at, first, i => {
    const reaches = tokens[i + 1]?.lower === 'to' && REACHING.has(tokens[i + 2]?.lemma ?? '')
    return reaches && ATTEMPT.test((tokens[i] as Token).lower) ? i + 3 : -1
  })
  const [phrase] = found?.ranges ?? []
  if (phrase === undefined || (tokens[phrase.from]?.pos !== 'PRON' && !isSomebody(reading, phrase))) return null
  return found
}

/** @param findTarget where whoever is asked begins, from the word that may name a request; -1 when it does not */
function readTarget(reading: Reading, at: number, first: number, findTarget: (i: number) => number): Taken | null {
  for (let i = at - 1; i >= Math.max(first, at - FARTHEST) && !isMark(reading.tokens[i]); i -= 1) {
    const from = findTarget(i)
    const phrase = from === -1 ? null : readNounPhraseAfter(reading, from, at)
    if (phrase !== null) return { at: i, role: 'source', ranges: [phrase] }
  }
  return null
}

/** Behind "to", "with" or "left for". */
function endOfTowards(tokens: readonly Token[], at: number, end: number): number {
  for (let i = at + 1; i < Math.min(end, at + LONGEST); i += 1) {
    const { lower } = tokens[i] as Token
    if (TOWARDS.has(lower) || (lower === 'for' && tokens[i - 1]?.lower === 'left')) return i + 1
  }
  return -1
}

/** The first word of a form before any mark, or -1. */
function find(tokens: readonly Token[], from: number, end: number, form: RegExp): number {
  for (let i = from; i < end && !isMark(tokens[i]); i += 1) if (form.test((tokens[i] as Token).lower)) return i
  return -1
}

function isMark(token: Token | undefined): boolean {
  return token === undefined || /^[.,;:!?“”"—–]$/u.test(token.text)
}
