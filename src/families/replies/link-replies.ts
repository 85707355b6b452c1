import { CodePointOffsets } from '../../domain/code-points.ts'
import type { Span } from '../../domain/span.ts'
import { isPlain } from '../../quote/plain-words.ts'
import { type FoundAccusation, findAccusations } from './find-accusations.ts'
import { type Answer, type ReplyKind, toAnswer } from './find-answers.ts'
import { findRefusals, type Refusal } from './find-refusals.ts'
import { findParties, type Parties, type Party } from './parties.ts'
import { type AnswerableArticle, readSaid, type SaidArticle, type SaidClaim } from './said-claims.ts'
import { findSpeakers, type Replier, type Speaker } from './speakers.ts'
import { rootOf } from './words.ts'

/** A claim that accuses somebody. Offsets in code points. */
export interface Accusation {
  /** The claim’s id, or what words go by that are no claim’s. */
  readonly claimId: string
  /** Where its cue stands. */
  readonly span: Span
  /** The words for who is accused. */
  readonly accused: Span & { readonly text: string }
  /** The accused’s name, where the article gives one. */
  readonly name: string | null
  /** Number of the mentions' chain that these words belong to. */
  readonly chain: number | null
  readonly rule: string
  readonly reason: string
}

/** A claim that answers an accusation. */
export interface Reply {
  readonly accusationId: string
  readonly replyId: string
  readonly kind: ReplyKind
  readonly replier: Replier
  /** Where its cue stands, in code points; `replyId` names no claim where the words are none’s. */
  readonly span: Span
  readonly rule: string
  readonly reason: string
}

export interface ArticleReplies {
  /** In the order of the text. */
  readonly accusations: readonly Accusation[]
  readonly replies: readonly Reply[]
}

/** Accusations of one party that one answer is linked to, at most: those next to it. */
const MOST = 24
/** Paragraphs between an accusation and words of an answer that are not of the same. */
const FAR = 8
const REPORTS = /^(?:the |any |all )?(claims?|reports?|suggestions?|allegations?|accusations?) (that|of)\b/iu
/** Cues of what somebody says against somebody, when these refuse or deny. */
const TELLS_OF = new Set(['allege', 'claim', 'complain', 'contend', 'testify'])
const NOBODY: Speaker = { party: null, speaksFor: null, isDefender: false, document: null }
/** Claims that are looked back over for what an answer points to. */
const REACH = 12

/**
 * Finds in an article who is accused of what, and which of its claims answer that. Rejected claims are the caller’s to leave out.
 *
 * @example
 * linkReplies(record).replies.map(({ kind }) => kind) // → ['denial', 'unreachable']
 */
export function linkReplies(record: AnswerableArticle): ArticleReplies {
  const said = readSaid(record)
  const parties = findParties(said)
  const speakers = findSpeakers(said, parties)
  const refusals = findRefusals(said, parties, record.article.id)
  const links = new Linker({ articleId: record.article.id, points: new CodePointOffsets(record.article.text) }, withRefusals(said, refusals), parties, new Map([...speakers, ...refusals.map(one => [one.words.id, one.speaker] as const)]), joinHeadline(findAccusations(said, parties, speakers))).link()
  const points = new CodePointOffsets(record.article.text)
  return {
    accusations: links.accusations.map(({ claim, accused, party, rule, reason }) => ({
      claimId: claim.id,
      span: points.of(claim.cue),
      accused: { ...points.of(accused), text: record.article.text.slice(accused.start, accused.end) },
      name: party?.isNamed === true ? party.name : null,
      chain: said.mentions.find(({ start, end, chain }) => chain !== null && start < accused.end && accused.start < end)?.chain ?? null,
      rule,
      reason,
    })),
    replies: links.replies.map(reply => ({ ...reply, span: points.of(reply.span) })),
  }
}

function withRefusals(said: SaidArticle, refusals: readonly Refusal[]): SaidArticle {
  const claims = [...said.claims, ...refusals.map(({ words }) => words)]
  return { ...said, claims: claims.sort((a, b) => a.cue.start - b.cue.start || (a.id < b.id ? -1 : 1)) }
}

