import type { Vote } from './ask-readability.ts'
import { leaveOut, type Reasons } from './furniture/reasons.ts'
import { attributeOf, type MarkupElement } from './html/markup-node.ts'
import { isProse, isShortSentence, proseOf, sumByElement, worthOf } from './html/prose.ts'
import type { Block } from './html/read-blocks.ts'
import { FLOW } from './html/vocabulary.ts'
import { leaveOutNextArticles, leaveOutTeasers } from './other-articles.ts'

/** What running text counts that Readability does not take for the article's: beside it, and elsewhere on the page. */
const OUTVOTED = 0.6
const ELSEWHERE = 0.2
/** Running text, in characters, that Readability must have found to be believed about the rest, and the share that tells where. */
const BELIEVED = 500
const MOSTLY = 0.75

/**
 * The blocks that belong to a page's article: those in the element that holds most running text and least else, but for what
 * is neither running text nor stands in its flow.
 */
export function blocksOfArticle(all: readonly Block[], vote: Vote, title: string, reasons: Reasons): readonly Block[] {
  const blocks = leaveOutNextArticles(all, title, reasons)
  const isVoted = ({ path }: Block) => vote.elements.has(path.at(-1) as MarkupElement)
  const place = findVotedPlace(blocks, isVoted)
  const worths = sumByElement(blocks, block => {
    const worth = worthOf(block)
    if (vote.elements.size === 0) return worth
    // A list of links that Readability takes for the article's is no reason to look elsewhere.
    if (isVoted(block)) return Math.max(worth, 0)
    if (worth <= 0) return worth
    return worth * (place === null || block.path.includes(place) ? OUTVOTED : ELSEWHERE)
  })
  const found = findContainer(worths) ?? findPoorContainer(blocks.filter(isInArticle))
  if (found === null) return []
  const container = placeOf(found, blocks)
  const inside = leaveOutTeasers(
    blocks.filter(({ path }) => path.includes(container)),
    reasons,
  )
  const branches = leaveOutBranches(inside, container, isVoted, reasons)
  const kept = leaveOutLooseHeadings(keepFlow(branches, isVoted, reasons), reasons)
  return [...findLead(blocks, kept), ...kept]
}

function isInArticle({ path }: Block): boolean {
  return path.some(({ nodeName }) => nodeName === 'article' || nodeName === 'main')
}

/** Only where nothing else is found are paragraphs that are links from end to end an article, and then a few words. */
function findPoorContainer(blocks: readonly Block[]): MarkupElement | null {
  return (
    findContainer(sumByElement(blocks, unlinkedWorthOf)) ??
    findContainer(
      sumByElement(blocks, ({ text, linked }) => (linked === 0 && isShortSentence(text) ? text.length : -1)),
    )
  )
}

function unlinkedWorthOf(block: Block): number {
  return worthOf({ ...block, linked: isProse(block.text) ? 0 : block.linked })
}

/** The innermost element with most of the running text that Readability found, if that is enough to go by. */
function findVotedPlace(blocks: readonly Block[], isVoted: (block: Block) => boolean): MarkupElement | null {
  const proses = sumByElement(blocks, block => (isVoted(block) ? proseOf(block) : 0))
  const all = Math.max(0, ...proses.values().take(1))
  return all < BELIEVED ? null : ([...proses].findLast(([, prose]) => prose >= MOSTLY * all)?.[0] ?? null)
}

/** The element worth most; of several the innermost. */
function findContainer(worths: ReadonlyMap<MarkupElement, number>): MarkupElement | null {
  let best: MarkupElement | null = null
  let most = 0
  // Paths run from the root inwards, so of elements that hold the same words the last is the innermost.
  for (const [element, worth] of worths) {
    if (worth < most || worth <= 0) continue
    most = worth
    best = element
  }
  return best
}

/** Where one paragraph is all, lines beside it are too short to count and may be the article's: the element that it stands in. */
function placeOf(found: MarkupElement, blocks: readonly Block[]): MarkupElement {
  if (!FLOW.has(found.nodeName)) return found
  const path = blocks.find(block => block.path.includes(found))?.path ?? []
  const place = path[path.indexOf(found) - 1]
  return place === undefined || place.nodeName === 'body' ? found : place
}

