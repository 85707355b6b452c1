import { readWordList } from '../word-list.ts'

/** Word lists of `lexicon/`: one lemma or lemma phrase a line, sorted; the file's name is the list's name. */
export const LEXICON_NAMES = [
  'addressee',
  'as-object',
  'bare-clause',
  'hearer',
  'hearsay-adverb',
  'impersonal',
  'indirect-question',
  'infinitive',
  'manner',
  'message',
  'naming',
  'nominal',
  'object',
  'order',
  'passive-as',
  'passive-infinitive',
  'plain-speech',
  'prepositional',
  'refusal',
  'source-head',
  'speech',
  'that-clause',
  'wordless',
] as const
export type LexiconName = (typeof LEXICON_NAMES)[number]

/** Every word list by name; entries are lower case. */
export const LEXICON: Readonly<Record<LexiconName, ReadonlySet<string>>> = Object.fromEntries(
  LEXICON_NAMES.map(name => [name, readWordList(new URL(`./lexicon/${name}.txt`, import.meta.url))]),
) as unknown as Record<LexiconName, ReadonlySet<string>>
