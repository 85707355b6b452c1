import type { Span } from '../../../domain/span.ts'
import type { Parties, Party } from '../parties/parties.ts'
import type { Speaker } from '../parties/speakers.ts'
import type { SaidArticle, SaidClaim } from '../said-claims.ts'
import { BEGINS_WITH_PRONOUN, countWords } from '../words.ts'
import type { FoundAccusation } from './accusation.ts'

/** Cues that take the accused as their object; of all others it need be no more than an opinion. */
const ACCUSES_OBJECT = new Set('accuse blame charge indict name sue'.split(' '))
const OBJECT_END = /\s(?:of|for|with|over|as|on|after|in)\s|[;:]/u
/** "Agrivita, **a maker of crop sprays**, for": what says who the accused are. */
const APPOSITION = /,\s(?:an?|one|which|who|whose|its|his|her|their)\s/u

/** A cue that accuses, and whom its object or its clause says: “accused **the firm** of”, “alleged that **the firm** had”. */
export function accuses(
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
    return agent === undefined || !isOpening(text.slice(first.start, agent.start)) ? null : found(agent, agent.party)
  }
  const words = text.slice(first.start, first.end)
  const onWhom = claim.cueLemma === 'blame' ? /\son\s(?!\p{L}+day\b)/u.exec(words) : null
  const from = onWhom === null ? 0 : onWhom.index + onWhom[0].length
  const end = endOfObject(words, from, first.start, parties)
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

/** Where the object ends, from `from` on: not inside a name, as in "the Ministry **of** Lands". */
function endOfObject(words: string, from: number, offset: number, parties: Parties): RegExpExecArray | null {
  const names = parties.within({ start: offset, end: offset + words.length }).filter(({ how }) => how === 'name')
  let rest = from
  for (;;) {
    const end = OBJECT_END.exec(words.slice(rest))
    if (end === null) return null
    const place = offset + rest + end.index
    const name = names.find(one => one.start < place && place < one.end)
    if (name === undefined) {
      end.index += rest - from
      return end
    }
    rest = name.end - offset
  }
}

const CLAIM_PASSIVE = /\b(?:was|were|is|are|been|being|be|stands?|stood)\b/iu

/** Cues whose content says who does what they are about, in its first words. */
const COMPLAINS = new Set(['allege', 'complain'])

/** What stands before who does it: no more than their own words, as in "that **the district's export** officer". */
function isOpening(before: string): boolean {
  return countWords(before) <= 5 && !/[,;:]|\b(?:of|for|by|to|from|with|when|while|after)\b/u.test(before)
}

/** What stands behind the noun of an object: nothing, or how and when. "The court’s delay" is no court. */
function isTail(after: string): boolean {
  return /^["”’']*,?\s*(?:\p{L}+ly\b\s*|almost |again |today |on \p{L}+day |himself |herself |itself )*$/u.test(after)
}

/** What stands before the noun of an object: no more than articles and adjectives. */
function isHead(before: string): boolean {
  return countWords(before) <= 3 && !/["“]|\b(?:than|by|from|to|about)\b/.test(before)
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  return { start, end: start + words.replace(/[\s,]+$/u, '').length }
}
