import { type ReadLimits, tooLargePage } from '../limits/limits.ts'
import { withinTime } from '../limits/within-time.ts'
import { furnitureOf, weigh } from './furniture/furniture.ts'
import { leaveOutPromotion } from './furniture/promotion.ts'
import { setOffSignatures } from './furniture/signatures.ts'
import { parsePiece } from './html/parse-html.ts'
import { joinBlocks, readBlocks } from './html/read-blocks.ts'

/** Whether a text is a piece of a web page rather than plain text that mentions an element. */
export function looksLikeMarkup(text: string): boolean {
  const opening = text.slice(0, 1000)
  if (/^\s*<(?:!doctype|html|body|article|section|div|p|h[1-6]|ul|ol|blockquote|figure|span|br|img)\b/i.test(opening))
    return true
  return /<\/p>|<p>|<br ?\/?>/i.test(text.slice(0, 20_000))
}

/**
 * The text of a piece of a web page that holds one article and little else, such as the body of a feed's item.
 *
 * @throws Unreadable when it exceeds a limit
 */
export function readFragment(html: string, limits: ReadLimits): string {
  if (html.length > limits.maxPageBytes) throw tooLargePage(limits.maxPageBytes)
  return withinTime(limits.timeoutMs, () => {
    const root = parsePiece(html, limits)
    setOffSignatures(root)
    const masses = weigh(root)
    const blocks = readBlocks(root, {
      isLeftOut: (element, isInParagraph) => furnitureOf(element, isInParagraph, root, masses) !== null,
    })
    return joinBlocks(leaveOutPromotion(blocks))
  })
}
