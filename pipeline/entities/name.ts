import type { Token } from '../../src/domain/layers.ts'

/** A name as it stands in the text. Token indexes, half-open. */
export interface Name {
  /** First token of the mention: title and nationality included. */
  readonly from: number
  /** First token of the name itself. */
  readonly nameFrom: number
  readonly to: number
  /** Whether only its place gives it a capital: at a sentence's start, in a headline. */
  readonly initial: boolean
  /** A title that stands for its holder ("the President"): there is no name in it. */
  readonly office: boolean
  /** Lies within a name as whom that is named after: a person. */
  readonly namesake?: true
  /** Lies within another name: "Sheffield" in "University of Sheffield". */
  readonly nested: boolean
}

/** The words of a name in lower case, without points and a trailing genitive: what equal names have in common. */
export function keyOf(tokens: readonly Token[], { nameFrom, to }: Pick<Name, 'nameFrom' | 'to'>): string {
  let key = ''
  for (let i = nameFrom; i < to; i += 1) {
    const token = tokens[i] as Token
    if (i > nameFrom && (tokens[i - 1] as Token).end < token.start) key += ' '
    key += token.lower
  }
  return key.includes('.') && key.length > 2 ? key.replaceAll(/(?<=\b\p{L})\./gu, '') : key
}
