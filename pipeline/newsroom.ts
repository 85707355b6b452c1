import type { FoundPhrase, NewsroomReading, Token, TokensLayer } from '../src/domain/layers.ts'
import {
  type KnownName,
  type ListedWords,
  type NewsroomRules,
  type SourcePhrase,
  TYPE_LISTS,
  type WordList,
} from '../src/domain/newsroom-rules.ts'
import { type CueRuleSet, withNewsroomRules } from './attributions/rules/cue-rule-set.ts'
import { PhraseIndex } from './phrase-index.ts'
import { tokenise } from './tokens/stage.ts'

/** A newsroom's rules, ready to be used on any number of articles. */
export interface Newsroom {
  readonly digest: string
  readonly cueRules: CueRuleSet
  /** The same layer with what the rules know of its words. */
  read(layer: TokensLayer): TokensLayer
}

/** Lists whose words match by their base form, too. */
const BY_LEMMA: ReadonlySet<WordList> = new Set<WordList>(['role', 'organisation', 'document', ...TYPE_LISTS])

/** Prepares a newsroom's rules. Pure: the same rules find the same, on any thread. */
export function prepareNewsroom(rules: NewsroomRules): Newsroom {
  const { digest } = rules
  const read = readPhrases(rules)
  const names = indexNames(rules.names, read)
  const lists = indexLists(rules.words, read)
  const sources = indexSources(rules.sources, read)
  return {
    digest,
    cueRules: withNewsroomRules(rules.cues, read, digest),
    read(layer) {
      const { tokens } = layer
      const marked = lists === null ? tokens : markListed(tokens, lists)
      const newsroom: NewsroomReading = { digest, names: findNames(tokens, names), ...findPhrases(tokens, sources) }
      return { ...layer, tokens: marked, newsroom }
    },
  }
}

/** The tokens of a phrase, as an article would have them. */
export type ReadPhrase = (phrase: string) => readonly Token[]

/** All phrases of the rules are read in one go, as the paragraphs of a text: one by one would take many times as long. */
function readPhrases({ cues, words, names, sources }: NewsroomRules): ReadPhrase {
  const phrases = new Set<string>()
  for (const rule of [...cues, ...words, ...sources]) for (const phrase of rule.phrases) phrases.add(phrase)
  for (const { name, aliases } of names) for (const phrase of [name, ...aliases]) phrases.add(phrase)
  const { tokens } = tokenise([...phrases].join('\n\n'))
  const read = new Map<string, readonly Token[]>()
  let [at, start] = [0, 0]
  for (const phrase of phrases) {
    const first = at
    while (at < tokens.length && (tokens[at] as Token).start < start + phrase.length) at += 1
    read.set(phrase, tokens.slice(first, at))
    start += phrase.length + 2
  }
  return phrase => read.get(phrase) ?? []
}

/** What names are compared by: capitals count. */
function spellingOf({ text }: Token): string {
  return text.replaceAll('’', "'")
}

function indexNames(names: readonly KnownName[], read: ReadPhrase): PhraseIndex<KnownName> {
  const index = new PhraseIndex<KnownName>()
  for (const known of names) {
    for (const phrase of new Set([known.name, ...known.aliases])) {
      const tokens = read(phrase)
      // "The Mayor of Orrin": the article is no part of a name.
      const from = tokens.length > 1 && tokens[0]?.lower === 'the' ? 1 : 0
      index.add(tokens.slice(from).map(spellingOf), known)
    }
  }
  return index
}

