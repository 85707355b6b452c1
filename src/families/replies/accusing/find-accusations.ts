import type { Span } from '../../../domain/span.ts'
import type { Occurrence, Parties } from '../parties/parties.ts'
import type { Speaker } from '../parties/speakers.ts'
import type { SaidArticle, SaidClaim } from '../said-claims.ts'
import { BEGINS_WITH_PRONOUN, countWords, rootOf, WORD, wrongdoingAt } from '../words.ts'
import type { FoundAccusation } from './accusation.ts'
import { accuses } from './accusing-cues.ts'

const BEING = new Set('was were been be is are being got gets'.split(' '))
/** What makes of a deed one that was not done, or only might be. */
const NOT_DONE = new Set(
  "not never no nobody neither nor without would could might may should if whether unless didn't hadn't hasn't haven't wasn't don't doesn't won't cannot can't avoid prevent stop against".split(
    ' ',
  ),
)

/** The claims that accuse somebody by their own words, in the order of the text. */
export function findAccusations(
  said: SaidArticle,
  parties: Parties,
  speakers: ReadonlyMap<string, Speaker>,
): FoundAccusation[] {
  const found: FoundAccusation[] = []
  const claimOf = new Map(said.claims.map(claim => [claim.id, claim]))
  for (const claim of said.claims) {
    if (claim.isNegated || claim.contents.length === 0) continue
    const parent = claim.parentId === null ? undefined : claimOf.get(claim.parentId)
    const accusation =
      deniedReport(claim, parent, speakers) ??
      accuses(claim, said, parties, speakers) ??
      doesWrong(claim, said, parties, speakers) ??
      prosecutes(claim, said, parties, speakers) ??
      carriesOn(claim, said, parties, speakers, found.at(-1))
    if (accusation !== null) found.push(accusation)
  }
  return found
}

/** "The firm denied **reports that it had …**": what is denied accuses whoever denies it. */
function deniedReport(
  claim: SaidClaim,
  parent: SaidClaim | undefined,
  speakers: ReadonlyMap<string, Speaker>,
): FoundAccusation | null {
  if (parent?.act !== 'denial' || parent.isNegated || claim.source !== null || parent.source === null) return null
  const speaker = speakers.get(parent.id)
  return {
    claim,
    accused: parent.source,
    party: speaker?.speaksFor?.party ?? speaker?.party ?? null,
    rule: 'denied-report',
    reason: 'What is denied there is said of whoever denies it.',
  }
}

interface Word extends Span {
  readonly folded: string
}

/** "She said **the company had falsified** …": whoever stands before what is wrong to do, or behind "by" after it. */
function doesWrong(
  claim: SaidClaim,
  { text }: SaidArticle,
  parties: Parties,
  speakers: ReadonlyMap<string, Speaker>,
): FoundAccusation | null {
  if (claim.act !== 'statement' && claim.act !== 'accusation') return null
  const speaker = speakers.get(claim.id)
  for (const content of claim.contents) {
    const words = [...text.slice(content.start, content.end).matchAll(WORD)].map(({ 0: word, index }) => ({
      start: content.start + index,
      end: content.start + index + word.length,
      folded: word.toLowerCase().replaceAll('’', "'"),
    }))
    const roots = words.map(({ folded }) => rootOf(folded))
    const occurrences = parties.within(content)
    for (let at = 0; at < words.length; at++) {
      const wrong = wrongdoingAt(roots, at)
      if (wrong === null) continue
      const agent = agentOf(text, words, at, wrong, occurrences)
      if (agent === null || agent.party === speaker?.party || agent.party === speaker?.speaksFor?.party) continue
      const last = words[Math.min(at + wrong.length, words.length) - 1] as Word
      return {
        claim,
        accused: { start: agent.start, end: agent.end },
        party: agent.party,
        rule: 'does-wrong',
        reason: `“${text.slice((words[at] as Word).start, last.end)}” says of them what is wrong to do (${wrong.kind}).`,
      }
    }
  }
  return null
}

/** How many words may stand between who does something and what they do. */
const REACH = 12