/** Paragraphs that headline, byline and lead may take. */
const HEAD = 3

/** "Surgeon ‘ignored warnings’, court told": who is only described on top is the first of the kind who is then accused by name. */
function joinHeadline(accusations: readonly FoundAccusation[]): FoundAccusation[] {
  return accusations.map(accusation => {
    const { party, claim } = accusation
    if (party === null || party.isNamed || claim.paragraph >= HEAD) return accusation
    const named = accusations.find(other => other.party?.isNamed === true && other.party.isPerson === party.isPerson)
    return named?.party == null || named.claim.cue.start < claim.cue.start ? accusation : { ...accusation, party: named.party }
  })
}

/** Links the answers of one article to its accusations, in the order of the text. */
class Linker {
  readonly #articleId: string
  readonly #points: CodePointOffsets
  readonly #said: SaidArticle
  readonly #parties: Parties
  readonly #speakers: ReadonlyMap<string, Speaker>
  readonly #accusations: FoundAccusation[]
  readonly #byParty: Map<Party, FoundAccusation[]>
  readonly #isAccusing: Set<string>
  readonly #replies = new Map<string, Reply>()
  readonly #accusationOf = new Map<string, FoundAccusation>()
  #lastReply: { readonly claim: SaidClaim; readonly speaker: Speaker | undefined; readonly accusations: readonly string[]; readonly isPointing: boolean } | null = null
  /** Place of each claim in the order of the text. */
  readonly #place: ReadonlyMap<string, number>
  readonly #clients = new Map<Party, Party>()
  /** Ids of the accusations that a claim answers, and that are answered in a paragraph. */
  readonly #answersOf = new Map<string, readonly string[]>()
  readonly #inParagraph = new Map<number, readonly string[]>()
  readonly #roots = new Map<string, ReadonlySet<string>>()

  constructor(
    { articleId, points }: { readonly articleId: string; readonly points: CodePointOffsets },
    said: SaidArticle, parties: Parties, speakers: ReadonlyMap<string, Speaker>, accusations: readonly FoundAccusation[]) {
    this.#articleId = articleId
    this.#points = points
    this.#said = said
    this.#place = new Map(said.claims.map(({ id }, at) => [id, at]))
    this.#parties = parties
    this.#speakers = speakers
    this.#accusations = [...accusations]
    this.#isAccusing = new Set(accusations.map(({ claim }) => claim.id))
    this.#byParty = new Map()
    for (const accusation of accusations) {
      this.#accusationOf.set(accusation.claim.id, accusation)
      this.#file(accusation)
    }
  }

  link(): { readonly accusations: readonly FoundAccusation[]; readonly replies: readonly Reply[] } {
    const { claims } = this.#said
    for (const [at, claim] of claims.entries()) {
      const answer = toAnswer(claim)
      if (answer === null) continue
      if (claim.act === 'denial') this.#accuseAside(claim, claims[at + 1])
      if (claim.act === 'denial') this.#accuseByReport(claim)
      if (answer.kind !== 'response') this.#accuseBefore(answer, at)
      this.#byIdentity(answer)
      if (answer.pointsBack !== null) this.#byPointing(answer, at)
      this.#bySpeakingOn(answer)
    }
    return {
      accusations: this.#accusations.toSorted((a, b) => a.claim.cue.start - b.claim.cue.start),
      replies: [...this.#replies.values()],
    }
  }

  #file(accusation: FoundAccusation): void {
    if (accusation.party === null) return
    this.#byParty.set(accusation.party, [...(this.#byParty.get(accusation.party) ?? []), accusation])
  }

