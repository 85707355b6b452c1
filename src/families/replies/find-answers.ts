import type { Act } from '../../domain/labels.ts'
import type { SaidClaim } from './said-claims.ts'

export const REPLY_KINDS = ['denial', 'no-comment', 'response', 'unreachable'] as const
/** How an accusation is answered. */
export type ReplyKind = (typeof REPLY_KINDS)[number]

/** What a claim would be as an answer, by its own words. */
export interface Answer {
  readonly claim: SaidClaim
  readonly kind: ReplyKind
  /** "the allegation", "that account", "it": it answers what was said before it, whatever that was. */
  readonly pointsBack: 'to-charge' | 'to-it' | null
  /** It says outright that something is not so, beyond a "not" in it. */
  readonly isFlat: boolean
  /** A refusal of any word, which answers all that is said of whoever refuses. */
  readonly isWhole: boolean
  /** The cue or the words say that it answers something. */
  readonly isAnswering: boolean
  /** It answers however far from the accusation it stands: a denial, a statement. */
  readonly isFarReaching: boolean
  /** Words of its content that another text may share. */
  readonly isSpecific: boolean
}

const UNREACHED =
  /\b(?:reach(?:ed|able)?|respond(?:ed)?|return(?:ed)?|pick(?:ed)? up|answer(?:ed)? (?:calls|questions|emails?|messages)|contact(?:ed)?|unsuccessful|unanswered|available|approached|repl(?:y|ied))\b/iu
const WHOLE_REFUSAL =
  /\b(?:comment|respond|reach|contact|return|pick|unsuccessful|unanswered|silen[ct]|mum|interview|available|hung up|hang up|questions|drawn|nothing|discuss|answer|reply)/iu
const CHARGE =
  /^an? (?:charge|allegation|accusation|claim)\b|(?<!\bof )\b(?:the|this|that|these|those|any|all|such|her|his|their|its|both)\s+(?:\p{L}+\s+){0,2}?(?:charges?|allegations?|accusations?|accounts?|versions?|assertions?|criticisms?|lawsuit|suit|complaints?|claims)\b/iu
const ANY_PART = /^any (?:\p{L}+ )?(?:role|part|involvement|wrongdoing|knowledge|misconduct|impropriety)\b/iu
const ANYTHING =
  /^(?:it|this|that|any (?:\p{L}+ )?(?:role|part|involvement|wrongdoing|knowledge|misconduct|impropriety)|wrongdoing|having done (?:so|anything))(?: as\b.*|[^\p{L}]*)$/iu
const DENYING_CUE =
  /\b(?:den(?:y|ies|ied|ying)|disput\p{L}*|refut\p{L}*|reject\p{L}*|dismiss\p{L}*|rubbish\p{L}*|contradict\p{L}*|rebut\p{L}*|scoff\p{L}*|pooh-pooh\p{L}*|shrugg\p{L}*|waved away|brush\p{L}* (?:aside|off)|laughed off|hit back|did not (?:accept|recognise|recognize))\b/iu
