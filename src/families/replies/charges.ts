import type { CodePointOffsets } from '../../domain/code-points.ts'
import type { Span } from '../../domain/span.ts'
import type { FoundAccusation } from './find-accusations.ts'
import type { Answer } from './find-answers.ts'
import type { Parties, Party } from './parties.ts'
import type { SaidArticle, SaidClaim } from './said-claims.ts'
import type { Speaker } from './speakers.ts'

const REPORTS = /^(?:the |any |all )?(claims?|reports?|suggestions?|allegations?|accusations?) (that|of)\b/iu
/** Cues of what somebody says against somebody, when these refuse or deny. */
const TELLS_OF = new Set(['allege', 'claim', 'complain', 'contend', 'testify'])
const NOBODY: Speaker = { party: null, speaksFor: null, isDefender: false, document: null }
/** Claims that are looked back over for what an answer points to. */
const REACH = 12

/** The accusations of one article: those that its words make, and those that only an answer shows to be one. */
export class Charges {
  /** Ids of claims that hold others. */
  protected readonly holders: ReadonlySet<string>
  protected readonly articleId: string
  protected readonly points: CodePointOffsets
  protected readonly said: SaidArticle
  protected readonly parties: Parties
  protected readonly speakers: ReadonlyMap<string, Speaker>
  protected readonly accusations: FoundAccusation[]
  protected readonly byParty: Map<Party, FoundAccusation[]>
  protected readonly isAccusing: Set<string>
  protected readonly accusationOf = new Map<string, FoundAccusation>()
  /** Place of each claim in the order of the text. */
  protected readonly place: ReadonlyMap<string, number>

  constructor(
    { articleId, points }: { readonly articleId: string; readonly points: CodePointOffsets },
    said: SaidArticle,
    parties: Parties,
    speakers: ReadonlyMap<string, Speaker>,
    accusations: readonly FoundAccusation[],
  ) {
    this.articleId = articleId
    this.points = points
    this.said = said
    this.holders = new Set(said.claims.flatMap(({ parentId }) => parentId ?? []))
    this.place = new Map(said.claims.map(({ id }, at) => [id, at]))
    this.parties = parties
    this.speakers = speakers
    this.accusations = [...accusations]
    this.isAccusing = new Set(accusations.map(({ claim }) => claim.id))
    this.byParty = new Map()
    for (const accusation of accusations) {
      this.accusationOf.set(accusation.claim.id, accusation)
      this.#file(accusation)
    }
  }

