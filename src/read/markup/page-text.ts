import type { LeftOutPassage } from '../../domain/articles/left-out.ts'
import { readWrittenDate } from '../dates/written-date.ts'
import type { ReadLimits } from '../limits/limits.ts'
import { askReadability, type Vote } from './ask-readability.ts'
import { blocksOfArticle } from './find-article.ts'
import { furnitureOf, type Masses, NEVER_SHOWN, weigh } from './furniture/furniture.ts'
import { CAPTION } from './furniture/furniture-names.ts'
import { isInvitation } from './furniture/invitations.ts'
import { labelOf } from './furniture/labels.ts'
import { type PassedOver, type Rest, readSeen } from './furniture/left-out-passages.ts'
import { leaveOutPromotion } from './furniture/promotion.ts'
import type { Reasons } from './furniture/reasons.ts'
import { setOffSignatures } from './furniture/signatures.ts'
import type { MarkupElement } from './html/markup-node.ts'
import { parsePage } from './html/parse-html.ts'
import { proseOf } from './html/prose.ts'
import { type Block, readBlocks } from './html/read-blocks.ts'
import { compareBodies, findIn, sentencesBeyond } from './linked-body.ts'

/** What a page shows, before it is held against what it says of itself. */
export interface ShownText {
  /** All blocks that are shown, furniture too. */
  readonly all: readonly Block[]
  /** Those of the article. */
  readonly article: readonly Block[]
  readonly vote: Vote
  /** What else was read. */
  readonly rest: Rest
}

/** Running text, in characters, below which a page is read once more as it shows without scripts, and how much more that must give. */
const LITTLE = 250
const MUCH_MORE = 3

/**
 * The text of a page as readers see it; where that is next to nothing, with what waits for a script to show it.
 *
 * @param title what its metadata call it
 */
export function readShownText(page: MarkupElement, html: string, title: string, limits: ReadLimits): ShownText {
  setOffSignatures(page)
  const article = readText(page, title, weigh(page))
  const shown = isGallery(article) ? readText(page, title, weigh(page, { captions: true })) : article
  const prose = amountOf(shown)
  if (prose >= LITTLE) return shown
  // Elements for readers without scripts are text until they are parsed as such.
  const isWritten = /<noscript\b/i.test(html)
  const unscripted = isWritten ? parsePage(html, limits, { scripting: false }) : page
  if (isWritten) setOffSignatures(unscripted)
  const revealed = readText(unscripted, title, weigh(unscripted, { unscripted: true }))
  return amountOf(revealed) > Math.max(MUCH_MORE * prose, LITTLE / MUCH_MORE) ? revealed : shown
}

function readText(page: MarkupElement, title: string, masses: Masses): ShownText {
  const vote = askReadability(page, masses)
  const passed: PassedOver[] = []
  const blocks = readBlocks(page, {
    isLeftOut(element, isInParagraph, before) {
      const reason = furnitureOf(element, isInParagraph, page, masses)
      if (reason !== null && reason !== NEVER_SHOWN) passed.push({ element, reason, before })
      return reason !== null
    },
  })
  const reasons: Reasons = new Map()
  const article = leaveOutPromotion(blocksOfArticle(blocks, vote, title, reasons), reasons)
  return { all: masses.blocks, article, vote, rest: { blocks, passed, reasons } }
}

/** Captions that are text, the shortest of them in characters, and how many make a gallery. */
const LEAST_CAPTION = 60
const LEAST_PICTURES = 3

/** Whether a page tells its story in the captions of its pictures. */
function isGallery(shown: ShownText): boolean {
  const captions = shown.rest.passed
    .filter(({ reason }) => reason === CAPTION)
    .map(({ element }) => readSeen(element).reduce((sum, block) => sum + proseOf(block), 0))
    .filter(prose => prose >= LEAST_CAPTION)
  return captions.length >= LEAST_PICTURES && captions.reduce((sum, prose) => sum + prose, 0) > amountOf(shown)
}

function amountOf({ article }: ShownText): number {
  return article.reduce((sum, block) => sum + proseOf(block), 0)
}

/** Share of the linked data's text that the page's must have to be taken for the same. */
const SAME = 0.9
/** Below this share they are about something else. */
const OTHER = 0.3
/** How much longer the linked data's must be to be fuller: it often runs captions and buttons into the text. */
const FULLER = 1.2
/** Words of linked data that make a text and no summary. */
const LEAST = 25

/** The paragraphs that are kept, with the warning that they need. */
export interface KeptText {
  readonly paragraphs: readonly string[]
  readonly warning: string | null
  /** What the other of two texts that disagree had more. */
  readonly more: readonly LeftOutPassage[]
}

/**
 * Holds what a page shows against the text of its linked data: blocks that were taken for furniture are of the article where
 * the linked data has them, and of two texts that still disagree the fuller one is kept.
 */
export function reconcile({ all, article }: ShownText, linked: readonly string[]): KeptText {
  const textsOf = (blocks: readonly Block[]) => blocks.map(({ text }) => text)
  const shown = textsOf(article)
  if (linked.length === 0) return { paragraphs: shown, warning: null, more: [] }
  const first = compareBodies(shown, linked)
  if (first.covered >= SAME || first.linked < LEAST) return { paragraphs: shown, warning: null, more: [] }
  const isLinked = findIn(linked)
  const kept = new Set(shown)
  const isText = (text: string) => isLinked(text) && !isInvitation(text) && labelOf(text) === null
  const paragraphs = textsOf(all).filter(text => kept.has(text) || isText(text))
  const second = compareBodies(paragraphs, linked)
  if (second.covered >= SAME) return { paragraphs, warning: null, more: [] }
  const better = second.covered > first.covered ? { texts: paragraphs, ...second } : { texts: shown, ...first }
  if (better.linked > FULLER * better.shown || better.covered < OTHER) {
    const warning = 'its text is that of the page’s linked data: the page shows less of it'
    const more = shown.filter(text => !isLinked(text)).map(text => ({ reason: 'only shown', text }))
    return { paragraphs: linked, warning, more }
  }
  const warning = 'the page’s linked data has text that the page does not show'
  const more = sentencesBeyond(linked, better.texts).map(text => ({ reason: 'only in the linked data', text }))
  return { paragraphs: better.texts, warning, more }
}

/** Blocks around the beginning and the end of the text that may show when it was published, and the longest of them. */
const AROUND = 12
const AFTER = 3
const LONGEST_DATE_LINE = 90

/** The day that a line above the text, or else right below it, gives, as it is written there. */
export function findShownDay({ all, article }: ShownText): string | null {
  const [first, last] = [article[0]?.text, article.at(-1)?.text]
  const start = all.findIndex(({ text }) => text === first)
  const end = all.findLastIndex(({ text }) => text === last)
  if (start === -1) return null
  for (const { text } of [
    ...all.slice(Math.max(0, start - AROUND), start + AFTER),
    ...all.slice(end + 1, end + AFTER),
  ]) {
    if (text.length > LONGEST_DATE_LINE || /©|copyright|updated|modified/iu.test(text)) continue
    const day = readWrittenDate(text)
    if (day !== null) return day
  }
  return null
}
