import type { CodePointText } from '../../domain/text/code-point-text.ts'
import { CodePointOffsets } from '../../domain/text/code-points.ts'

/** A token as Prodigy and spaCy have it, in code points. */
export interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
  /** Its number in the text, from 0. */
  readonly id: number
  /** Whether a single space follows, which is part of no token. */
  readonly ws: boolean
}

/**
 * Cuts a text into words, marks and white space, and wherever else there is a border. Tokens with their spaces give the
 * whole text again, so every other white space is a token.
 *
 * @param borders offsets in code points at which a token has to end, of spans say
 */
export function cutIntoTokens(text: CodePointText, borders: readonly number[]): Token[] {
  const all = text.slice({ start: 0, end: text.length })
  const offsets = new CodePointOffsets(all)
  const cuts = new Set(borders.filter(border => border > 0 && border < text.length))
  for (const { index } of all.matchAll(/(?:[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s])/gu)) cuts.add(offsets.at(index))
  cuts.add(text.length)
  cuts.delete(0)
  const tokens: Token[] = []
  let start = 0
  for (const end of [...cuts].sort((a, b) => a - b)) {
    const words = text.slice({ start, end })
    const former = tokens.at(-1)
    if (former !== undefined && words.startsWith(' ') && !former.ws && !/^\s/.test(former.text)) {
      tokens[tokens.length - 1] = { ...former, ws: true }
      if (end - start > 1) tokens.push({ text: words.slice(1), start: start + 1, end, id: tokens.length, ws: false })
    } else tokens.push({ text: words, start, end, id: tokens.length, ws: false })
    start = end
  }
  return tokens
}
