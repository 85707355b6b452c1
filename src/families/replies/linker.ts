import { isPlain } from '../../quote/text/plain-words.ts'
import type { FoundAccusation } from './accusing/accusation.ts'
import { Charges } from './charges.ts'
import { type Answer, toAnswer } from './find-answers.ts'
import type { Party } from './parties/parties.ts'
import type { Replier, Speaker } from './parties/speakers.ts'
import type { Reply } from './reply.ts'
import type { SaidClaim } from './said-claims.ts'
import { rootOf } from './words.ts'

/** Accusations of one party that one answer is linked to, at most: those next to it. */
const MOST = 24
/** Paragraphs between an accusation and words of an answer that are not of the same. */
const FAR = 8

/** Links the answers of one article to its accusations, in the order of the text. */
export class Linker extends Charges {
  readonly #replies = new Map<string, Reply>()
  #lastReply: {
    readonly claim: SaidClaim
    readonly speaker: Speaker | undefined
    readonly accusations: readonly string[]
    readonly isPointing: boolean
  } | null = null
  readonly #clients = new Map<Party, Party>()
  /** Ids of the accusations that a claim answers, and that are answered in a paragraph. */
  readonly #answersOf = new Map<string, readonly string[]>()
  readonly #inParagraph = new Map<number, readonly string[]>()
  readonly #roots = new Map<string, ReadonlySet<string>>()
  #why = ''

  link(): { readonly accusations: readonly FoundAccusation[]; readonly replies: readonly Reply[] } {
    const { claims } = this.said
    for (const [at, claim] of claims.entries()) {
      this.accuseTold(claim, at)
      const answer = toAnswer(claim)
      if (answer === null) continue
      if (claim.act === 'denial') this.accuseAside(claim, claims[at + 1])
      if (claim.act === 'denial') this.accuseByReport(claim)
      this.accuseBefore(answer, at)
      this.accuseAhead(answer, at)
      this.#byIdentity(answer)
      if (answer.pointsBack !== null) this.#byPointing(answer, at)
      this.#bySpeakingOn(answer)
    }
    this.#linkDeeds()
    return {
      accusations: this.accusations.toSorted((a, b) => a.claim.cue.start - b.claim.cue.start),
      replies: [...this.#replies.values()],
    }
  }

  /** What only a denial tells, once it is known that nobody else does; whoever is accused so may answer it elsewhere, too. */
  #linkDeeds(): void {
    const { claims } = this.said
    const told = claims.filter(claim => !this.#answersOf.has(claim.id) && this.accuseByDenial(claim))
    if (told.length === 0) return
    this.#lastReply = null
    for (const claim of claims) {
      const answer = toAnswer(claim)
      if (answer === null || !told.some(({ paragraph }) => Math.abs(claim.paragraph - paragraph) <= 1)) continue
      this.#byIdentity(answer)
      this.#bySpeakingOn(answer)
    }
  }

  /** The accused themselves speak, or somebody for them. */
  #byIdentity(answer: Answer): void {
    const { claim } = answer
    const speaker = this.speakers.get(claim.id)
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
      const against = (this.byParty.get(party) ?? []).filter(
        accusation =>
          accusation.claim.id !== claim.id && this.speakers.get(accusation.claim.id)?.party !== speaker.party,
      )
      const nearest = against
        .toSorted(
          (a, b) => Math.abs(a.claim.cue.start - claim.cue.start) - Math.abs(b.claim.cue.start - claim.cue.start),
        )
        .slice(0, MOST)
      const asked = replier === 'lawyer' ? { ...answer, isAnswering: true, isFarReaching: true } : answer
      for (const accusation of this.#answered(asked, nearest)) {
        const who = replier === 'accused' ? 'The accused speaks' : `Somebody speaks for the accused (${replier})`
        this.#add(
          accusation,
          answer,
          replier,
          replier === 'accused' ? 'accused-answers' : 'speaks-for-accused',
          `${who}, ${this.#why}.`,
        )
      }
    }
  }

  /** "The bishop denies …", where one person alone is accused by name, and nobody as a bishop. */
  #onlyAccused({ claim }: Answer, { party, speaksFor }: Speaker): Party | null {
    if (
      claim.act !== 'denial' ||
      party === null ||
      party.isNamed ||
      !party.isPerson ||
      speaksFor !== null ||
      this.byParty.has(party)
    )
      return null
    const { source } = claim
    if (source === null || !/^the /iu.test(this.said.text.slice(source.start, source.start + 4))) return null
    const people = [...this.byParty.keys()].filter(({ isNamed, isPerson }) => isNamed && isPerson)
    const [only] = people
    if (only === undefined || people.length > 1) return null
    // Somebody else may be accused of something else further on.
    return this.byParty.get(only)?.some(one => one.claim.cue.start < claim.cue.start) ? only : null
  }

  /** The person who was accused last, where a lawyer speaks for a client. */
  #clientOf({ cue }: SaidClaim, { party, isDefender }: Speaker): Party | null {
    const known = party === null ? undefined : this.#clients.get(party)
    if (!isDefender || known !== undefined) return known ?? null
    const client = this.accusations.findLast(
      one => one.claim.cue.start < cue.start && one.party?.isPerson === true && one.party !== party,
    )
    if (client?.party != null && party !== null) this.#clients.set(party, client.party)
    return client?.party ?? null
  }

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
      const accusers = new Set(sharing.map(accusation => this.speakers.get(accusation.claim.id)?.party ?? null))
      return against.filter(
        one => sharing.includes(one) || accusers.has(this.speakers.get(one.claim.id)?.party ?? null),
      )
    }
    if (pointsBack !== null || (claim.act === 'denial' && !isSpecific)) {
      this.#why = 'and denies what is said'
      return against
    }
    if (claim.act === 'denial' || isAnswering) {
      this.#why = 'by words of an answer'
      // "The firm denied reports that …" answers these reports alone.
      const reach = isOfReports(claim) ? 1 : isFarReaching ? FAR : 2
      const isAfter = (accusation: FoundAccusation) =>
        claim.act === 'denial' || accusation.claim.cue.start < claim.cue.start
      return against.filter(one => isAfter(one) && Math.abs(claim.paragraph - one.claim.paragraph) <= reach)
    }
    this.#why = 'next to it'
    const near = against.filter(
      one =>
        one.claim.cue.start < claim.cue.start &&
        this.#isNear(one.claim, claim) &&
        (one.claim.paragraph === claim.paragraph ||
          this.#shared(one.claim, claim) > 0 ||
          this.#isNext(one.claim, claim)),
    )
    if (near.length > 0) return near
    const answered = new Set(this.#inParagraph.get(claim.paragraph) ?? [])
    return against.filter(one => answered.has(one.claim.id))
  }

  /** Whether nobody says anything between the two. */
  #isNext(accusation: SaidClaim, claim: SaidClaim): boolean {
    const { claims } = this.said
    const between = claims.slice((this.place.get(accusation.id) ?? 0) + 1, this.place.get(claim.id))
    const party = this.accusationOf.get(accusation.id)?.party
    const isOfThese = ({ id, parentId }: SaidClaim) => {
      const { party: by = null, speaksFor = null } = this.speakers.get(id) ?? {}
      const isOwn = party != null && (by === party || speaksFor?.party === party)
      return parentId !== null || isOwn || this.accusationOf.get(id)?.party === party
    }
    return between.length < 6 && between.every(isOfThese) && /^(?:say|tell|add|explain)$/.test(claim.cueLemma)
  }

  #isNear(accusation: SaidClaim, claim: SaidClaim, paragraphs = 1): boolean {
    const distance = claim.paragraph - accusation.paragraph
    return distance >= 0 && distance <= paragraphs
  }

  /** Who has just answered goes on in the same paragraph: "It maintained …". */
  #bySpeakingOn(answer: Answer): void {
    const { claim } = answer
    const last = this.#lastReply
    const speaker = this.speakers.get(claim.id)
    if (this.#answersOf.has(claim.id)) {
      const accusations = this.#answersOf.get(claim.id) ?? []
      this.#lastReply = {
        claim,
        speaker,
        accusations,
        isPointing: this.#replies.get(`${accusations[0]} ${claim.id}`)?.rule === 'answers-the-charge',
      }
      return
    }
    if (last === null || last.claim.paragraph !== claim.paragraph || claim.source === null) return
    const words = this.said.text.slice(claim.source.start, claim.source.end)
    const isSame = speaker?.party != null && speaker.party === last.speaker?.party
    const isAfter = this.place.get(last.claim.id) === (this.place.get(claim.id) ?? 0) - 1
    const isOfSameSide =
      isAfter && last.isPointing && speaker?.speaksFor?.as === 'spokesperson' && !this.isAccusing.has(claim.id)
    if (!isSame && !isOfSameSide && !(isAfter && /^(?:he|she|it|they)$/iu.test(words))) return
    for (const id of last.accusations) {
      const accusation = this.accusationOf.get(id)
      const replier = this.#replies.get(`${id} ${last.claim.id}`)?.replier
      if (accusation === undefined || replier === undefined || accusation.claim.id === claim.id) continue
      this.#add(accusation, answer, replier, 'speaks-on', 'Who has answered it goes on in the same paragraph.')
    }
  }

  /** "… dismissed **the accusation**": the last accusation before it, or else what was said last, by somebody else. */
  #byPointing(answer: Answer, at: number): void {
    const { claim } = answer
    if (this.#answersOf.has(claim.id)) return
    const speaker = this.speakers.get(claim.id)
    const said = this.saidBefore(answer, at)
    if (said === null) return
    if (!this.isAccusing.has(said.id)) this.accuseBy(said, claim, speaker)
    const accusation = this.accusationOf.get(said.id)
    if (accusation === undefined) return
    const isAccused = accusation.party === null || accusation.party === speaker?.party
    const replier = speaker?.speaksFor?.as ?? (isAccused ? 'accused' : 'organisation')
    this.#add(
      accusation,
      answer,
      replier,
      'answers-the-charge',
      `“${shorten(claim.contentText)}” means what was said before it, and this is.`,
    )
    // What the same accuser says beside it is part of the charge.
    const accuser = this.speakers.get(said.id)?.party ?? null
    for (const other of this.accusations)
      if (
        accuser !== null &&
        other.claim.paragraph === said.paragraph &&
        this.speakers.get(other.claim.id)?.party === accuser &&
        other.party?.isNamed !== true
      )
        this.#add(other, answer, replier, 'answers-the-charge', 'It answers what the same accuser says beside this.')
  }

  #add(
    { claim: { id } }: FoundAccusation,
    { claim, kind }: Answer,
    replier: Replier,
    rule: string,
    reason: string,
  ): void {
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
    const words =
      contentText
        .toLowerCase()
        .replaceAll('’', "'")
        .match(/[\p{L}\p{M}\p{N}]+(?:'[\p{L}]+)?/gu) ?? []
    const roots = new Set(words.filter(word => word.length > 3 && !isPlain(word)).map(rootOf))
    this.#roots.set(id, roots)
    return roots
  }
}

function isOfReports({ contentText }: SaidClaim): boolean {
  return /^(?:the |all |any )?(?:claims?|reports?|rumou?rs|suggestions?|allegations?|accusations?) (?:that|of)\b/iu.test(
    contentText,
  )
}

function shorten(words: string): string {
  return words.length <= 60 ? words : `${words.slice(0, 59)}…`
}
