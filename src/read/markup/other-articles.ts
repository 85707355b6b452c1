import { leaveOut, type Reasons } from './furniture/reasons.ts'
import { attributeOf, elementsOf, type MarkupElement } from './html/markup-node.ts'
import { isProse, proseOf, sumByElement } from './html/prose.ts'
import type { Block } from './html/read-blocks.ts'

/** Running text, in characters, that stands with a headline for it to be that of an article and not the name of the page. */
const LEAST_ARTICLE = 250

/**
 * Leaves out the whole articles that a page shows beside its own, as it does for readers who scroll on: what stands with a
 * further first headline, apart from that of the page and set in the same way.
 *
 * @param title what the page says that its article is called; without words when it says nothing
 */
export function leaveOutNextArticles(blocks: readonly Block[], title: string, reasons: Reasons): readonly Block[] {
  const headlines = blocks.filter(isFirstHeadline)
  if (headlines.length < 2) return blocks
  const proses = sumByElement(blocks, proseOf)
  // Which of them is the page's own cannot be told from their order: some pages begin with what they promote.
  const own = headlines.find(({ text }) => isTitle(text, title))
  if (own === undefined) return blocks
  const others = new Set<MarkupElement>()
  for (const headline of headlines) {
    if (isTitle(headline.text, title)) continue
    const apart = headline.path.findIndex((element, i) => element !== own.path[i])
    const ours = own.path[apart]
    const theirs = headline.path.slice(apart).find(isArticle) ?? headline.path[apart]
    if (theirs === undefined || ours === undefined) continue
    if ([theirs, ours].some(element => (proses.get(element) ?? 0) < LEAST_ARTICLE)) continue
    // Parts of one article may be set alike too, each with its headline.
    if (isArticle(theirs) || (isAlike(theirs, ours) && !headline.path.slice(0, apart).some(isArticle)))
      others.add(theirs)
  }
  if (others.size === 0) return blocks
  return leaveOut(blocks, reasons, ({ path }) => (path.some(element => others.has(element)) ? 'another article' : null))
}

/** Share of a headline's words that its title has: search engines get other titles than readers. */
const SAME_TITLE = 0.5
const LEAST_WORDS = 3

function isTitle(text: string, title: string): boolean {
  const words = wordsOf(text)
  return words.size >= LEAST_WORDS && words.intersection(wordsOf(title)).size >= SAME_TITLE * words.size
}

function wordsOf(line: string): ReadonlySet<string> {
  return new Set(
    line
      .slice(0, 500)
      .toLowerCase()
      .match(/[\p{L}\p{N}]{2,}/gu),
  )
}

function isFirstHeadline({ path }: Block): boolean {
  return path.some(({ nodeName }) => nodeName === 'h1')
}

function isArticle({ nodeName }: MarkupElement): boolean {
  return nodeName === 'article'
}

function isAlike(one: MarkupElement, other: MarkupElement): boolean {
  const name = attributeOf(one, 'class')
  return one.nodeName === other.nodeName && name !== null && name === attributeOf(other, 'class')
}

/** Blocks of a box that points to another article: its headline, a kicker, a summary, a time. */
const LARGEST_TEASER = 4
/** Share of the running text that pointers may have; entries of a live blog and parts of a list have more. */
const MOST_TEASED = 0.3

/**
 * Leaves out boxes that point to other articles: a headline that is a link, with a summary, or an `article` inside the article that has
 * no running text.
 */
export function leaveOutTeasers(blocks: readonly Block[], reasons: Reasons): readonly Block[] {
  const articles = new Set(blocks.flatMap(({ path }) => path.filter(isArticle)))
  if (articles.size < 2 && !blocks.some(block => headingOf(block) !== undefined && isLinkOnly(block))) return blocks
  const counts = sumByElement(blocks, () => 1)
  const proses = sumByElement(blocks, proseOf)
  const all = Math.max(0, ...proses.values().take(1))
  const teasers = new Set<MarkupElement>()
  const anchored = new Map<MarkupElement, boolean>()
  for (const block of blocks) {
    const bare = block.path.find(element => isArticle(element) && proses.get(element) === 0)
    if (bare !== undefined && all > 0) teasers.add(bare)
    const heading = headingOf(block)
    if (heading === undefined || !isLinkOnly(block)) continue
    if (!anchored.has(heading)) anchored.set(heading, isAnchored(heading))
    if (anchored.get(heading) === true) continue
    const box = block.path.find(element => (counts.get(element) ?? 0) <= LARGEST_TEASER)
    if (box !== undefined && (counts.get(box) ?? 0) > 1) teasers.add(box)
  }
  const teaserOf = ({ path }: Block) => path.find(element => teasers.has(element))
  const teased = blocks.reduce((sum, block) => sum + (teaserOf(block) === undefined ? 0 : proseOf(block)), 0)
  if (teasers.size === 0 || teased > MOST_TEASED * all) return blocks
  return leaveOut(blocks, reasons, block => (teaserOf(block) === undefined ? null : 'related links'))
}

function headingOf({ path }: Block): MarkupElement | undefined {
  return path.find(({ nodeName }) => /^h[2-6]$/.test(nodeName))
}

function isLinkOnly({ text, linked }: Block): boolean {
  return linked >= text.replace(/\s/g, '').length * 0.8 && !isProse(text)
}

/** Whether it is a link to itself, by which readers can point to it. */
function isAnchored(heading: MarkupElement): boolean {
  return elementsOf(heading).some(element => attributeOf(element, 'href')?.startsWith('#') === true)
}
