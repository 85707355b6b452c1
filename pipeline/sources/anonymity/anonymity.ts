import type { FoundPhrase, Grounded, Sentence } from '../../../src/domain/layers.ts'
import type { Span } from '../../../src/domain/span.ts'
import { firstAfter } from '../../positions/first-after.ts'

/** A statement that somebody's identity is withheld, found in one sentence. */
export interface AnonymityStatement {
  readonly span: Span
  readonly sentence: number
  readonly reason: Grounded<string> | null
  /** Whether the name that the text gives is a false one, or no more than a first name. */
  readonly pseudonym: boolean
  /** Who promised not to name the source ("This newspaper"), where the text says so. */
  readonly grantedBy: Grounded<string> | null
  /** The newsroom's rule by which it is one. */
  readonly phrase?: FoundPhrase
}

/** How a source knows what it says. */
export interface Knowledge extends Grounded<string> {
  /** The newsroom's rule by which that is read. */
  readonly phrase?: FoundPhrase
}

const GRANTED =
  /\b(?:on (?:the )?condition (?:of anonymity|(?:that )?(?:he|she|they) (?:not )?be(?:ing)? (?:named|identified))|(?:request|ask|demand|insist)(?:ed|ing|s)? (?:for |on )?(?:anonymity|not to be (?:named|identified|quoted by name))|(?:asked|asking|requested|requesting) that (?:his|her|their) (?:name|names|identity|identities) (?:be|not be) (?:withheld|used|published)|(?:(?:did|do|does) not|(?:did|do|does)n['’]t|not) (?:wish(?:ing)?|want(?:ing)?) (?:to be (?:named|identified)|(?:his|her|their) (?:names?|identit(?:y|ies)) (?:to be )?(?:disclosed|printed|published|revealed|used))|(?:declin|refus)(?:ed|ing) to (?:be (?:named|identified)|(?:give|disclose|reveal) (?:his|her|their) (?:full )?(?:names?|identit(?:y|ies)))|(?:ask|choos|chose|prefer|request|want|wish)(?:e?s|r?ed|r?ing)? to (?:remain|be|stay) anonymous|plead(?:ed|ing)? anonymity|(?:has|have) agreed not to (?:identify|name)|agreed not to (?:identify|name)|(?:is|are) not (?:naming|identifying)|granted (?:anonymity|(?:him|her|them) anonymity)|(?:spoke|speaking|speaks?|talked|talking|said) (?:anonymously|on (?:deep )?background|not for attribution)|could not be (?:named|identified)|not (?:to be|being) (?:named|identified)|(?:was|were|is|are) not (?:identified|named)|who cannot be named)\b/giu
/** "not her real name", "gave only his first name", "whose name has been changed". */
const PSEUDONYM =
  /\b(?:not (?:his|her|their) real names?|(?:g[ai]ve|giving|gives|us(?:ed|es|ing)|provid(?:ed|ing)|identified) (?:\p{L}+ )?(?:only|just) (?:by )?(?:his|her|their|a|the) (?:first|middle|given) names?|only (?:g[ai]ve|giving|us(?:ed|ing)) (?:his|her|their) (?:first|middle|given) names?|(?:asked|asking|wanted|wished|agreed) to be identified (?:only )?by (?:only )?(?:his|her|their) (?:(?:first|middle|given) names?|initials?|nicknames?)|whose (?:real )?names? (?:has|have|had|was|were) (?:been )?changed|(?:his|her|their) names? (?:has|have|was|were) (?:been )?changed|(?:is|was|used|uses|using|under) a pseudonym)\b/iu
/** Every statement has one of these in it: most articles and sentences are passed over at once. */
const HINT = /anonym|identif|named?\b|naming|identit|authori[sz]ed|background|attribution/iu
/** As {@link HINT}, looser; looked for one by one, which is faster than any expression. */
const ANY_HINT = ['anonym', 'identi', 'name', 'naming', 'authori', 'background', 'attribution']
const UNAUTHORISED =
  /\b(?:(?:was|were|is|are|being|he was|she was|they were|they are) )?(not authori[sz]ed to (?:speak|discuss|comment|talk|brief)[^.,;:”"]*)/giu
const BECAUSE =
  /^[^.;]{0,80}?\b(?:because|as|since|citing|so that|given that|due to|for fear of|out of fear of|fearing|saying)\s+/iu
const FOR_FEAR = /\b(fear of [^.,;:”"]+)/iu

/**
 * Finds statements that withhold a source's identity, with the reason that the text gives for it. UTF-16.
 *
 * @param phrases those of a newsroom's rules that say so
 */
export function findAnonymityStatements(
  text: string,
  sentences: readonly Sentence[],
  phrases: readonly FoundPhrase[] = [],
): AnonymityStatement[] {
  const found = findByPhrases(text, sentences, phrases)
  for (const i of findHinted(text, sentences)) {
    const sentence = sentences[i] as Sentence
    const words = text.slice(sentence.start, sentence.end)
    if (!HINT.test(words)) continue
    const granted = [...words.matchAll(GRANTED)][0]
    const unauthorised = [...words.matchAll(UNAUTHORISED)][0]
    const pseudonym = PSEUDONYM.exec(words)
    const match = granted ?? unauthorised ?? pseudonym ?? undefined
    if (match === undefined) continue
    const start = sentence.start + match.index
    const end = start + match[0].length
    found.push({
      span: { start, end },
      sentence: i,
      pseudonym: match === pseudonym,
      reason: readReason(text, sentence, end, unauthorised),
      grantedBy: readGranter(text, sentence),
    })
  }
  return found
}

function findByPhrases(
  text: string,
  sentences: readonly Sentence[],
  phrases: readonly FoundPhrase[],
): AnonymityStatement[] {
  let i = 0
  return phrases.map(phrase => {
    while ((sentences[i]?.endToken ?? Number.POSITIVE_INFINITY) <= phrase.firstToken) i += 1
    const sentence = sentences[i] as Sentence
    const { start, end } = phrase
    return {
      span: { start, end },
      sentence: i,
      pseudonym: false,
      reason: readReason(text, sentence, end, undefined),
      grantedBy: readGranter(text, sentence),
      phrase,
    }
  })
}

/** Indexes of the sentences in which a hint begins, ascending. */
function findHinted(text: string, sentences: readonly Sentence[]): number[] {
  const lower = text.toLowerCase()
  // A few letters have no small one of the same length: then every sentence is looked at.
  if (lower.length !== text.length) return [...sentences.keys()]
  const hinted = new Set<number>()
  for (const hint of ANY_HINT) {
    let sentence = 0
    for (let at = lower.indexOf(hint); at !== -1; at = lower.indexOf(hint, at + 1)) {
      while ((sentences[sentence]?.end ?? Number.POSITIVE_INFINITY) <= at) sentence += 1
      if (sentence < sentences.length) hinted.add(sentence)
    }
  }
  return [...hinted].sort((a, b) => a - b)
}

/** "This newspaper has agreed not to name him", "was granted anonymity by The Courier". */
const GRANTER =
  /\b((?:This|The|Our) \p{L}+|\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+){0,3}) (?:(?:has|have|had) )?(?:agreed not to|is not (?:naming|identifying)|are not (?:naming|identifying)|granted (?:him|her|them|the \p{L}+) anonymity|withheld)/u
const GRANTED_BY =
  /\banonymity by ((?:[Tt]his|[Tt]he|[Oo]ur) \p{L}+(?: \p{Lu}\p{L}+){0,2}|\p{Lu}[\p{L}.]+(?: \p{Lu}\p{L}+){0,3})/u

function readGranter(text: string, sentence: Sentence): Grounded<string> | null {
  const words = text.slice(sentence.start, sentence.end)
  const match = GRANTER.exec(words) ?? GRANTED_BY.exec(words)
  if (match?.[1] === undefined) return null
  const start = sentence.start + match.index + match[0].indexOf(match[1])
  return ground(text, start, start + match[1].length)
}

/** What says something of whose reason it is, and where its source goes on to say what is attributed. */
const OWN_VERB = /\b(?:is|are|was|were|has|have|had|could|would|might|did|do|fear|fears|feared)\b/u
const GOES_ON = / (?:said|says|told|added|confirmed) /u

/** "They were not cleared to speak | said the pumps failed". */
function withoutClaim(clause: string): string {
  const end = GOES_ON.exec(clause)?.index ?? -1
  return end > 0 && OWN_VERB.test(clause.slice(0, end)) ? clause.slice(0, end) : clause
}

function readReason(
  text: string,
  sentence: Sentence,
  after: number,
  unauthorised: RegExpMatchArray | undefined,
): Grounded<string> | null {
  if (unauthorised?.index !== undefined && unauthorised[1] !== undefined) {
    const start = sentence.start + unauthorised.index + unauthorised[0].indexOf(unauthorised[1])
    return ground(text, start, start + unauthorised[1].length)
  }
  const rest = text.slice(after, sentence.end)
  const fear = FOR_FEAR.exec(rest)
  if (fear?.[1] !== undefined) {
    const start = after + fear.index + fear[0].indexOf(fear[1])
    return ground(text, start, start + fear[1].length)
  }
  const because = BECAUSE.exec(rest)
  if (because === null) return null
  const start = after + because[0].length
  const clause = /^[^.,;:”"]+/u.exec(text.slice(start, sentence.end))?.[0]
  if (clause === undefined) return null
  const from = /so that\s+$/i.test(because[0])
    ? start - (/so that\s+$/i.exec(because[0]) as RegExpExecArray)[0].length
    : start
  return ground(text, from, start + withoutClaim(clause).length)
}

const KNOWLEDGE =
  /\b(?:familiar with|briefed on|close to|privy to|involved in|present at|with (?:direct |first-?hand |detailed )?knowledge of|who (?:has|have|had) (?:worked|met|seen|attended|reviewed|read)|who (?:saw|attended|worked|witnessed))\b[^.,;:”"]*/iu

/**
 * How a source knows, from its own words ("familiar with the matter"), or null.
 *
 * @param phrases those of a newsroom's rules that say so, in text order
 */
export function readKnowledge(text: string, span: Span, phrases: readonly FoundPhrase[] = []): Knowledge | null {
  const next = firstAfter(phrases, span.start - 1, ({ start }) => start)
  const phrase = phrases[next]
  if (phrase !== undefined && phrase.end <= span.end) {
    const rest = /^[^.,;:”"]*/u.exec(text.slice(phrase.end, span.end))?.[0] ?? ''
    return { ...ground(text, phrase.start, phrase.end + rest.length), phrase }
  }
  const match = KNOWLEDGE.exec(text.slice(span.start, span.end))
  if (match === null) return null
  const words = match[0].replace(/^who\s+/i, '')
  const start = span.start + match.index + match[0].length - words.length
  return ground(text, start, start + words.trimEnd().length)
}

/** Ways of knowing that by themselves say that a name is withheld, as the field's style guides count them. */
export function impliesAnonymity({ value: knowledge, phrase }: Knowledge): boolean {
  if (phrase !== undefined) return phrase.anonymous
  return /^(?:familiar with|briefed on|close to|privy to|involved in|with\b.*knowledge)/i.test(knowledge)
}

function ground(text: string, start: number, end: number): Grounded<string> {
  const value = text.slice(start, end).trimEnd()
  return { value, span: { start, end: start + value.length } }
}
