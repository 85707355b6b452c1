import { reasonOfForm } from '../../plain/surroundings/form-of.ts'
import type { MarkupElement } from '../html/markup-node.ts'
import type { Block } from '../html/read-blocks.ts'
import { CAPTION } from './furniture-names.ts'
import { leaveOutInvitations } from './invitations.ts'
import { labelOf } from './labels.ts'
import { findLooseCaptions } from './loose-captions.ts'
import { leaveOut, type Reasons } from './reasons.ts'

/** How a line begins that leads away from the article. */
const LEADS_AWAY =
  /^(?:also read|don[’']t miss|further reading|listen|more (?:from|on|about)\b.{0,60}|must read|read (?:also|more|next|now|this)|recommended|related(?: (?:articles?|content|coverage|links?|news|posts?|reading|stories|story|topics?))?|see also|sign up|watch(?: more| now)?|you (?:may|might) also like)\s*(?:[:|»>–—-]|$)/iu
/** What heads lists of other articles. */
const HEADS_OTHERS =
  /^(?:(?:recommended|related|trending|popular|latest|more|top|featured|other|most (?:read|popular|viewed|commented))\b(?: (?:now|from|in|on|for you|articles?|stories|story|videos?|news|posts?|reading|reads?|links?|topics?|content)\b.{0,40})?|up next|read next|what to read next|editor[’']?s[’']? picks?|in (?:this|other) (?:section|news)|keep reading|we recommend|around the web|from the web|more like this|(?:you )?(?:may|might) (?:also )?(?:like|have missed)|in case you missed it)\s*:?$/iu
/** The page's own legal line, where its template puts it below the last paragraph. */
const LEGAL = /^(?:©|\(c\) \d|copyright (?:©|\(c\)|\d)).{0,300}$|^.{0,200}\ball rights reserved\b.{0,200}$/iu
const SENTENCE_END = /[.!?…]["”’')\]]*$/u
/** The line of a quotation block that names who said it. */
const SIGNATURE = /^[-–—―]/u
const QUOTATION_MARKS = /["“”„‟«»‘’']/gu

/**
 * Leaves out blocks that are of the page though they stand among paragraphs: lines that lead to other articles, lists of
 * links, and pull quotes, which repeat words of a paragraph.
 *
 * A paragraph that is a link from end to end stays.
 */
export function leaveOutPromotion(all: readonly Block[], reasons: Reasons = new Map()): readonly Block[] {
  const blocks = leaveOutInvitations(all, reasons)
  const captions = findLooseCaptions(blocks)
  const linkLists = findLinkLists(blocks)
  const words = blocks.map(block => bareWords(block.text))
  const setApart = blocks.map(isSetApart)
  const isRepeated = (own: number): boolean =>
    blocks.slice(Math.max(0, own - BLOCKS_AROUND), own + BLOCKS_AROUND).some((_, i) => {
      const other = Math.max(0, own - BLOCKS_AROUND) + i
      return setApart[other] === false && repeats(words[own] as string, words[other] as string)
    })
  const pulled = blocks.map((_, i) => setApart[i] === true && isRepeated(i))
  const pullQuotes = new Set(
    blocks.flatMap((block, i) => (pulled[i] === true ? [block.path.find(isSettingApart)] : [])),
  )
  const tail = startOfTail(blocks)
  return leaveOut(blocks, reasons, (block, i) => {
    const { text, linked } = block
    if (LEADS_AWAY.test(text) && (linked > 0 || !SENTENCE_END.test(text))) return 'related links'
    if (LEGAL.test(text)) return 'notice'
    if (HEADS_OTHERS.test(text)) return 'related links'
    const label = labelOf(text)
    if (label !== null) return label
    if (captions.has(block)) return CAPTION
    const list = listOf(block)
    if (isLone(blocks, i) || (list !== undefined && linkLists.has(list))) return 'related links'
    // Who signs a pull quote goes with it.
    const isSignature = SIGNATURE.test(text) && block.path.some(element => pullQuotes.has(element))
    if (pulled[i] === true || isSignature) return 'pull quote'
    return reasonOfForm(text, i < tail ? 'body' : 'tail')
  })
}

/** Index of the first of the lines below the last paragraph that pages and agencies end articles with. */
function startOfTail(blocks: readonly Block[]): number {
  return 1 + blocks.findLastIndex(({ text }) => reasonOfForm(text, 'tail') === null && labelOf(text) === null)
}

/** Least words of a line that is the headline of another article. */
const HEADLINE_WORDS = 4

/**
 * A line that is a link from end to end and no sentence is the headline of another article, unless it heads what follows or is
 * an item of a list.
 */
function isLone(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index] as Block
  if (!isLinkOnly(block) || block.text.split(/\s+/, HEADLINE_WORDS).length < HEADLINE_WORDS) return false
  if (listOf(block) !== undefined || isSetApart(block)) return false
  if (!block.path.some(({ nodeName }) => /^h[2-6]$/.test(nodeName))) return true
  const next = blocks[index + 1]
  return next === undefined || isLinkOnly(next)
}

function isLinkOnly({ text, linked }: Block): boolean {
  return linked >= text.replace(/\s/g, '').length * 0.8 && !SENTENCE_END.test(text)
}

function listOf({ path }: Block) {
  return path.findLast(({ nodeName }) => nodeName === 'ul' || nodeName === 'ol')
}

/** Lists of which every item is a link and none a sentence. */
function findLinkLists(blocks: readonly Block[]): ReadonlySet<unknown> {
  const links = new Set<unknown>()
  const others = new Set<unknown>()
  for (const block of blocks) {
    const list = listOf(block)
    if (list === undefined) continue
    if (isLinkOnly(block)) links.add(list)
    else others.add(list)
  }
  return links.difference(others)
}

/** No article has more paragraphs on either side of a pull quote: time stays linear on a page that has. */
const BLOCKS_AROUND = 300

/** Whether a block stands in something that pull quotes stand in. */
function isSetApart({ path }: Block): boolean {
  return path.some(isSettingApart)
}

function isSettingApart({ nodeName, attrs }: MarkupElement): boolean {
  if (nodeName === 'blockquote' || nodeName === 'figure') return true
  return attrs.some(({ name, value }) => name === 'class' && /quote/i.test(value.slice(0, 500)))
}

function repeats(words: string, paragraph: string): boolean {
  return words.length >= 15 && paragraph !== words && paragraph.includes(words)
}

function bareWords(text: string): string {
  return text
    .replace(QUOTATION_MARKS, '')
    .replace(/[\s.,…]+/g, ' ')
    .trim()
    .toLowerCase()
}