  #file(accusation: FoundAccusation): void {
    if (accusation.party === null) return
    this.byParty.set(accusation.party, [...(this.byParty.get(accusation.party) ?? []), accusation])
  }

  protected accuse(accusation: FoundAccusation): void {
    this.accusations.push(accusation)
    this.isAccusing.add(accusation.claim.id)
    this.accusationOf.set(accusation.claim.id, accusation)
    this.#file(accusation)
  }

  /** That somebody answers a claim as a charge says that it is one, and against whom. */
  protected accuseBy(said: SaidClaim, claim: SaidClaim, speaker: Speaker | undefined): void {
    if (claim.source === null) return
    const accusation: FoundAccusation = {
      claim: said,
      accused: claim.source,
      party: speaker?.speaksFor?.party ?? speaker?.party ?? null,
      rule: 'answered-account',
      reason: `It is answered as a charge (“${claim.cueText}”), by whoever it is about.`,
    }
    this.accuse(accusation)
  }

  /** "The firm denied **reports that it had …**" that are no claim of their own. */
  protected accuseByReport(denial: SaidClaim): void {
    const [first] = denial.contents
    const report = first === undefined ? null : REPORTS.exec(this.said.text.slice(first.start, first.end))
    if (first === undefined || report === null || denial.source === null) return
    if (this.holders.has(denial.id)) return
    const speaker = this.speakers.get(denial.id)
    const start = first.start + report[0].length - 1 - (report[1]?.length ?? 0) - (report[2]?.length ?? 0)
    const words = { start, end: start + (report[1]?.length ?? 0) }
    this.accuse({
      claim: {
        ...denial,
        id: `${this.articleId.slice(0, 20)}:${this.#offsetOf(words)}`,
        act: 'accusation',
        cue: words,
        parentId: denial.id,
        source: null,
      },
      accused: denial.source,
      party: speaker?.speaksFor?.party ?? speaker?.party ?? null,
      rule: 'denied-report',
      reason: 'What is denied there is said of whoever denies it.',
    })
  }

  #offsetOf({ start, end }: Span): string {
    const { start: from, end: to } = this.points.of({ start, end })
    return `${from}-${to}`
  }

  /** A clerk testified that her manager told her so; the manager refuses to speak: it is a charge, and of the manager. */
  protected accuseBefore({ claim, kind, isWhole }: Answer, at: number): void {
    const speaker = this.speakers.get(claim.id)
    const party = speaker?.speaksFor?.party ?? speaker?.party ?? null
    if (party === null || this.byParty.has(party) || (kind !== 'denial' && !isWhole)) return
    for (const said of this.said.claims.slice(Math.max(0, at - REACH), at).toReversed()) {
      if (claim.paragraph - said.paragraph > 1) return
      if (
        !TELLS_OF.has(said.cueLemma) ||
        said.isNegated ||
        said.parentId !== null ||
        !this.isAbout(said, { ...NOBODY, party })
      )
        continue
      if (this.speakers.get(said.id)?.party === party) continue
      this.accuseBy(said, claim, speaker)
      return
    }
  }

  /** "The trust denied misleading anglers, **who had claimed** …" */
  protected accuseAside(denial: SaidClaim, next: SaidClaim | undefined): void {
    if (
      next === undefined ||
      next.parentId !== null ||
      next.paragraph !== denial.paragraph ||
      this.isAccusing.has(next.id)
    )
      return
    if (next.source === null || denial.source === null || next.act !== 'statement' || next.cue.start < denial.cue.end)
      return
    const { text } = this.said
    if (!/^(?:who|which)$/iu.test(text.slice(next.source.start, next.source.end))) return
    if (/[.!?]\s/.test(text.slice(denial.cue.end, next.source.start))) return
    const speaker = this.speakers.get(denial.id)
    this.accuse({
      claim: next,
      accused: denial.source,
      party: speaker?.speaksFor?.party ?? speaker?.party ?? null,
      rule: 'denied-report',
      reason: 'It is said in the same sentence of those who deny it.',
    })
  }

  /**
   * What an answer points back to: the last accusation; or, where there is none, what was last said about whoever answers; or
   * else where whoever spoke last began to.
   */
  protected saidBefore({ claim, pointsBack }: Answer, at: number): SaidClaim | null {
    const speaker = this.speakers.get(claim.id)
    let begun: SaidClaim | null = null
    let about: SaidClaim | null = null
    for (const said of this.said.claims.slice(Math.max(0, at - REACH), at).toReversed()) {
      const distance = claim.paragraph - said.paragraph
      if (distance > (pointsBack === 'to-charge' ? 3 : 1)) break
      const other = this.speakers.get(said.id)
      const isOwn =
        other?.party != null && (other.party === speaker?.party || other.party === speaker?.speaksFor?.party)
      const isWithin = said.contents.some(({ start, end }) => start <= claim.cue.start && claim.cue.end <= end)
      if (isOwn || isWithin || said.isNegated || said.contents.length === 0) continue
      const accused = this.accusationOf.get(said.id)?.party
      // An accusation of somebody else by name is none that this answers.
      if (accused?.isNamed === true && accused !== speaker?.party && accused !== speaker?.speaksFor?.party) continue
      if (accused !== undefined || said.act === 'accusation') return said
      if (
        said.act !== 'statement' ||
        said.parentId !== null ||
        distance > (pointsBack === 'to-it' ? 0 : 1 + Number(begun !== null))
      )
        continue
      if (about === null && distance <= 1 && this.isAbout(said, speaker)) about = said
      const isSame = begun !== null && other?.party != null && other.party === this.speakers.get(begun.id)?.party
      const isOneOfThem =
        begun?.source != null &&
        /^(?:one|another|the other|some)(?: of\b|$)/iu.test(this.said.text.slice(begun.source.start, begun.source.end))
      if (begun === null || isSame || isOneOfThem) begun = said
    }
    return about ?? begun
  }

  protected isAbout(said: SaidClaim, speaker: Speaker | undefined): boolean {
    const parties = said.contents.flatMap(content => this.parties.within(content)).map(({ party }) => party)
    return parties.some(party => party === speaker?.party || party === speaker?.speaksFor?.party)
  }
}
