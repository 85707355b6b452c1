import type { TokensLayer } from '../../../src/domain/layers.ts'
import type { Span } from '../../../src/domain/span.ts'
import { firstTokenAfter } from '../../positions/token-search.ts'

/** What lawyers and judges do at a trial, as reports of British courts put it behind their names. */
const COURT_ROLE = /^(?:appearing|defending|instructing|mitigating|presiding|prosecuting)$/

/** Whether a cue only says what somebody is at a trial: "Tom Berry, **defending**, said the man was ill". */
export function isCourtRole({ tokens }: TokensLayer, [cue]: readonly Span[]): boolean {
  if (cue === undefined) return false
  const at = firstTokenAfter(tokens, cue.start)
  const [before, word, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  return COURT_ROLE.test(word?.lower ?? '') && before?.text === ',' && next?.text === ','
}
