import type { Mention } from '../../../src/domain/layers.ts'
import { partyBehind } from '../affiliated-body.ts'
import type { Introduction } from '../introduction.ts'
import { groundTokens, isSameSentence, type PhraseReading } from '../phrase-reading.ts'

/** Behind a name, these say what somebody is. */
const LETTERS = /^(?:KC|QC|SC|MP|MEP|MSP|MLA|TD)$/

/** "Ann Lee KC", "Bo Roy MP". */
export function readLetters(reading: PhraseReading, { endToken, name }: Mention): Introduction | null {
  const { tokens } = reading
  for (const at of [endToken, endToken - 1]) {
    const token = tokens[at]
    const isWithName =
      token !== undefined && (at < endToken ? name !== null && token.start > name.start : isSameSentence(tokens, at))
    if (isWithName && LETTERS.test(token.text))
      return { form: 'party', role: groundTokens(reading, at, at + 1), affiliation: null }
  }
  return null
}

export function readParty(reading: PhraseReading, { endToken }: Mention): Introduction | null {
  const affiliation = partyBehind(reading, endToken)
  return affiliation === null ? null : { form: 'party', role: null, affiliation }
}
