import type { Token } from '../../../../../src/domain/layers.ts'
import { isCrowd, isDocument, isOrganisationWord, isRole, KIN } from '../../../../word-classes.ts'
import { LEXICON } from '../../../lexicon.ts'
import type { Range, Reading } from '../reading.ts'

/** Verbs whose object is a person ("promised residents that …") or a thing ("promised a road that …"). */
const GIVING: ReadonlySet<string> = new Set(['guarantee', 'offer', 'pledge', 'promise'])

/**
 * As much of a noun phrase as names who speaks, up to the last role or name before a preposition: a headline's verb behind
 * it ("coach blasts players") passes for a noun. Null when it names nobody.
 */
export function cutToSomebody(reading: Reading, { from, to }: Range): Range | null {
  let end = from
  for (let i = from; i < to; i += 1) {
    const token = reading.tokens[i] as Token
    if (token.pos === 'ADP' && token.lower !== 'of') break
    if (token.pos === 'PROPN' || speaks(token)) end = i + 1
    else if (end > from && token.lower !== 'of' && token.pos !== 'DET') break
  }
  return end === from ? null : { from, to: end }
}

/** Whether a noun phrase can speak by what it says: it holds a name, or its head is a role, a body or a document. */
export function isSomebody(reading: Reading, range: Range): boolean {
  const head = headOf(reading, range)
  if (reading.tokens.slice(range.from, range.to).some(({ pos }) => pos === 'PROPN')) return true
  return head !== undefined && speaks(head)
}

/** Whether the head of a noun phrase is a word for a body: "the central bank". */
export function isBody(reading: Reading, range: Range): boolean {
  return isOrganisationWord(headOf(reading, range))
}

/** Whether a word is for who or what can speak: a role, a body, a relative, a document. */
export function speaks(token: Token): boolean {
  return (
    LEXICON['source-head'].has(token.lemma) ||
    isRole(token) ||
    isDocument(token) ||
    KIN.has(token.lemma) ||
    isCrowd(token)
  )
}

/** Whether a phrase after a verb of giving is what is given: "a" thing that nobody introduced, and that cannot listen. */
export function isGiven(reading: Reading, range: Range): boolean {
  const before = reading.tokens[range.from - 1]
  if (before === undefined || !GIVING.has(before.lemma)) return false
  if (!/^(?:an?|no|more|new)$/.test((reading.tokens[range.from] as Token).lower)) return false
  const head = headOf(reading, range)
  return (head !== undefined && isDocument(head)) || !isSomebody(reading, range)
}

/** The last noun before a preposition. */
function headOf({ tokens }: Reading, { from, to }: Range): Token | undefined {
  let head: Token | undefined
  for (let i = from; i < to; i += 1) {
    const token = tokens[i] as Token
    if (token.pos === 'ADP' && head !== undefined) break
    if (token.pos === 'NOUN') head = token
  }
  return head
}
