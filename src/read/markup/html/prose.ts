import type { MarkupElement } from './markup-node.ts'
import type { Block } from './read-blocks.ts'

const SENTENCE_END = /[.!?…:;。！？][\]"”’'»)*]*$/u
const INNER_END = /[.!?。！？]["”’')\]»]*(?:\s+["“‘'([«]*\p{Lu}|$)/u
/** A space between words, or the marks of scripts that have none. */
const HAS_WORDS = /\S\s+\S|[。、！？।]/u
/** Shortest run of words that is taken for a sentence, in UTF-16 units, and for one that ends without a mark. */
const SHORTEST = 25
const SHORTEST_OPEN = 120

/** Whether a block reads as running text: it ends like a sentence, or is long and holds the end of one. */
export function isProse(text: string): boolean {
  if (text.length >= SHORTEST && SENTENCE_END.test(text.slice(-20)) && HAS_WORDS.test(text)) return true
  return text.length >= SHORTEST_OPEN && INNER_END.test(text.slice(0, 2000))
}

/** Whether a block is a sentence, however short: three words and an end. */
export function isShortSentence(text: string): boolean {
  return /[.!?…]["”’')\]]*$/u.test(text) && /\S\s+\S+\s+\S/.test(text)
}

/** How many characters of running text outside links a block holds. */
export function proseOf({ text, linked }: Pick<Block, 'text' | 'linked'>): number {
  return isProse(text) ? Math.max(0, text.length - linked) : 0
}

/** What a block tells for or against the elements that it stands in being the article's. */
export function worthOf(block: Block): number {
  const { text, linked } = block
  if (isProse(text)) return Math.max(text.length - 1.5 * linked, -linked / 2) - 20
  return -5 - Math.min(linked, 200)
}

/** The sum of a measure of blocks below each element that any of them stands in. */
export function sumByElement(
  blocks: readonly Block[],
  measure: (block: Block) => number,
): ReadonlyMap<MarkupElement, number> {
  const sums = new Map<MarkupElement, number>()
  for (const block of blocks) {
    const value = measure(block)
    for (const element of block.path) sums.set(element, (sums.get(element) ?? 0) + value)
  }
  return sums
}