const DENYING_WORDS =
  /\b(?:baseless|unfounded|groundless|untrue|false|falsehoods?|lies?|nonsense|fabricat\p{L}+|fiction|smear|politically motivated|malicious|ridiculous|absurd|preposterous|outrageous|defamatory|slander(?:ous)?|libel(?:lous)?|desperate|insult(?:ing)?|fantas(?:y|ies)|innocent|invented|concocted|made up|misconceived|inaccurate|nothing of the (?:kind|sort)|nothing to (?:hide|do with)|refut\p{L}+|den(?:y|ies|ied)|no truth|without (?:merit|foundation|substance)|never|no such|no \p{L}+ (?:has|have|was|were|had)(?: ever)? been|nobody|not (?:done|taken|true|attended|guilty)|(?:had|have|has|did|was|were)(?:n't|n’t| not))\b/iu
const ANSWERING_CUE =
  /\b(?:respond\p{L}*|repl(?:y|ies|ied|ying)|insist\p{L}*|maintain\p{L}*|counter(?:s|ed|ing)?|defend\p{L}*|retort\p{L}*|admit\p{L}*|conced\p{L}*|acknowledg\p{L}*|apologi[sz]\p{L}*|hit back|in (?:response|reply|a statement)|protest\p{L}*|pointed out|explain\p{L}*|assert\p{L}*|justif\p{L}*|clarif\p{L}*|regret\p{L}*|st(?:and|ands|ood) by|defied)\b/iu

/** What is said of an account, or of what it tells, by nobody who only goes on about something else. */
const FLATLY =
  /\b(?:baseless|unfounded|groundless|untrue|falsehoods?|lies?|nonsense|fabricat\p{L}+|fiction|smear|malicious|defamatory|slander(?:ous)?|libel(?:lous)?|fantas(?:y|ies)|invented|concocted|made up|nothing of the (?:kind|sort)|no truth|without (?:merit|foundation|substance)|no such)\b/iu

/** Characters before "the allegation" where it is what somebody speaks of. */
const NEAR_START = 40
/** "said **that was untrue**", "described **that as** “false”". */
const CALLED_FALSE = /^(?:that )?(?:that|this|it|these|those) (?:(?:was|is|were|are|as)\b|["“'‘])/iu
/** A refusal that is told as speech. */
const REFUSING_WORDS =
  /\b(?:not|never|n[’']t) (?:\p{L}+ )?(?:comment|discuss|be drawn|speak (?:to|about))\b|\bno (?:further )?comment\b|\bnothing (?:to add|more to say)\b|\b(?:talk|speak|turn|put (?:that|it)) to my (?:lawyer|solicitor|attorney|barrister|counsel)s?\b|\bask my (?:lawyer|solicitor|attorney)s?\b|\b(?:answer|respond|speak) (?:in court|at the (?:proper|right|appropriate) time|in due course)\b/iu
const IN_A_STATEMENT =
  /\bin (?:an? |his |her |its |their )?(?:written |emailed |brief |short )?(?:statement|response|reply)\b/iu

/** Whether a claim denies something by its act or by its words. */
export function saysNo({ act, content }: { readonly act: Act; readonly content: string }): boolean {
  return act === 'denial' || DENYING_WORDS.test(content)
}

/** What a claim is as an answer; null for one that answers nothing. */
export function toAnswer(claim: SaidClaim): Answer | null {
  const { act, isNegated, cueText, contentText, lead } = claim
  // What somebody is said to have said by another answers nothing by itself.
  if (claim.parentId !== null && act !== 'no-comment') return null
  if (act === 'no-comment') {
    const kind = UNREACHED.test(cueText) ? 'unreachable' : 'no-comment'
    const pointsBack = CHARGE.test(contentText) ? 'to-charge' : null
    return {
      claim,
      kind,
      pointsBack,
      isFlat: false,
      isWhole: WHOLE_REFUSAL.test(cueText),
      isAnswering: true,
      isFarReaching: true,
      isSpecific: false,
    }
  }
  if (!['denial', 'statement', 'feeling', 'accusation', 'promise'].includes(act)) return null
  if (isNegated) return null
  const denies = act === 'denial' || DENYING_CUE.test(cueText)
  const isDenying = denies || DENYING_WORDS.test(contentText)
  if (act === 'statement' && REFUSING_WORDS.test(contentText))
    return {
      claim,
      kind: 'no-comment',
      pointsBack: null,
      isFlat: false,
      isWhole: true,
      isAnswering: true,
      isFarReaching: true,
      isSpecific: false,
    }
  const place = CHARGE.exec(contentText)?.index ?? null
  const charge = place !== null
  const pointsBack =
    (place !== null && place <= NEAR_START && isDenying) || (denies && ANY_PART.test(contentText))
      ? 'to-charge'
      : (denies && ANYTHING.test(contentText.trim())) || (isDenying && CALLED_FALSE.test(contentText))
        ? 'to-it'
        : null
  if (act === 'accusation' && !isDenying) return null
  if ((act === 'feeling' || act === 'promise') && !ANSWERING_CUE.test(cueText)) return null
  return {
    claim,
    kind: isDenying ? 'denial' : 'response',
    pointsBack,
    isFlat: FLATLY.test(contentText),
    isWhole: false,
    isAnswering: isDenying || charge || ANSWERING_CUE.test(cueText) || IN_A_STATEMENT.test(lead),
    isFarReaching: isDenying || IN_A_STATEMENT.test(lead),
    isSpecific: denies && !charge && pointsBack === null,
  }
}
