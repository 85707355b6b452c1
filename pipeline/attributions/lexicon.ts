import { readFileSync } from 'node:fs'

/** Word lists of `lexicon/`: one lemma or lemma phrase a line, sorted; the file's name is the list's name. */
export const LEXICON_NAMES = [
  'addressee',
  'as-object',
  'bare-clause',
  'hearsay-adverb',
  'impersonal',
  'indirect-question',
  'infinitive',
  'naming',
  'nominal',
  'object',
  'order',
  'passive-as',
  'passive-infinitive',
  'prepositional',
  'refusal',
  'source-head',
  'speech',
  'that-clause',
] as const
export type LexiconName = (typeof LEXICON_NAMES)[number]

/** Reads one word list; every entry is lower case. Throws when the file is missing, which is a broken installation. */
export function readLexicon(name: LexiconName): readonly string[] {
  const lines = readFileSync(new URL(`./lexicon/${name}.txt`, import.meta.url), 'utf8').split('\n')
  return lines.map(line => line.trim()).filter(line => line !== '')
}

export const LEXICON: Readonly<Record<LexiconName, ReadonlySet<string>>> = Object.fromEntries(
  LEXICON_NAMES.map(name => [name, new Set(readLexicon(name))]),
) as unknown as Record<LexiconName, ReadonlySet<string>>
