import type { Pos } from '../../../../src/domain/labels.ts'

const GROUPS = [
  ['that'], ['to'], ['if', 'whether'], ['who', 'whom', 'which', 'whose'], ['what', 'how', 'why', 'where', 'when'], [','], ['.', '!', '?'],
  [';', ':', '--', '—', '–'], ['and', 'or'], ['but'], ['"', '“', '”', "''", '``', "'"], ['(', ')'], ['of'],
  ['in', 'on', 'at', 'by', 'from'], ['for', 'with', 'about', 'against'], ['as', 'like'], ['because', 'while', 'after', 'before', 'since', 'although', 'though'],
  ['not', "n't"], ["'s"], ['the', 'a', 'an'],
] // biome-ignore format: a table reads better unbroken
const WORD_CLASSES = new Map(GROUPS.flatMap((words, i) => words.map(word => [word, i + 1] as const)))
const POS_ORDER: readonly Pos[] = ['PRON', 'PROPN', 'NOUN', 'ADJ', 'NUM', 'DET', 'VERB', 'AUX', 'ADV', 'ADP', 'PART', 'SCONJ', 'CCONJ'] // biome-ignore format: one line is enough
const POS_CLASSES = new Map(POS_ORDER.map((pos, i) => [pos, GROUPS.length + 2 + i] as const))
const ANYTHING_ELSE = GROUPS.length + 2 + POS_ORDER.length

/** A small ordinal for a word (lower case): its function word group or its part of speech. Never 0. */
export function wordClassOf(lower: string, pos: Pos): number {
  return WORD_CLASSES.get(lower) ?? POS_CLASSES.get(pos) ?? ANYTHING_ELSE
}
