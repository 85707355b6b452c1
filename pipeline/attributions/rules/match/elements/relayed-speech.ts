import type { Token } from '../../../../../src/domain/layers.ts'
import { LEXICON } from '../../../lexicon.ts'
import { readNounPhraseAfter } from '../phrases/noun-phrase-after.ts'
import type { Reading } from '../reading.ts'
import type { Taken } from '../taken.ts'

/** Tokens between a verb of quoting and "as saying": a name with its apposition. */
const LONGEST_QUOTED = 24

/** Whoever is quoted: all that stands between the verb of quoting and "as saying", which must follow. */
export function readQuoted(reading: Reading, at: number, _first: number, limit: number): Taken | null {
  const phrase = readNounPhraseAfter(reading, at, limit)
  if (phrase === null) return null
  let to = phrase.to
  while (to < Math.min(limit, at + LONGEST_QUOTED) && readSaying(reading, to, at, limit) === null) {
    if (reading.quotationAt[to] !== -1 || /^(?:[;:—–]|that)$/.test((reading.tokens[to] as Token).lower)) return null
    to += 1
  }
  if (readSaying(reading, to, at, limit) === null) return null
  const comma = reading.tokens[to - 1]?.text === ',' ? 1 : 0
  return { at: to, role: 'source', ranges: [{ from: at, to: to - comma }] }
}

/** "As saying", "as having said", "as also telling". */
export function readSaying({ tokens }: Reading, at: number, _first: number, limit: number): Taken | null {
  if (tokens[at]?.lower !== 'as') return null
  let verb = at + 1
  while (tokens[verb]?.pos === 'ADV') verb += 1
  const having = tokens[verb]?.lower === 'having'
  if (having) verb += 1
  const token = tokens[verb]
  if (token === undefined || verb >= limit || !isSaying(token.lemma)) return null
  if (having === token.lower.endsWith('ing')) return null
  return { at: verb + 1, role: 'cue', ranges: [{ from: at, to: verb + 1 }] }
}

function isSaying(lemma: string): boolean {
  return LEXICON.speech.has(lemma) || LEXICON['that-clause'].has(lemma) || LEXICON.addressee.has(lemma)
}
