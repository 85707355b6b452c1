import type { TokensLayer } from '../../../../src/domain/layers.ts'
import type { Span } from '../../../../src/domain/span.ts'
import { paragraphAt } from '../../../positions/paragraph-search.ts'
import type { UnlinkedAttribution } from '../../found.ts'

/** A mark that closes nothing, before words. */
const LEADING = /^[”»]\s+(?=\S)/u
/** The same behind words, with the full stop before it. */
const TRAILING = /(?<=[\p{L}\p{N}])[.,]?”$/u
/** A closing mark before a word opens, too. */
const OPENING = /["“„]|(?:^|\s)”(?=\S)/u

/** Contents without a closing mark whose opening one is nowhere before it in the paragraph. */
export function withoutStrayMarks(
  text: string,
  { paragraphs }: Pick<TokensLayer, 'paragraphs'>,
  one: UnlinkedAttribution,
): UnlinkedAttribution {
  const content = one.content.map((span): Span => {
    const words = text.slice(span.start, span.end)
    const [leading = ''] = LEADING.exec(words) ?? []
    if (leading !== '') return { start: span.start + leading.length, end: span.end }
    const [trailing = ''] = TRAILING.exec(words.slice(-4)) ?? []
    const from = paragraphAt(paragraphs, span.start)?.start ?? span.start
    return trailing === '' || OPENING.test(text.slice(from, span.end))
      ? span
      : { ...span, end: span.end - trailing.length }
  })
  return content.every((span, i) => span === one.content[i]) ? one : { ...one, content }
}