/** Blocks between headline and text that are looked at for a standfirst. */
const LEAD_BLOCKS = 12

/** The standfirst: running text without links that stands between the headline and the rest. */
function findLead(blocks: readonly Block[], kept: readonly Block[]): readonly Block[] {
  const start = kept[0] === undefined ? 0 : blocks.indexOf(kept[0])
  const before = blocks.slice(Math.max(0, start - LEAD_BLOCKS), start)
  const headline = before.findLastIndex(({ path }) => path.at(-1)?.nodeName === 'h1')
  if (headline === -1) return []
  const lead = before.slice(headline + 1).filter(({ text, linked }) => isProse(text) && linked === 0)
  return lead.length > 2 ? [] : lead
}

/** Share of the text inside that Readability must know for its silence about the rest to count. */
const KNOWN = 0.6

/** Leaves out the branches of the container that Readability knows nothing of and that are set in another way. */
function leaveOutBranches(
  blocks: readonly Block[],
  container: MarkupElement,
  isVoted: (block: Block) => boolean,
  reasons: Reasons,
): readonly Block[] {
  const branchOf = ({ path }: Block) => path[path.indexOf(container) + 1]
  const branches = new Set<MarkupElement | undefined>()
  const kinds = new Set<string>()
  let [known, all] = [0, 0]
  for (const block of blocks) {
    const prose = proseOf(block)
    all += prose
    if (!isVoted(block)) continue
    known += prose
    branches.add(branchOf(block))
    if (prose > 0) kinds.add(kindOf(block))
  }
  if (known < KNOWN * all) return blocks
  return leaveOut(blocks, reasons, block => {
    const isKept = branches.has(branchOf(block)) || kinds.has(kindOf(block)) || block.path.at(-1) === branchOf(block)
    return isKept ? null : 'box beside the text'
  })
}

/**
 * Running text, and what stands beside it: quotations, lists, subheadings, lines set in the same kind of element. What is
 * neither is a label, a date or a button.
 */
function keepFlow(blocks: readonly Block[], isVoted: (block: Block) => boolean, reasons: Reasons): readonly Block[] {
  const parents = new Set<MarkupElement>()
  const kinds = new Set<string>()
  for (const block of blocks) {
    const own = block.path.at(-1) as MarkupElement
    if (!isProse(block.text) && !(own.nodeName === 'p' && isVoted(block))) continue
    kinds.add(kindOf(block))
    const parent = block.path.at(-2)
    if (own.nodeName === 'p' && parent !== undefined) parents.add(parent)
  }
  const firstHeadings = blocks.filter(({ path }) => path.at(-1)?.nodeName === 'h1').length
  return leaveOut(blocks, reasons, block => {
    const own = block.path.at(-1) as MarkupElement
    if (own.nodeName === 'h1') return firstHeadings > 2 ? null : 'headline'
    if (isProse(block.text) || isVoted(block)) return null
    if (block.path.some(({ nodeName }, i) => FLOW.has(nodeName) && parents.has(block.path[i - 1] as MarkupElement)))
      return null
    return kinds.has(kindOf(block)) ? null : 'line beside the text'
  })
}

/** Name and class of what a block stands in: templates set all paragraphs of an article alike. */
function kindOf({ path }: Block): string {
  return path
    .slice(-2)
    .map(element => `${element.nodeName} ${attributeOf(element, 'class')?.slice(0, 200) ?? ''}`)
    .join('>')
}

/** Subheadings that no text follows head what was left out. */
function leaveOutLooseHeadings(blocks: readonly Block[], reasons: Reasons): readonly Block[] {
  const last = blocks.findLastIndex(({ path }) => !path.some(({ nodeName }) => /^h[1-6]$/.test(nodeName)))
  return leaveOut(blocks, reasons, (_, index) => (index > last ? 'heading without text' : null))
}
