import type { Token } from '../../../../../src/domain/layers.ts'
import { TIMES } from '../phrases/phrase-words.ts'
import type { Reading } from '../reading.ts'
import type { Taken } from '../taken.ts'
import { readClauseAfter } from './clause.ts'

/** "Guilty", "no contest", with what it is to. */
export function readGuilt(reading: Reading, at: number): Taken | null {
  const { tokens } = reading
  const isPlea = tokens[at]?.lower === 'guilty' || (tokens[at]?.lower === 'no' && tokens[at + 1]?.lower === 'contest')
  return isPlea ? takeClause(reading, at) : null
}

/** "Not guilty", with what it is to. */
export function readInnocence(reading: Reading, at: number): Taken | null {
  const { tokens } = reading
  return tokens[at]?.lower === 'not' && tokens[at + 1]?.lower === 'guilty' ? takeClause(reading, at) : null
}

/** Up to a comma, the day, or what else the same source did ("and was fined"). */
function takeClause(reading: Reading, at: number): Taken | null {
  const { tokens } = reading
  const range = readClauseAfter(reading, at)
  if (range === null) return null
  let to = at + 1
  while (to < range.to && !endsPlea(tokens.slice(to, to + 3))) to += 1
  return { at: to, role: 'content', ranges: [{ from: at, to }] }
}

function endsPlea([token, next, after]: readonly Token[]): boolean {
  if (token === undefined || token.text === ',' || TIMES.has(token.lower)) return true
  if (token.pos === 'ADP') return next !== undefined && TIMES.has(next.lower)
  if (token.pos !== 'CCONJ' || next === undefined) return false
  const verb = next.pos === 'ADV' ? after : next
  return verb?.pos === 'AUX' || (verb?.pos === 'VERB' && !verb.lower.endsWith('ing'))
}