  /** The accused themselves speak, or somebody for them. */
  #byIdentity(answer: Answer): void {
    const { claim } = answer
    const speaker = this.#speakers.get(claim.id)
    if (speaker === undefined) return
    const answering: (readonly [Party, Replier])[] = [
      ...(speaker.party === null ? [] : [[speaker.party, 'accused'] as const]),
      ...(speaker.speaksFor === null ? [] : [[speaker.speaksFor.party, speaker.speaksFor.as] as const]),
    ]
    const only = this.#onlyAccused(answer, speaker)
    if (only !== null) answering.push([only, 'accused'])
    const client = this.#clientOf(claim, speaker)
    if (client !== null) answering.push([client, 'lawyer'])
    for (const [party, replier] of answering) {
      const against = (this.#byParty.get(party) ?? []).filter(
        accusation => accusation.claim.id !== claim.id && this.#speakers.get(accusation.claim.id)?.party !== speaker.party,
      )
      const nearest = against
        .toSorted((a, b) => Math.abs(a.claim.cue.start - claim.cue.start) - Math.abs(b.claim.cue.start - claim.cue.start))
        .slice(0, MOST)
      const asked = replier === 'lawyer' ? { ...answer, isAnswering: true, isFarReaching: true } : answer
      for (const accusation of this.#answered(asked, nearest)) {
        const who = replier === 'accused' ? 'The accused speaks' : `Somebody speaks for the accused (${replier})`
        this.#add(accusation, answer, replier, replier === 'accused' ? 'accused-answers' : 'speaks-for-accused', `${who}, ${this.#why}.`)
      }
    }
  }

  /** "The bishop denies …", where one person alone is accused by name, and nobody as a bishop. */
  #onlyAccused({ claim }: Answer, { party, speaksFor }: Speaker): Party | null {
    if (claim.act !== 'denial' || party === null || party.isNamed || !party.isPerson || speaksFor !== null || this.#byParty.has(party)) return null
    const { source } = claim
    if (source === null || !/^the /iu.test(this.#said.text.slice(source.start, source.start + 4))) return null
    const people = [...this.#byParty.keys()].filter(({ isNamed, isPerson }) => isNamed && isPerson)
    return people.length === 1 ? (people[0] ?? null) : null
  }

  /** The person who was accused last, where a lawyer speaks for a client. */
  #clientOf({ cue }: SaidClaim, { party, isDefender }: Speaker): Party | null {
    const known = party === null ? undefined : this.#clients.get(party)
    if (!isDefender || known !== undefined) return known ?? null
    const client = this.#accusations.findLast(one => one.claim.cue.start < cue.start && one.party?.isPerson === true && one.party !== party)
    if (client?.party != null && party !== null) this.#clients.set(party, client.party)
    return client?.party ?? null
  }

  #why = ''

  /** Which of the accusations against a party one of its claims answers. */
  #answered(answer: Answer, against: readonly FoundAccusation[]): readonly FoundAccusation[] {
    const { claim, kind, isWhole, isSpecific, isAnswering, isFarReaching, pointsBack } = answer
    const nested = against.filter(accusation => accusation.claim.parentId === claim.id)
    if (nested.length > 0) {
      this.#why = 'and what is denied is this'
      return nested
    }
    if (kind === 'no-comment' || kind === 'unreachable') {
      this.#why = kind === 'no-comment' ? 'and refuses to say anything' : 'and was not reached'
      return isWhole ? against : against.filter(accusation => this.#isNear(accusation.claim, claim))
    }
    const sharing = against.filter(accusation => this.#shared(accusation.claim, claim) >= (isSpecific ? 1 : 2))
    if (sharing.length > 0) {
      this.#why = 'of the same'
      const accusers = new Set(sharing.map(accusation => this.#speakers.get(accusation.claim.id)?.party ?? null))
      return against.filter(one => sharing.includes(one) || accusers.has(this.#speakers.get(one.claim.id)?.party ?? null))
    }
    if (pointsBack !== null || (claim.act === 'denial' && !isSpecific)) {
      this.#why = 'and denies what is said'
      return against
    }
    if (claim.act === 'denial' || isAnswering) {
      this.#why = 'by words of an answer'
      // "The firm denied reports that …" answers these reports alone.
      const reach = isOfReports(claim) ? 1 : isFarReaching ? FAR : 2
      const isAfter = (accusation: FoundAccusation) => claim.act === 'denial' || accusation.claim.cue.start < claim.cue.start
      return against.filter(one => isAfter(one) && Math.abs(claim.paragraph - one.claim.paragraph) <= reach)
    }
    this.#why = 'next to it'
    const near = against.filter(
      one =>
        one.claim.cue.start < claim.cue.start &&
        this.#isNear(one.claim, claim) &&
        (one.claim.paragraph === claim.paragraph || this.#shared(one.claim, claim) > 0 || this.#isNext(one.claim, claim)),
    )
    if (near.length > 0) return near
    const answered = new Set(this.#inParagraph.get(claim.paragraph) ?? [])
    return against.filter(one => answered.has(one.claim.id))
  }

  /** Whether nobody says anything between the two. */
  #isNext(accusation: SaidClaim, claim: SaidClaim): boolean {
    const { claims } = this.#said
    const between = claims.slice((this.#place.get(accusation.id) ?? 0) + 1, this.#place.get(claim.id))
    return between.length < 3 && between.every(({ parentId }) => parentId !== null) && /^(?:say|tell)$/.test(claim.cueLemma)
  }

  #isNear(accusation: SaidClaim, claim: SaidClaim, paragraphs = 1): boolean {
    const distance = claim.paragraph - accusation.paragraph
    return distance >= 0 && distance <= paragraphs
  }

  /** "The firm denied **reports that it had …**" that are no claim of their own. */
  #accuseByReport(denial: SaidClaim): void {
    const [first] = denial.contents
    const report = first === undefined ? null : REPORTS.exec(this.#said.text.slice(first.start, first.end))
    if (first === undefined || report === null || denial.source === null) return
    if (this.#said.claims.some(({ parentId }) => parentId === denial.id)) return
    const speaker = this.#speakers.get(denial.id)
    const start = first.start + report[0].length - 1 - (report[1]?.length ?? 0) - (report[2]?.length ?? 0)
    const words = { start, end: start + (report[1]?.length ?? 0) }
    this.#accuse({
      claim: { ...denial, id: `${this.#articleId.slice(0, 20)}:${this.#offsetOf(words)}`, act: 'accusation', cue: words, parentId: denial.id, source: null },
      accused: denial.source,
      party: speaker?.speaksFor?.party ?? speaker?.party ?? null,
      rule: 'denied-report',
      reason: 'What is denied there is said of whoever denies it.',
    })
  }

  #offsetOf({ start, end }: Span): string {
    const { start: from, end: to } = this.#points.of({ start, end })
    return `${from}-${to}`
  }

  /** A clerk testified that her manager told her so; the manager refuses to speak: it is a charge, and of the manager. */
  #accuseBefore({ claim, kind, isWhole }: Answer, at: number): void {
    const speaker = this.#speakers.get(claim.id)
    const party = speaker?.speaksFor?.party ?? speaker?.party ?? null
    if (party === null || this.#byParty.has(party) || (kind !== 'denial' && !isWhole)) return
    for (const said of this.#said.claims.slice(Math.max(0, at - REACH), at).toReversed()) {
      if (claim.paragraph - said.paragraph > 1) return
      if (!TELLS_OF.has(said.cueLemma) || said.isNegated || said.parentId !== null || !this.#isAbout(said, { ...NOBODY, party })) continue
      if (this.#speakers.get(said.id)?.party === party) continue
      this.#accuseBy(said, claim, speaker)
      return
    }
  }

  /** "The trust denied misleading anglers, **who had claimed** …" */
  #accuseAside(denial: SaidClaim, next: SaidClaim | undefined): void {
    if (next === undefined || next.parentId !== null || next.paragraph !== denial.paragraph || this.#isAccusing.has(next.id)) return
    if (next.source === null || denial.source === null || next.act !== 'statement' || next.cue.start < denial.cue.end) return
    const { text } = this.#said
    if (!/^(?:who|which)$/iu.test(text.slice(next.source.start, next.source.end))) return
    if (/[.!?]\s/.test(text.slice(denial.cue.end, next.source.start))) return
    const speaker = this.#speakers.get(denial.id)
    this.#accuse({
      claim: next,
      accused: denial.source,
      party: speaker?.speaksFor?.party ?? speaker?.party ?? null,
      rule: 'denied-report',
      reason: 'It is said in the same sentence of those who deny it.',
    })
  }

  /** Who has just answered goes on in the same paragraph: "It maintained …". */
  #bySpeakingOn(answer: Answer): void {
    const { claim } = answer
    const last = this.#lastReply
    const speaker = this.#speakers.get(claim.id)
    if (this.#answersOf.has(claim.id)) {
      const accusations = this.#answersOf.get(claim.id) ?? []
      this.#lastReply = { claim, speaker, accusations, isPointing: this.#replies.get(`${accusations[0]} ${claim.id}`)?.rule === 'answers-the-charge' }
      return
    }
    if (last === null || last.claim.paragraph !== claim.paragraph || claim.source === null) return
    const words = this.#said.text.slice(claim.source.start, claim.source.end)
    const isSame = speaker?.party != null && speaker.party === last.speaker?.party
    const isAfter = this.#place.get(last.claim.id) === (this.#place.get(claim.id) ?? 0) - 1
    const isOfSameSide = isAfter && last.isPointing && speaker?.speaksFor?.as === 'spokesperson' && !this.#isAccusing.has(claim.id)
    if (!isSame && !isOfSameSide && !(isAfter && /^(?:he|she|it|they)$/iu.test(words))) return
    for (const id of last.accusations) {
      const accusation = this.#accusationOf.get(id)
      const replier = this.#replies.get(`${id} ${last.claim.id}`)?.replier
      if (accusation === undefined || replier === undefined || accusation.claim.id === claim.id) continue
      this.#add(accusation, answer, replier, 'speaks-on', 'Who has answered it goes on in the same paragraph.')
    }
  }

  /** "… dismissed **the accusation**": the last accusation before it, or else what was said last, by somebody else. */
  #byPointing(answer: Answer, at: number): void {
    const { claim } = answer
    if (this.#answersOf.has(claim.id)) return
    const speaker = this.#speakers.get(claim.id)
    const said = this.#saidBefore(answer, at)
    if (said === null) return
    if (!this.#isAccusing.has(said.id)) this.#accuseBy(said, claim, speaker)
    const accusation = this.#accusationOf.get(said.id)
    if (accusation === undefined) return
    const isAccused = accusation.party === null || accusation.party === speaker?.party
    const replier = speaker?.speaksFor?.as ?? (isAccused ? 'accused' : 'organisation')
    this.#add(accusation, answer, replier, 'answers-the-charge', `“${shorten(claim.contentText)}” means what was said before it, and this is.`)
    // What the same accuser says beside it is part of the charge.
    const accuser = this.#speakers.get(said.id)?.party ?? null
    for (const other of this.#accusations)
      if (accuser !== null && other.claim.paragraph === said.paragraph && this.#speakers.get(other.claim.id)?.party === accuser && other.party?.isNamed !== true)
        this.#add(other, answer, replier, 'answers-the-charge', 'It answers what the same accuser says beside this.')
  }

  /**
   * What an answer points back to: the last accusation; or, where there is none, what was last said about whoever answers; or
   * else where whoever spoke last began to.
   */
  #saidBefore({ claim, pointsBack }: Answer, at: number): SaidClaim | null {
    const speaker = this.#speakers.get(claim.id)
    let begun: SaidClaim | null = null
    let about: SaidClaim | null = null
    for (const said of this.#said.claims.slice(Math.max(0, at - REACH), at).toReversed()) {
      const distance = claim.paragraph - said.paragraph
      if (distance > (pointsBack === 'to-charge' ? 3 : 1)) break
      const other = this.#speakers.get(said.id)
      const isOwn = other?.party != null && (other.party === speaker?.party || other.party === speaker?.speaksFor?.party)
      const isWithin = said.contents.some(({ start, end }) => start <= claim.cue.start && claim.cue.end <= end)
      if (isOwn || isWithin || said.isNegated || said.contents.length === 0) continue
      const accused = this.#accusationOf.get(said.id)?.party
      // An accusation of somebody else by name is none that this answers.
      if (accused?.isNamed === true && accused !== speaker?.party && accused !== speaker?.speaksFor?.party) continue
      if (accused !== undefined || said.act === 'accusation') return said
      if (said.act !== 'statement' || said.parentId !== null || distance > (pointsBack === 'to-it' ? 0 : 1 + Number(begun !== null))) continue
      if (about === null && distance <= 1 && this.#isAbout(said, speaker)) about = said
      const isSame = begun !== null && other?.party != null && other.party === this.#speakers.get(begun.id)?.party
      const isOneOfThem = begun?.source != null && /^(?:one|another|the other|some)(?: of\b|$)/iu.test(this.#said.text.slice(begun.source.start, begun.source.end))
      if (begun === null || isSame || isOneOfThem) begun = said
    }
    return about ?? begun
  }

  #isAbout(said: SaidClaim, speaker: Speaker | undefined): boolean {
    const parties = said.contents.flatMap(content => this.#parties.within(content)).map(({ party }) => party)
    return parties.some(party => party === speaker?.party || party === speaker?.speaksFor?.party)
  }

  /** That somebody answers a claim as a charge says that it is one, and against whom. */
  #accuseBy(said: SaidClaim, claim: SaidClaim, speaker: Speaker | undefined): void {
    if (claim.source === null) return
    const accusation: FoundAccusation = {
      claim: said,
      accused: claim.source,
      party: speaker?.speaksFor?.party ?? speaker?.party ?? null,
      rule: 'answered-account',
      reason: `It is answered as a charge (“${claim.cueText}”), by whoever it is about.`,
    }
    this.#accuse(accusation)
  }

  #accuse(accusation: FoundAccusation): void {
    this.#accusations.push(accusation)
    this.#isAccusing.add(accusation.claim.id)
    this.#accusationOf.set(accusation.claim.id, accusation)
    this.#file(accusation)
  }

  #add({ claim: { id } }: FoundAccusation, { claim, kind }: Answer, replier: Replier, rule: string, reason: string): void {
    const key = `${id} ${claim.id}`
    if (this.#replies.has(key)) return
    this.#answersOf.set(claim.id, [...(this.#answersOf.get(claim.id) ?? []), id])
    this.#inParagraph.set(claim.paragraph, [...(this.#inParagraph.get(claim.paragraph) ?? []), id])
    this.#replies.set(key, { accusationId: id, replyId: claim.id, kind, replier, span: claim.cue, rule, reason })
  }

  /** How many words that say something two contents share. */
  #shared(one: SaidClaim, other: SaidClaim): number {
    const roots = this.#rootsOf(one)
    return [...this.#rootsOf(other)].filter(root => roots.has(root)).length
  }

  #rootsOf({ id, contentText }: SaidClaim): ReadonlySet<string> {
    const known = this.#roots.get(id)
    if (known !== undefined) return known
    const words = contentText.toLowerCase().replaceAll('’', "'").match(/[\p{L}\p{M}\p{N}]+(?:'[\p{L}]+)?/gu) ?? []
    const roots = new Set(words.filter(word => word.length > 3 && !isPlain(word)).map(rootOf))
    this.#roots.set(id, roots)
    return roots
  }
}

function isOfReports({ contentText }: SaidClaim): boolean {
  return /^(?:the |all |any )?(?:claims?|reports?|rumou?rs|suggestions?|allegations?|accusations?) (?:that|of)\b/iu.test(contentText)
}

function shorten(words: string): string {
  return words.length <= 60 ? words : `${words.slice(0, 59)}…`
}
