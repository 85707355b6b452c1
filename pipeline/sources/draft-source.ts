import type { Grounded, Token, TokensLayer } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { type AnonymityStatement, type Knowledge, readKnowledge } from './anonymity/anonymity.ts'
import { isNamed, type NamedEntity } from './named-entity.ts'
import { governmentOf } from './naming/governments.ts'
import { type NamesInArticle, readOwnName } from './naming/own-name.ts'
import type { Referent } from './occurrence.ts'
import type { Owner } from './people/affiliation.ts'
import type { SourceWords } from './source-words.ts'

/** A source while it is being resolved. Only `settle-draft.ts` gives it anything that its own words do not say. */
export interface DraftSource {
  readonly spans: readonly Span[]
  readonly words: SourceWords
  readonly sentence: number
  readonly entity: NamedEntity | null
  readonly government: string | null
  /** The name in its own words where no mention covers it: a title in quotation marks, a word with a capital. */
  readonly ownName: Grounded<string> | null
  /** Whose it is, where its words say so by a pronoun or a description. */
  readonly owner: Owner | null
  /** Index of the source without a name that it goes back to. */
  readonly antecedent: number | null
  /** Index of the source that it cannot go back to, because that one goes back to it. */
  readonly refused: number | null
  /** Whom it turned out to mean, once its place in the text was reached. */
  readonly referent: Referent | null
  readonly statement: AnonymityStatement | null
  readonly knowledge: Knowledge | null
  /** Which rule resolved it. */
  readonly rule: string
  /** Why, in words. */
  readonly how: string
  readonly rivals: readonly { readonly name: string; readonly score: number }[]
}

/** Begins a source with what its own words say, and those right in front of it where it is a piece of a longer phrase. */
export function draftSource(
  text: string,
  { tokens, sentences, newsroom }: TokensLayer,
  spans: readonly Span[],
  words: SourceWords,
  names: NamesInArticle,
): DraftSource {
  const { mention } = words
  const { entityOf } = names
  const whole = { start: (spans[0] as Span).start, end: (spans.at(-1) as Span).end }
  const phrase = text.slice(whole.start, whole.end)
  const government =
    mention?.type === 'person' || mention?.known !== undefined
      ? null
      : (governmentOf(phrase.replace(/^The /, 'the ')) ??
        (mention?.name != null ? governmentOf(text.slice(mention.name.start, mention.name.end)) : null))
  const own = mention === null ? undefined : entityOf.get(mention)
  const beside = mention === null ? findBeside(tokens, words, names) : null
  const entity = own !== undefined && isNamed(own) ? own : beside
  const firstToken = (sentences[(tokens[words.from] as Token).sentence] as { firstToken: number }).firstToken
  const ownName =
    entity === null && government === null && mention === null
      ? readOwnName({ text, tokens }, { words, whole, firstToken }, names)
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
    refused: null,
    referent: null,
    statement: null,
    knowledge: readKnowledge(
      text,
      { ...whole, start: Math.min(whole.start, (tokens[words.from] as Token).start) },
      newsroom?.knowledge,
    ),
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

/** "Sizwe Mokoena, 34, | a drill operator": the person whose name stands right before the words. */
function findBeside(
  tokens: readonly Token[],
  { from, plural, pronoun }: SourceWords,
  { entityOf, mentionEndingAt }: NamesInArticle,
): NamedEntity | null {
  const first = tokens[from] as Token
  if (plural || pronoun !== null) return null
  let i = from - 1
  let comma = false
  while (i > from - 4 && i >= 0 && (tokens[i]?.text === ',' || /^\d{1,2}$/.test(tokens[i]?.text ?? ''))) {
    comma = true
    i -= 1
  }
  if (!comma) return null
  if (!/^\d/.test(tokens[from - 2]?.text ?? '') && !/^\d+$/.test(first.text)) return null
  const mention = mentionEndingAt.get(i + 1)
  const entity = mention === undefined ? undefined : entityOf.get(mention)
  return entity !== undefined && isNamed(entity) ? entity : null
}
