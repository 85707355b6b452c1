import { BODY_NOUNS, LAWYER, SPEAKS_FOR } from '../../../../pipeline/words/party-words.ts'
import type { SaidArticle, SaidClaim } from '../said-claims.ts'
import type { Occurrence, Parties, Party } from './parties.ts'

export const REPLIERS = ['accused', 'spokesperson', 'lawyer', 'organisation'] as const
/** As what somebody answers an accusation: the accused themselves, or who speaks for them. */
export type Replier = (typeof REPLIERS)[number]

/** Who says a claim, and for whom. */
export interface Speaker {
  readonly party: Party | null
  readonly speaksFor: { readonly party: Party; readonly as: Exclude<Replier, 'accused'> } | null
  /** A lawyer for whoever is accused, without a word of whom: "his client". */
  readonly isDefender: boolean
  /** The noun of a document that speaks, such as "lawsuit". */
  readonly document: string | null
}

interface Before {
  readonly claim: SaidClaim
  readonly words: string
  readonly party: Party | null
  readonly document: string | null
}

/** Says of each claim, in the order of the text, who speaks in it: a spokesperson stays one when they speak again. */
export function findSpeakers({ text, claims }: SaidArticle, parties: Parties): ReadonlyMap<string, Speaker> {
  const known = new Map<Party, NonNullable<Speaker['speaksFor']>>()
  const speakers = new Map<string, Speaker>()
  let topic: Party | null = null
  let before: Before | null = null
  for (const claim of claims) {
    const occurrences = claim.source === null ? [] : parties.within(claim.source)
    const words = claim.source === null ? '' : text.slice(claim.source.start, claim.source.end)
    // "The suit alleges … It says": not whoever it is about.
    const isOfDocument: boolean = isGoingOn(before, claim, words)
    const document: string | null =
      isOfDocument && before !== null ? before.document : (DOCUMENT.exec(words)?.[1]?.toLowerCase() ?? null)
    const isOfOther: boolean = before !== null && speaksOfAnother(before, claim, words)
    const party: Party | null =
      (isOfDocument || isOfOther) && before !== null ? before.party : partyOf(text, claim, occurrences, parties)
    const isDefender =
      /\b(?:his|her|my|our|their) clients?\b/iu.test(claim.contentText) ||
      /\b(?:defending|mitigating|for the defence)\b/u.test(words)
    let speaksFor: Speaker['speaksFor'] =
      findOwner(text, words, occurrences, party, /^its\b/iu.test(words) ? topicOf(before, claim) : null) ??
      byAffiliation(claim, words, party, parties)
    if (speaksFor === null && party !== null) speaksFor = known.get(party) ?? null
    if (speaksFor === null && SPEAKS_FOR.test(words) && topic !== null && topic !== party)
      speaksFor = { party: topic, as: 'spokesperson' }
    if (speaksFor !== null && party !== null) known.set(party, speaksFor)
    speakers.set(claim.id, { party, speaksFor, isDefender: isDefender && speaksFor === null, document })
    before = { claim, words, party: document === null ? (speaksFor?.party ?? party) : party, document }
    topic = speaksFor?.party ?? (party?.isPerson === true ? topic : party) ?? topic
  }
  return speakers
}

/** "The union accused … Its chairman said": whose claim stands before it in the paragraph, where that is a body. */
function topicOf(before: Before | null, { paragraph }: SaidClaim): Party | null {
  if (before?.party == null || before.claim.paragraph !== paragraph) return null
  return before.party.isBody || (before.party.isNamed && !before.party.isPerson) ? before.party : null
}