function agentOf(
  text: string,
  words: readonly Word[],
  at: number,
  { kind, length }: { readonly kind: string; readonly length: number },
  occurrences: readonly Occurrence[],
): Occurrence | null {
  const word = words[at] as Word
  const near = words.slice(Math.max(0, at - 4), at)
  if (near.some(({ folded }) => NOT_DONE.has(folded) || folded.endsWith("n't"))) return null
  // Who "was charged with" something is who did it, as it is said.
  const isPassive =
    kind !== 'charged' && near.slice(-2).some(({ folded }) => BEING.has(folded)) && !word.folded.endsWith('ing')
  if (isPassive) {
    const after = words[at + length]
    if (after?.folded !== 'by') return null
    const agent = occurrences.find(({ start }) => start >= after.end)
    return agent !== undefined && agent.start - after.end < 6 ? agent : null
  }
  // "To rob somebody" is said of nobody, unless they failed to.
  const last = near.at(-1)?.folded ?? ''
  // "The hide", "about hiding": no deed of somebody's.
  if (kind !== 'charged' && NO_DEED.has(last) && !/^without$|ly$/u.test(word.folded)) return null
  if (
    near.slice(-3).some(({ folded }) => folded === 'to') &&
    !['fail', 'continue', 'appear', 'seem'].includes(
      rootOf(near[near.findLastIndex(({ folded }) => folded === 'to') - 1]?.folded ?? ''),
    )
  )
    return null
  const from = words[Math.max(0, at - REACH)] as Word
  const before = occurrences.findLast(one => one.start >= from.start && one.end <= word.start && isActor(text, one))
  if (before === undefined) return null
  const between = text.slice(before.end, word.start)
  // Another clause has another subject; a question says nothing.
  if (/\b(?:that|whether|if|because|when|while|which)\b/.test(between.replace(/^,? (?:which|who|that)\b/, '')))
    return null
  if (/^[^.!?]*\?/.test(text.slice(word.end, word.end + 120))) return null
  return /[.!?;]\s|["“”]\s*\p{Lu}/u.test(between) ? null : subjectOf(text, before, occurrences, from.start)
}

const NO_DEED = new Set(
  'the a an this that these those any his her its their our your my of about for from by against on in at with into'.split(
    ' ',
  ),
)

/** Whoever can have done something: no place, and not whose something is. */
function isActor(text: string, { start, end, party, how }: Occurrence): boolean {
  // "Drivers who flouted the rule" are whoever does.
  if (how === 'description' && /^\p{Ll}+$/u.test(text.slice(start, end)) && /^ who\b/.test(text.slice(end, end + 5)))
    return false
  return !party.isPlace && !/^['’]s?(?!\p{L})/u.test(text.slice(end, end + 3))
}

/** "The director of the trust had lied": of words that hang together the first is who does it. */
function subjectOf(text: string, last: Occurrence, occurrences: readonly Occurrence[], from: number): Occurrence {
  let subject = last
  for (const other of occurrences.toReversed()) {
    if (other.start >= subject.start || other.start < from) continue
    const between = text.slice(other.end, subject.start)
    if (!/^(?:,? |['’]s |, (?:who|which) (?:\p{L}+ ){0,3}| (?:of|for|at|in|from|with|to) (?:the |a )?)$/u.test(between))
      break
    if (other.party === subject.party || !/['’]s $/.test(between)) subject = other
  }
  return subject
}

const PROSECUTION =
  /\bprosecut(?:or|ors|ing|ion)\b|^the Crown$|\bcounsel (?:for|to) the (?:\p{L}+ ){0,2}(?:regulator|commission|inquiry|state|crown|tribunal|watchdog)\b/iu
/** Documents that accuse by what they are. */
const CHARGING = new Set(['affidavit', 'charge sheet', 'complaint', 'indictment', 'lawsuit', 'petition', 'suit'])

/** Who speaks for the prosecution, and what is filed with a court, accuses the one that it speaks of first. */
function prosecutes(
  claim: SaidClaim,
  { text }: SaidArticle,
  parties: Parties,
  speakers: ReadonlyMap<string, Speaker>,
): FoundAccusation | null {
  if (claim.act !== 'statement' || claim.source === null) return null
  const words = text.slice(claim.source.start, claim.source.end)
  const isProsecution = PROSECUTION.test(words)
  const { party = null, document = null } = speakers.get(claim.id) ?? {}
  const isDocument = document !== null && CHARGING.has(document)
  const [first] = claim.contents
  if (first === undefined || !(isProsecution || isDocument)) return null
  const agent = parties
    .within(first)
    .find(one => one.party !== party && one.party.isNamed && (one.party.isPerson || isDocument))
  if (agent === undefined) return null
  const rule = isProsecution ? 'prosecutes' : 'charges'
  const reason = isProsecution
    ? 'It is said by the prosecution, of them.'
    : 'It is said of them in what was filed with a court or an authority.'
  return { claim, accused: { start: agent.start, end: agent.end }, party: agent.party, rule, reason }
}

const GOES_ON = 'It goes on about whom the claim before it accuses.'

function isOneSide(one: Speaker | undefined, other: Speaker | undefined): boolean {
  if (one?.party == null || other?.party == null) return false
  return one.party === other.party || one.party === other.speaksFor?.party || one.speaksFor?.party === other.party
}

/** "They licensed …, he said": who accused somebody just before speaks on about them. */
function carriesOn(
  claim: SaidClaim,
  { text }: SaidArticle,
  parties: Parties,
  speakers: ReadonlyMap<string, Speaker>,
  before: FoundAccusation | undefined,
): FoundAccusation | null {
  if (
    before?.party == null ||
    before.rule === 'criticises' ||
    claim.act !== 'statement' ||
    before.claim.paragraph !== claim.paragraph
  )
    return null
  const party = speakers.get(claim.id)?.party ?? null
  const isSame = party !== null && isOneSide(speakers.get(before.claim.id), speakers.get(claim.id))
  const [first] = claim.contents
  if (first === undefined || party === before.party) return null
  const subject = parties.within(first)[0]
  if (isSame && subject?.party === before.party && countWords(text.slice(first.start, subject.start)) <= 2)
    return {
      claim,
      accused: { start: subject.start, end: subject.end },
      party: before.party,
      rule: 'carries-on',
      reason: GOES_ON,
    }
  const pronoun = BEGINS_WITH_PRONOUN.exec(text.slice(first.start, first.end))
  const word = pronoun?.[1]?.toLowerCase()
  if (pronoun === null || word === undefined) return null
  const isOfPerson = word === 'he' || word === 'she'
  if (isOfPerson ? !before.party.isPerson : !isSame || before.party.isPerson) return null
  if (!isSame && claim.record?.name != null) return null
  const start = first.start + pronoun[0].length - word.length
  return {
    claim,
    accused: { start, end: start + word.length },
    party: before.party,
    rule: 'carries-on',
    reason: GOES_ON,
  }
}
