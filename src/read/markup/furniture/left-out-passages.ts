import type { LeftOutPassage } from '../../../domain/articles/left-out.ts'
import { type MarkupElement, openingWordsOf } from '../html/markup-node.ts'
import { type Block, readBlocks } from '../html/read-blocks.ts'
import { NEVER_TEXT } from '../html/vocabulary.ts'
import type { Reasons } from './reasons.ts'

/** An element that was passed over with all it holds. */
export interface PassedOver {
  readonly element: MarkupElement
  readonly reason: string
  /** Blocks that end before it. */
  readonly before: number
}

/** What a page shows apart from its article, beside what stands for no reader. */
export interface Rest {
  /** Blocks that were read, of the article or not. */
  readonly blocks: readonly Block[]
  readonly passed: readonly PassedOver[]
  readonly reasons: Reasons
}

const ELSEWHERE = 'elsewhere on the page'
/** A passage is not built longer, in characters: menus and threads of comments have no end. */
const LONGEST = 2000
/** Whose lines are of no interest one by one, and can be very many. */
const MENUS: ReadonlySet<string> = new Set(['footer', 'navigation'])
/** Elements whose words a reader sees, though they are never of the article. */
const SEEN: ReadonlySet<string> = new Set([
  'aside',
  'caption',
  'dialog',
  'figcaption',
  'footer',
  'form',
  'nav',
  'noscript',
])

/**
 * What was left out, in the order of the page; neighbours of a kind are one passage.
 *
 * @param kept texts that are not lost, such as paragraphs and the title
 */
export function collectLeftOut(
  { blocks, passed, reasons }: Rest,
  kept: ReadonlySet<string>,
): readonly LeftOutPassage[] {
  const passages: { reason: string; lines: string[]; length: number }[] = []
  const add = (reason: string, text: string) => {
    if (kept.has(text) || !/[\p{L}\p{N}]/u.test(text)) return
    let last = passages.at(-1)
    if (last === undefined || last.reason !== reason) {
      last = { reason, lines: [], length: 0 }
      passages.push(last)
    }
    if (last.length <= LONGEST) last.lines.push(text)
    last.length += text.length
  }
  let next = 0
  for (let index = 0; index <= blocks.length; index += 1) {
    for (; next < passed.length && (passed[next] as PassedOver).before <= index; next += 1) {
      const { element, reason } = passed[next] as PassedOver
      const lines = MENUS.has(reason) ? [openingWordsOf(element, LONGEST)] : readSeen(element).map(({ text }) => text)
      for (const text of lines) add(reason, text)
    }
    const block = blocks[index]
    if (block !== undefined) add(reasons.get(block) ?? ELSEWHERE, block.text)
  }
  return passages.map(({ reason, lines }) => ({ reason, text: lines.join('\n') }))
}

/** The blocks of what was passed over, as a reader sees them. */
export function readSeen(element: MarkupElement): readonly Block[] {
  return readBlocks(element, { isLeftOut: ({ nodeName }) => NEVER_TEXT.has(nodeName) && !SEEN.has(nodeName) })
}
