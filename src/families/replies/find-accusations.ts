import type { Span } from '../../domain/span.ts'
import type { Occurrence, Parties, Party } from './parties/parties.ts'
import type { Speaker } from './parties/speakers.ts'
import type { SaidArticle, SaidClaim } from './said-claims.ts'
import { rootOf, wrongdoingAt } from './words.ts'

export type AccusationRule =
  | 'accuses'
  | 'criticises'
  | 'charges'
  | 'prosecutes'
  | 'carries-on'
  | 'does-wrong'
  | 'denied-report'
  | 'answered-account'

/** A claim that says of somebody that they did wrong. */
export interface FoundAccusation {
  readonly claim: SaidClaim
  readonly accused: Span
  /** Null where the words are of nobody that the article speaks of again. */
  readonly party: Party | null
  readonly rule: AccusationRule
  readonly reason: string
}

/** Cues that take the accused as their object; of all others it need be no more than an opinion. */
const ACCUSES_OBJECT = new Set('accuse blame charge indict name sue'.split(' '))
const OBJECT_END = /\s(?:of|for|with|over|as|on|after|in)\s|[;:]/u
/** "Agrivita, **a maker of crop sprays**, for": what says who the accused are. */
const APPOSITION = /,\s(?:an?|one|which|who|whose|its|his|her|their)\s/u
const WORD = /[\p{L}\p{M}\p{N}]+(?:[’'-][\p{L}\p{M}\p{N}]+)*/gu
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

function accuses(
  claim: SaidClaim,
  { text }: SaidArticle,
  parties: Parties,
  speakers: ReadonlyMap<string, Speaker>,
): FoundAccusation | null {
  if (claim.act !== 'accusation' && !COMPLAINS.has(claim.cueLemma)) return null
  const [first] = claim.contents
  if (first === undefined) return null
  const speaker = speakers.get(claim.id)?.party ?? null
  const reason = `The cue “${claim.cueText}” accuses, and these words say whom.`
  // "They had hidden it, the union charged": what stands before such a cue is no object.
  const isBefore = first.start < claim.cue.start && !CLAIM_PASSIVE.test(claim.cueText)
  const isClause = COMPLAINS.has(claim.cueLemma) || isBefore || /^that\s/iu.test(text.slice(first.start, first.end))
  const rule = isClause || ACCUSES_OBJECT.has(claim.cueLemma) ? 'accuses' : 'criticises'
  const found = (accused: Span, party: Party | null): FoundAccusation => ({ claim, accused, party, rule, reason })
  if (isClause) {
    // Who does it stands first: "that the company had known".
    const agent = parties.within(first).find(({ party, how }) => party !== speaker && how !== 'pronoun')
    const pronoun = BEGINS_WITH_PRONOUN.exec(text.slice(first.start, first.end))
    // "A complaint against the quarry, alleging that **it** had …"
    if (pronoun !== null && (agent === undefined || agent.start > first.start + pronoun[0].length)) {
      const before = parties.within({ start: claim.cue.start - claim.lead.length, end: claim.cue.start })
      const meant = before.findLast(
        one =>
          one.party !== speaker &&
          /\bagainst (?:\p{L}+ ){0,4}$/u.test(text.slice(Math.max(0, one.start - 60), one.start)),
      )
      const end = first.start + pronoun[0].length
      return meant === undefined ? null : found({ start: end - (pronoun[1] ?? '').length, end }, meant.party)
    }
    return agent === undefined || countWords(text.slice(first.start, agent.start)) > 3
      ? null
      : found(agent, agent.party)
  }
  const words = text.slice(first.start, first.end)
  const onWhom = claim.cueLemma === 'blame' ? /\son\s(?!\p{L}+day\b)/u.exec(words) : null
  const from = onWhom === null ? 0 : onWhom.index + onWhom[0].length
  const end = OBJECT_END.exec(words.slice(from))
  const apposition = end === null ? null : APPOSITION.exec(words.slice(from, from + end.index))
  const length = apposition?.index ?? end?.index ?? words.length - from
  const object = { start: first.start + from, end: first.start + from + length }
  const inObject = parties.within(object).filter(({ party }) => party !== speaker)
  const head = inObject.findLast(({ end }) => isTail(text.slice(end, object.end)))
  if (head !== undefined) {
    const start = Math.min(...inObject.filter(({ party }) => party === head.party).map(({ start }) => start))
    if (isHead(text.slice(object.start, start))) return found({ start, end: head.end }, head.party)
  }
  return claim.cueLemma === 'accuse' && end !== null ? found(trimmed(text, object), null) : null
}

const CLAIM_PASSIVE = /\b(?:was|were|is|are|been|being|be|stands?|stood)\b/iu

/** Cues whose content says who does what they are about, in its first words. */
const COMPLAINS = new Set(['allege', 'complain'])

/** What stands behind the noun of an object: nothing, or how and when. "The court’s delay" is no court. */
function isTail(after: string): boolean {
  return /^["”’']*,?\s*(?:\p{L}+ly\b\s*|almost |again |today |on \p{L}+day |himself |herself |itself )*$/u.test(after)
}

/** What stands before the noun of an object: no more than articles and adjectives. */
function isHead(before: string): boolean {
  return countWords(before) <= 3 && !/["“]|\b(?:than|by|from|to|about)\b/.test(before)
}

function countWords(words: string): number {
  return words.match(WORD)?.length ?? 0
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  return { start, end: start + words.replace(/[\s,]+$/u, '').length }
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
const BEGINS_WITH_PRONOUN = /^(?:that\s+)?["“'‘]*(they|he|she|it)\b/iu

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
