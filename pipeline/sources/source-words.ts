import type { Mention, Token } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { COMMON_WORDS } from '../../src/nlp/gazetteer.ts'
import { firstTokenAfter } from '../token-search.ts'

/** What the words of one source say by themselves. Token indexes. */
export interface SourceWords {
  readonly from: number
  readonly to: number
  /** The noun, name or pronoun that the rest modifies. */
  readonly head: number
  /** Where the head's own phrase ends: before "for the ministry", ", a farmer". */
  readonly headEnd: number
  readonly pronoun: string | null
  readonly plural: boolean
  /** The mention that names the source, at its head or in an apposition; a name in a modifier is none. */
  readonly mention: Mention | null
}

const STOPS = new Set([
  'of',
  'for',
  'from',
  'in',
  'at',
  'with',
  'on',
  'by',
  'to',
  'near',
  'who',
  'which',
  'that',
  'whose',
  'familiar',
  'close',
  'briefed',
  'involved',
  'privy',
  'among',
])
const PRONOUNS = new Set([
  'he',
  'she',
  'they',
  'it',
  'him',
  'her',
  'them',
  'his',
  'their',
  'its',
  'i',
  'we',
  'you',
  'who',
  'which',
  'both',
  'one',
  'another',
  'others',
  'some',
  'many',
])
const PLURAL_PRONOUNS = new Set(['they', 'them', 'their', 'both', 'we', 'others', 'some', 'many'])

/** Reads a source's words. `spans` are its parts in text order; the first one holds the head. */
export function readSourceWords(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  spans: readonly Span[],
): SourceWords | null {
  const first = spans[0]
  if (first === undefined) return null
  const from = firstTokenAfter(tokens, first.start)
  let to = from
  while (to < tokens.length && (tokens[to] as Token).start < first.end) to += 1
  if (to === from) return null
  let headEnd = from + 1
  while (headEnd < to && !endsHead(tokens, headEnd, mentions)) headEnd += 1
  const head = headEnd - 1
  const { lower, pos, text } = tokens[head] as Token
  const pronoun = PRONOUNS.has(lower) && text !== 'WHO' && headEnd - from === 1 ? lower : null
  const own = mentions.find(mention => mention.firstToken <= head && mention.endToken > head)
  const mention = own ?? appositionOf(tokens, mentions, from, headEnd, to)
  const plural =
    pronoun === null
      ? (pos === 'NOUN' && lower !== (tokens[head] as Token).lemma && /s$|men$|people$/.test(lower)) ||
        // A capital at a sentence's start makes wink take a noun for a name.
        (pos === 'PROPN' && head === from && own === undefined && lower.endsWith('s') && COMMON_WORDS.has(lower))
      : PLURAL_PRONOUNS.has(pronoun)
  const known = mention?.type === 'person' && own === undefined && plural && pronoun === null ? null : mention
  return {
    from,
    to,
    head,
    headEnd,
    pronoun,
    plural: plural || lower === 'people' || lower === 'police',
    mention: known,
  }
}

function endsHead(tokens: readonly Token[], i: number, mentions: readonly Mention[]): boolean {
  if (mentions.some(mention => mention.firstToken < i && i < mention.endToken)) return false
  const token = tokens[i] as Token
  // "the WHO" is a name.
  return (STOPS.has(token.lower) && !/^\p{Lu}{2,}$/u.test(token.text)) || /^[,(—–]$/.test(token.text)
}

/** "the regional secretary, Ann Lee", "Ann Lee": a person's or organisation's name right after a comma. */
function appositionOf(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  from: number,
  headEnd: number,
  to: number,
): Mention | null {
  const before = mentions.find(mention => mention.firstToken >= from && mention.endToken === headEnd)
  if (before !== undefined) return before
  return (
    mentions.find(
      mention =>
        mention.firstToken >= headEnd &&
        mention.endToken <= to &&
        mention.type !== 'place' &&
        (tokens[mention.firstToken - 1] as Token).text === ',' &&
        (mention.endToken === to || /^[,(]$/.test((tokens[mention.endToken] as Token).text)),
    ) ?? null
  )
}
