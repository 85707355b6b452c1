import type { Span } from '../../domain/span.ts'
import type { Occurrence, Parties } from './parties/parties.ts'
import type { Speaker } from './parties/speakers.ts'
import { lastAtMost, type SaidArticle, type SaidClaim } from './said-claims.ts'

/** What begins a refusal or a failed attempt whose subject stands before it. */
const BY_SUBJECT =
  /\b(?:(?:did not|didn['’]t|has not|have not|had not|hasn['’]t|haven['’]t)(?: \p{L}+)? (?:responded|respond|replied|reply|returned|return|picked up|pick up|answered (?:calls|questions|e-?mails|messages)|answer (?:calls|questions|e-?mails|messages)|commented|comment)|could not(?: \p{L}+)? be (?:reached|contacted)|was not available for (?:comment|interview)|were not available for comment|(?:has|have|had)? ?neither (?:accepted|confirmed|admitted)(?: \p{L}+)? nor (?:disputed|denied)(?: (?:that|this|the) \p{L}+)?|(?:did|does|do) not (?:recognise|recognize|accept) (?:that|this|the) (?:account|version|charge|criticism|allegation|claim)s?|declined to comment|refused to comment|(?:was|were|has been|have been|had been) (?:approached|contacted|asked) for (?:an? )?(?:comment|response|reply)|(?:has |have |had )?hit back|(?:maintain|protest)(?:s|ed)? (?:his|her|its|their) innocence)\b/giu
/** What begins an attempt whose object, whom it did not reach, stands behind it. */
const BY_OBJECT =
  /\b(?:(?:was|were) (?:unable|not able) to (?:reach|contact)|could not (?:reach|contact)|(?:attempts?|efforts?|calls?|messages?|e-?mails?)(?: made)? to (?:reach|contact)?)(?= )/giu
const FAILED = /\b(?:unable|not able|could not|unsuccessful|failed|unanswered|not (?:returned|answered)|in vain)\b/iu

/** What words go by that are no claim's, by their place in UTF-16. */
export type NameWords = (span: Span) => string

/** A refusal that is no claim of the article, and whose. */
export interface Refusal {
  readonly words: SaidClaim
  readonly speaker: Speaker
}

/**
 * Refusals and failed attempts among words that are no claim's: "The paper was unable to reach him", "The department did not
 * recognise that account". They answer for the accused as claims do; what they go by is where they stand.
 */
export function findRefusals(said: SaidArticle, parties: Parties, nameOf: NameWords): Refusal[] {
  const cues = said.claims.map(({ cue }) => cue.start)
  const isClaimed = (start: number, end: number) => {
    const cue = said.claims[lastAtMost(cues, end - 1)]?.cue
    return cue !== undefined && cue.start < end && start < cue.end
  }
  const found: Refusal[] = []
  const add = (start: number, end: number, whom: Occurrence | undefined) => {
    if (whom === undefined || isClaimed(Math.min(start, whom.start), Math.max(end, whom.end))) return
    found.push({ words: toWords(said, { start, end }, whom, nameOf({ start, end })), speaker: speakerOf(whom) })
  }
  for (const { 0: words, index } of said.text.matchAll(BY_SUBJECT)) {
    const from = Math.max(index - 120, said.text.lastIndexOf('\n', index) + 1, endOfSentence(said.text, index))
    const before = parties.within({ start: from, end: index })
    const subject = before.findLast(({ end }) =>
      /^(?:,[^,.;]{0,60},)?\s(?:[a-z]+ly )?$/u.test(said.text.slice(end, index)),
    )
    add(index, index + words.length, subject)
  }
  for (const { 0: words, index } of said.text.matchAll(BY_OBJECT)) {
    const end = index + words.length
    const sentence = /^[^.!?\n]{0,160}/u.exec(said.text.slice(end))?.[0] ?? ''
    const failed = FAILED.exec(sentence)
    const until = failed === null ? end : end + failed.index + failed[0].length
    if (FAILED.test(words) || failed !== null)
      add(index, until, parties.within({ start: end, end: end + Math.min(sentence.length, 60) })[0])
  }
  return found.sort((a, b) => a.words.cue.start - b.words.cue.start)
}

function endOfSentence(text: string, index: number): number {
  const before = text.slice(Math.max(0, index - 120), index)
  const last = /^[\s\S]*[.!?][”"’')]*\s/u.exec(
    before.replaceAll(/\b(?:Mr|Mrs|Ms|Dr)\. /g, words => `${words.slice(0, -2)}, `),
  )
  return last === null ? 0 : Math.max(0, index - 120) + last[0].length
}

function speakerOf({ party, owner }: Occurrence): Speaker {
  const as = owner?.isPerson === true ? ('organisation' as const) : ('spokesperson' as const)
  return {
    party,
    speaksFor: owner === null || owner === party ? null : { party: owner, as },
    isDefender: false,
    document: null,
  }
}

function toWords({ text, paragraphOf }: SaidArticle, { start, end }: Span, whom: Occurrence, id: string): SaidClaim {
  return {
    id,
    act: /recogni|accept (?:that|this|the)|hit back|innocence/iu.test(text.slice(start, end)) ? 'denial' : 'no-comment',
    isNegated: false,
    cueLemma: '',
    cue: { start, end },
    cueText: text.slice(start, end),
    contents: [],
    contentText: /(?:that|this|the) \p{L}+$/u.exec(text.slice(start, end))?.[0] ?? '',
    source: { start: whom.start, end: whom.end },
    record: null,
    parentId: null,
    lead: '',
    paragraph: paragraphOf(start),
  }
}