/** "She told the jury … “She counted on it,” she said": nobody speaks of themselves so, and whoever spoke before goes on. */
function speaksOfAnother({ claim }: Before, { paragraph, contentText }: SaidClaim, words: string): boolean {
  const pronoun = /^(?:he|she)$/iu.test(words) ? words.toLowerCase() : null
  const first = /^["“‘'](he|she)\b/iu.exec(contentText)?.[1]?.toLowerCase()
  return pronoun !== null && pronoun === first && claim.paragraph === paragraph
}

function isGoingOn(before: Before | null, { paragraph }: SaidClaim, words: string): boolean {
  return before !== null && before.document !== null && /^it$/iu.test(words) && before.claim.paragraph === paragraph
}

const DOCUMENT =
  /^(?:(?:the|an?|his|her|their|its) )?(?:[\p{L}-]+ ){0,2}?(affidavit|charge sheet|complaint|dossier|filing|indictment|lawsuit|letter|paper|petition|report|study|suit|survey)\b/iu

function partyOf(
  text: string,
  { record, source }: SaidClaim,
  occurrences: readonly Occurrence[],
  parties: Parties,
): Party | null {
  // "Harrow’s spokesman" and "a spokesman for Harrow" are not Harrow.
  const own = occurrences.filter(({ end }) => !/^['’]s?(?!\p{L})/u.test(text.slice(end, end + 3)))
  const first = own.find(({ how }) => how === 'name') ?? own.find(({ how }) => how === 'description')
  const head = own[0]?.how === 'description' && first?.how === 'name' && first.party !== own[0].party ? own[0] : first
  const name = record?.name?.value ?? null
  // "The bishop" of whom the article gives a name elsewhere; bodies it takes for one another too easily.
  if (head?.how === 'description' && head.party.isPerson && !head.party.isNamed && head.owner === null && name !== null)
    return parties.named(name) ?? head.party
  if (head !== undefined && source !== null) return head.party
  return (name === null ? null : parties.named(name)) ?? occurrences[0]?.party ?? null
}

function findOwner(
  text: string,
  words: string,
  occurrences: readonly Occurrence[],
  party: Party | null,
  topic: Party | null,
): Speaker['speaksFor'] {
  for (const [at, occurrence] of occurrences.entries()) {
    if (occurrence.how !== 'description') continue
    const next = occurrences[at + 1]
    const behind =
      next !== undefined && /^ (?:for|of|at|with) (?:the )?$/.test(text.slice(occurrence.end, next.start))
        ? next.party
        : null
    const owner = behind ?? (at === 0 ? topic : null) ?? occurrence.owner
    if (owner === null || owner === party) continue
    const as = roleFor(words, occurrence, owner)
    if (as !== null) return { party: owner, as }
  }
  return null
}

function roleFor(words: string, { noun }: Occurrence, owner: Party): Exclude<Replier, 'accused'> | null {
  if (LAWYER.test(words)) return 'lawyer'
  if (SPEAKS_FOR.test(words)) return 'spokesperson'
  if (noun !== null && BODY_NOUNS.has(noun)) return owner.isPerson || noun === 'office' ? 'organisation' : null
  // A body’s officers speak for it; a person’s relatives and neighbours for themselves.
  if (!owner.isPerson && noun !== null && OFFICERS.has(noun)) return 'spokesperson'
  if (owner.isPerson && noun !== null && AGENTS.has(noun)) return 'spokesperson'
  return null
}

/** Who may speak for a person by occupation. */
const AGENTS = new Set('adviser advisor agent aide manager publicist secretary'.split(' '))
/** Who may speak for a body by office. */
const OFFICERS = new Set(
  `abbess abbot administrator bishop boss captain ceo chair chairman chairperson chairwoman chancellor chief co-founder colonel commandant commander commissioner
  convener coordinator dean director editor executive founder general governor head headmaster headmistress headteacher leader manager mayor minister owner
  president principal proprietor provost rector secretary superintendent treasurer undersecretary vice-chancellor vice-president warden`.split(
    /\s+/,
  ),
)

function byAffiliation(
  { record }: SaidClaim,
  words: string,
  party: Party | null,
  parties: Parties,
): Speaker['speaksFor'] {
  const affiliation = record?.affiliation?.value ?? null
  if (affiliation === null) return null
  const owner = parties.named(affiliation)
  if (owner === null || owner === party) return null
  if (LAWYER.test(words)) return { party: owner, as: 'lawyer' }
  if (SPEAKS_FOR.test(words)) return { party: owner, as: 'spokesperson' }
  const role = record?.role?.value.toLowerCase().split(' ') ?? []
  return role.some(word => OFFICERS.has(word)) && !owner.isPerson ? { party: owner, as: 'spokesperson' } : null
}
