import type { Grounded, Mention, Token, TokensLayer } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { COMMON_WORDS } from '../../src/nlp/gazetteer.ts'
import { type AnonymityStatement, readKnowledge } from './anonymity.ts'
import { governmentOf } from './governments.ts'
import { isNamed, type NamedEntity } from './named-entity.ts'
import type { Referent } from './occurrence.ts'
import type { SourceWords } from './source-words.ts'

/** A source while it is being resolved. */
export interface DraftSource {
  readonly spans: readonly Span[]
  readonly words: SourceWords
  readonly sentence: number
  entity: NamedEntity | null
  government: string | null
  /** The name in its own words where no mention covers it: a title in quotation marks, a word with a capital. */
  readonly ownName: Grounded<string> | null
  /** Whose it is, where its words open with "its". */
  owner: NamedEntity | null
  /** Index of the source without a name that it goes back to. */
  antecedent: number | null
  /** Whom it turned out to mean, once its place in the text was reached. */
  referent: Referent | null
  statement: AnonymityStatement | null
  knowledge: Grounded<string> | null
  /** Which rule resolved it. */
  rule: string
  /** Why, in words. */
  how: string
  rivals: readonly { readonly name: string; readonly score: number }[]
}

/** Begins a source with what its own words say, and those right in front of it where it is a piece of a longer phrase. */
export function draftSource(
  text: string,
  { tokens, sentences }: TokensLayer,
  spans: readonly Span[],
  words: SourceWords,
  entityOf: ReadonlyMap<Mention, NamedEntity>,
  entityEndingAt: ReadonlyMap<number, NamedEntity>,
): DraftSource {
  const { mention } = words
  const whole = { start: (spans[0] as Span).start, end: (spans.at(-1) as Span).end }
  const phrase = text.slice(whole.start, whole.end)
  const government =
    mention?.type === 'person'
      ? null
      : (governmentOf(phrase.replace(/^The /, 'the ')) ??
        (mention?.name != null ? governmentOf(text.slice(mention.name.start, mention.name.end)) : null))
  const own = mention === null ? undefined : entityOf.get(mention)
  const beside = mention === null ? findBeside(tokens, words, entityEndingAt) : null
  const entity = own !== undefined && isNamed(own) ? own : beside
  const firstToken = (sentences[(tokens[words.from] as Token).sentence] as { firstToken: number }).firstToken
  const ownName =
    entity === null && government === null && mention === null
      ? (readTitle(text, tokens, words, whole) ?? readCapitals(text, tokens, words, firstToken))
      : null
  return {
    spans,
    words,
    sentence: (tokens[words.from] as Token).sentence,
    entity,
    government,
    ownName,
    owner: null,
    antecedent: null,
    referent: null,
    statement: null,
    knowledge: readKnowledge(text, whole),
    rule: beside === null ? 'words' : 'apposition',
    how:
      beside !== null
        ? `The words stand in apposition to ${beside.name}.`
        : entity !== null || ownName !== null || government !== null
          ? 'The source’s own words hold the name.'
          : 'The source’s words hold no name.',
    rivals: [],
  }
}

/** "Sizwe Mokoena, 34, | a drill operator", "Ann Lee, | who": the person whose name stands right before the words. */
function findBeside(
  tokens: readonly Token[],
  { from, plural, pronoun }: SourceWords,
  entityEndingAt: ReadonlyMap<number, NamedEntity>,
): NamedEntity | null {
  const first = tokens[from] as Token
  const relative = first.lower === 'who' || first.lower === 'which'
  if (plural || (pronoun !== null && !relative)) return null
  let i = from - 1
  let comma = false
  while (i > from - 4 && i >= 0 && (tokens[i]?.text === ',' || /^\d{1,2}$/.test(tokens[i]?.text ?? ''))) {
    comma = true
    i -= 1
  }
  if (!comma && !relative) return null
  if (!relative && !/^\d/.test(tokens[from - 2]?.text ?? '') && !/^\d+$/.test(first.text)) return null
  const entity = entityEndingAt.get(i + 1)
  return entity !== undefined && isNamed(entity) ? entity : null
}

/** The title in quotation marks of a report, study or other document that speaks. */
function readTitle(
  text: string,
  tokens: readonly Token[],
  { head, headEnd, to }: SourceWords,
  whole: Span,
): Grounded<string> | null {
  if (
    !/^(?:report|study|paper|review|book|survey|poll|briefing|article|editorial|analysis)$/.test(
      (tokens[head] as Token).lemma,
    )
  )
    return null
  const match = /[“‘"']([\p{Lu}][^“”‘"\n]{2,80}?)[”’"']/u.exec(
    text.slice((tokens[headEnd - 1] as Token).end, whole.end),
  )
  if (match?.[1] === undefined || to <= headEnd) return null
  const start = (tokens[headEnd - 1] as Token).end + match.index + 1
  const value = match[1].replace(/,$/, '')
  return { value, span: { start, end: start + value.length } }
}

/** "The Treasury", "Ferraro": words with capitals that end at the head, where a common word would have none. */
function readCapitals(
  text: string,
  tokens: readonly Token[],
  { from, head, pronoun }: SourceWords,
  firstToken: number,
): Grounded<string> | null {
  if (pronoun !== null) return null
  let first = head + 1
  while (first > from && isCapital(tokens[first - 1] as Token)) first -= 1
  if (first > head) return null
  const opening = tokens[first] as Token
  const opens = first === firstToken || /^["“‘]$/.test(tokens[first - 1]?.text ?? '')
  // At a sentence's start any word has a capital: "Replays", "Forecasters".
  if (
    opens &&
    first === head &&
    (COMMON_WORDS.has(opening.lower) || opening.pos !== 'PROPN' || opening.lower.endsWith('s'))
  )
    return null
  const span = { start: opening.start, end: (tokens[head] as Token).end }
  return { value: text.slice(span.start, span.end), span }
}

function isCapital({ text, pos }: Token): boolean {
  if (
    /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/.test(
      text,
    )
  )
    return false
  return /^\p{Lu}/u.test(text) && (pos === 'PROPN' || pos === 'NOUN' || pos === 'ADJ') && text.length > 1
}
