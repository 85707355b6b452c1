import type { Block } from '../html/read-blocks.ts'

/** Why blocks were left out of an article, those of which it is known. */
export type Reasons = Map<Block, string>

/**
 * The blocks that stay.
 *
 * @param reasonOf why a block is left out, in a few words, the same for all of a kind; null when it stays
 */
export function leaveOut(
  blocks: readonly Block[],
  reasons: Reasons,
  reasonOf: (block: Block, index: number) => string | null,
): readonly Block[] {
  return blocks.filter((block, index) => {
    const reason = reasonOf(block, index)
    if (reason !== null) reasons.set(block, reason)
    return reason === null
  })
}
