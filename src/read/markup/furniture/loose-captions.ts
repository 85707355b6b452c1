import { elementsOf, type MarkupElement } from '../html/markup-node.ts'
import { isProse } from '../html/prose.ts'
import type { Block } from '../html/read-blocks.ts'

/** Longest line below a picture that is taken for its caption, in UTF-16 units: what is longer may be text without its last mark. */
const LONGEST = 120

/** Where a greater share of the blocks stands below pictures, these lines are what the page tells. */
const MOST = 0.2

/**
 * Tells which lines are captions though they are set as paragraphs: a line right below a picture that is no sentence. Bold lines
 * and lines in capitals are subheadings, a colon leads to what follows.
 */
export function findLooseCaptions(blocks: readonly Block[]): ReadonlySet<Block> {
  const bold = new Map<MarkupElement, boolean>()
  const hasBold = (element: MarkupElement): boolean => {
    const known =
      bold.get(element) ?? elementsOf(element).some(({ nodeName }) => nodeName === 'b' || nodeName === 'strong')
    bold.set(element, known)
    return known
  }
  const found = new Set(
    blocks.filter(({ text, path, afterPicture }) => {
      const own = path.at(-1)
      if (!afterPicture || own === undefined || (own.nodeName !== 'p' && own.nodeName !== 'div')) return false
      if (text.length > LONGEST || isProse(text) || /[:.!?…]["”’')\]]*$/u.test(text)) return false
      return text !== text.toUpperCase() && !hasBold(own)
    }),
  )
  return found.size > MOST * blocks.length ? new Set() : found
}
