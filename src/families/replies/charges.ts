import type { FoundAccusation } from './accusing/accusation.ts'
import type { Answer } from './find-answers.ts'
import type { NameWords } from './find-refusals.ts'
import type { Parties, Party } from './parties/parties.ts'
import type { Speaker } from './parties/speakers.ts'
import type { SaidArticle, SaidClaim } from './said-claims.ts'

const REPORTS = /^(?:the |any |all )?(claims?|reports?|suggestions?|allegations?|accusations?) (that|of)\b/iu
/** Cues of what somebody says against somebody, when these refuse or deny, or send a lawyer. */
const TELLS_OF = new Set([
  'allege',
  'claim',
  'complain',
  'conclude',
  'contend',
  'discover',
  'find',
  'reveal',
  'testify',
  'uncover',
])
const NOBODY: Speaker = { party: null, speaksFor: null, isDefender: false, document: null }
const CHARGES_TOLD =
  /(?:^|[.!?]["”’']?\s)(?:the|this|these|those|all|most|many) (?:\p{L}+ )?(?:claim|allegation|accusation|complaint|charge)s? (?:were |was |are |is |has been |have been |had been )?(?:first )?(?:made|raised|levelled|leveled|brought|published|come|came|contained|appeared|surfaced|emerged)\b/iu
/** A deed that is denied; what somebody means to do, or is to be, is none. */
const DEED =
  /^(?:(?:ever|falsely|knowingly|deliberately|illegally|wilfully|repeatedly|secretly) )?(?!(?:anything|being|considering|dating|everything|feeling|fighting|getting|intending|leaving|nothing|planning|preparing|running|seeking|trying|wanting|weighing)\b)(?:having )?\p{Ll}+(?:ing|ed|en)\b(?! (?:plans?|any)\b)/u
/** A charge whose content is not said there, but by whom it is. */
const A_CHARGE =
  /^(?:an?|the|any|all) (?:\p{L}+ ){0,2}?(?:charges?|allegations?|accusations?|claims?|suggestions?|complaints?)(?: made| raised| levelled| leveled| brought)? (?:by|from)\b/iu
/** Characters in which it has to be said. */
const MOST_OF_CHARGE = 120
/** Claims that are looked ahead over for it. */
const AHEAD = 6
const ONE_OF_THEM = /^(?:one|two|three|another|others|the other|all|some) (?:of (?:them|the)\b)/iu
/** Paragraphs between an accusation and whoever tells what it is. */
const TOLD_REACH = 3
/** Characters of a paragraph before a cue that are looked at. */
const MOST_BEFORE = 400
/** Claims that are looked back over for what an answer points to. */
const REACH = 12

/** The accusations of one article: those that its words make, and those that only an answer shows to be one. */
export class Charges {
  /** Ids of claims that hold others. */
  protected readonly holders: ReadonlySet<string>
  readonly #nameOf: NameWords
  protected readonly said: SaidArticle
  protected readonly parties: Parties
  protected readonly speakers: ReadonlyMap<string, Speaker>
  protected readonly accusations: FoundAccusation[]
  protected readonly byParty: Map<Party, FoundAccusation[]>
  protected readonly isAccusing: Set<string>
  protected readonly accusationOf = new Map<string, FoundAccusation>()
  /** Place of each claim in the order of the text. */
  protected readonly place: ReadonlyMap<string, number>
  /** Ids of claims that tell what charges are. */
  readonly #told = new Set<string>()

  constructor(
    nameOf: NameWords,
    said: SaidArticle,
    parties: Parties,
    speakers: ReadonlyMap<string, Speaker>,
    accusations: readonly FoundAccusation[],
  ) {
    this.#nameOf = nameOf
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
        id: this.#nameOf(words),
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

  /** "The builder denied **using** cheap cement", where nobody else says of whoever denies it that they did wrong. */
  protected accuseByDenial(denial: SaidClaim): boolean {
    const speaker = this.speakers.get(denial.id)
    const party = speaker?.speaksFor?.party ?? speaker?.party ?? null
    const [first] = denial.contents
    if (denial.cueLemma !== 'deny' || denial.isNegated || denial.parentId !== null) return false
    if (party === null || first === undefined || denial.source === null || this.byParty.has(party)) return false
    const deed = DEED.exec(this.said.text.slice(first.start, first.end))?.[0]
    if (deed === undefined) return false
    const words = { start: first.start, end: first.start + deed.length }
    const id = this.#nameOf(words)
    this.accuse({
      claim: { ...denial, id, act: 'accusation', cue: words, parentId: denial.id, source: null },
      accused: denial.source,
      party,
      rule: 'denied-deed',
      reason: 'Whoever denies to have done it was said to have, and nobody else in the article tells of it.',
    })
    return true
  }

  /** A clerk testified that her manager told her so; the manager refuses to speak: it is a charge, and of the manager. */
  protected accuseBefore({ claim, kind, isWhole, isFlat }: Answer, at: number): void {
    const speaker = this.speakers.get(claim.id)
    const party = speaker?.speaksFor?.party ?? speaker?.party ?? null
    const isDefended = speaker?.speaksFor?.as === 'lawyer'
    if (party === null || this.byParty.has(party) || (kind !== 'denial' && !isWhole && !isDefended)) return
    for (const said of this.said.claims.slice(Math.max(0, at - REACH), at).toReversed()) {
      if (claim.paragraph - said.paragraph > 1) return
      const isAccount = TELLS_OF.has(said.cueLemma)
        ? this.isAbout(said, { ...NOBODY, party })
        : isFlat && said.act === 'statement' && this.#isDoneBy(said, party)
      if (!isAccount || said.isNegated || said.parentId !== null) continue
      if (this.speakers.get(said.id)?.party === party) continue
      this.accuseBy(said, claim, speaker)
      return
    }
  }

  /**
   * "The firm rejected claims that … **The claims were made** by three cooks. They said …": it is told what the claims are, and whom
   * they are against was said before.
   */
  protected accuseTold(said: SaidClaim, at: number): void {
    if (said.act !== 'statement' || said.isNegated || said.parentId !== null || said.contents.length === 0) return
    const before = this.said.claims[at - 1]
    const isNext = before !== undefined && this.#told.has(before.id) && said.paragraph - before.paragraph <= 1
    const isOneOfThem = isNext && said.source !== null && ONE_OF_THEM.test(this.said.text.slice(said.source.start))
    const isSame = isNext && said.paragraph === before.paragraph
    if (!isOneOfThem && !isSame && !CHARGES_TOLD.test(this.said.text.slice(this.#paragraphStart(said), said.cue.start)))
      return
    const charge = this.accusations.findLast(
      ({ claim, party }) =>
        party !== null && claim.cue.start < said.cue.start && said.paragraph - claim.paragraph <= TOLD_REACH,
    )
    const { party = null, speaksFor = null } = this.speakers.get(said.id) ?? {}
    if (charge?.party == null || charge.party === party || charge.party === speaksFor?.party) return
    this.#told.add(said.id)
    if (this.isAccusing.has(said.id)) return
    this.accuse({
      ...charge,
      claim: said,
      rule: 'carries-on',
      reason: 'It tells what the claims are that were told of before it.',
    })
  }

  /** "The minister rejected an accusation by a lawmaker. … She had told parliament that he …": the charge comes after its answer. */
  protected accuseAhead({ claim, kind }: Answer, at: number): void {
    const speaker = this.speakers.get(claim.id)
    const party = speaker?.speaksFor?.party ?? speaker?.party ?? null
    const start = claim.contents[0]?.start ?? claim.cue.end
    const isCharge = A_CHARGE.test(this.said.text.slice(start, start + MOST_OF_CHARGE))
    if (kind !== 'denial' || party === null || this.byParty.has(party) || !isCharge) return
    for (const said of this.said.claims.slice(at + 1, at + 1 + AHEAD)) {
      if (said.paragraph - claim.paragraph > 2) return
      const isOthers = this.speakers.get(said.id)?.party !== party && said.act !== 'denial' && said.act !== 'no-comment'
      if (!isOthers || said.isNegated || said.parentId !== null || !this.isAbout(said, { ...NOBODY, party })) continue
      this.accuseBy(said, claim, speaker)
      return
    }
  }

  #paragraphStart({ cue }: SaidClaim): number {
    return Math.max(cue.start - MOST_BEFORE, this.said.text.lastIndexOf('\n', cue.start - 1) + 1, 0)
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

  /** Whoever stands first in what is said does it. */
  #isDoneBy(said: SaidClaim, party: Party): boolean {
    return said.contents.some(content => this.parties.within(content)[0]?.party === party)
  }

  protected isAbout(said: SaidClaim, speaker: Speaker | undefined): boolean {
    const parties = said.contents.flatMap(content => this.parties.within(content)).map(({ party }) => party)
    return parties.some(party => party === speaker?.party || party === speaker?.speaksFor?.party)
  }
}