/** Names in text order, the longest of those that begin at a place; none inside another. */
function findNames(tokens: readonly Token[], index: PhraseIndex<KnownName>): NewsroomReading['names'] {
  const found: { firstToken: number; endToken: number; known: KnownName }[] = []
  const keyAt = (place: number) => {
    const token = tokens[place]
    return token === undefined ? undefined : spellingOf(token)
  }
  for (let at = 0; at < tokens.length; at += 1) {
    const opensSentence = tokens[at - 1]?.sentence !== (tokens[at] as Token).sentence
    const capitalised = (place: number) => (place === at ? (tokens[at] as Token).lower : keyAt(place))
    const longest =
      [...index.at(keyAt, at)].at(-1) ?? (opensSentence ? [...index.at(capitalised, at)].at(-1) : undefined)
    if (longest === undefined) continue
    found.push({ firstToken: at, endToken: longest.end, known: longest.value })
    at = longest.end - 1
  }
  return found
}

interface Lists {
  readonly byWord: PhraseIndex<ListedWords>
  readonly byLemma: PhraseIndex<ListedWords>
}

function indexLists(words: readonly ListedWords[], read: ReadPhrase): Lists | null {
  const lists: Lists = { byWord: new PhraseIndex(), byLemma: new PhraseIndex() }
  for (const rule of words) {
    for (const phrase of rule.phrases) {
      const tokens = read(phrase)
      lists.byWord.add(tokens.map(withoutPoint), rule)
      if (BY_LEMMA.has(rule.list))
        lists.byLemma.add(
          tokens.map(({ lemma }) => lemma),
          rule,
        )
    }
  }
  return words.length === 0 ? null : lists
}

function withoutPoint({ lower }: Token): string {
  return lower.length > 1 && lower.endsWith('.') ? lower.slice(0, -1) : lower
}

function markListed(tokens: readonly Token[], { byWord, byLemma }: Lists): readonly Token[] {
  const listed = new Map<number, Partial<Record<WordList, string>>>()
  const mark = (from: number, to: number, { list, id }: ListedWords) => {
    for (let i = from; i < to; i += 1) {
      const own = listed.get(i) ?? {}
      own[list] ??= id
      listed.set(i, own)
    }
  }
  const wordAt = (place: number) => (tokens[place] === undefined ? undefined : withoutPoint(tokens[place]))
  const lemmaAt = (place: number) => tokens[place]?.lemma
  for (let at = 0; at < tokens.length; at += 1) {
    for (const { end, value } of byWord.at(wordAt, at)) mark(at, end, value)
    for (const { end, value } of byLemma.at(lemmaAt, at)) mark(at, end, value)
  }
  return listed.size === 0
    ? tokens
    : tokens.map((token, i) => (listed.has(i) ? { ...token, listed: listed.get(i) ?? {} } : token))
}

interface Sources {
  readonly byWord: PhraseIndex<SourcePhrase>
  readonly byLemma: PhraseIndex<SourcePhrase>
}

function indexSources(sources: readonly SourcePhrase[], read: ReadPhrase): Sources {
  const index: Sources = { byWord: new PhraseIndex(), byLemma: new PhraseIndex() }
  for (const rule of sources) {
    for (const phrase of rule.phrases) {
      const tokens = read(phrase)
      index.byWord.add(
        tokens.map(({ lower }) => lower),
        rule,
      )
      index.byLemma.add(
        tokens.map(({ lemma }) => lemma),
        rule,
      )
    }
  }
  return index
}

function findPhrases(
  tokens: readonly Token[],
  { byWord, byLemma }: Sources,
): Pick<NewsroomReading, 'withheld' | 'knowledge'> {
  const found = { withheld: [] as FoundPhrase[], knowledge: [] as FoundPhrase[] }
  for (let at = 0; at < tokens.length; at += 1) {
    const all = [...byWord.at(place => tokens[place]?.lower, at), ...byLemma.at(place => tokens[place]?.lemma, at)]
    const longest = all.toSorted((a, b) => a.end - b.end).at(-1)
    if (longest === undefined) continue
    const { end: endToken, value } = longest
    const { id: rule, reason, anonymous, says } = value
    const { start } = tokens[at] as Token
    const { end } = tokens[endToken - 1] as Token
    found[says].push({ firstToken: at, endToken, start, end, rule, reason, anonymous })
    at = endToken - 1
  }
  return found
}
