import { type ReadLimits, Unreadable } from '../limits/limits.ts'
import { isInvitation } from './furniture/invitations.ts'
import { decodeEntities } from './html/decode-entities.ts'
import { type LinkedItem, own } from './linked-data/linked-data.ts'
import { readFragment } from './read-fragment.ts'

/** The text of an article as its linked data gives it, in paragraphs; empty where it gives none. */
export function readLinkedBody(article: LinkedItem, limits: ReadLimits): readonly string[] {
  return paragraphsOf(own(article, 'articleBody') ?? own(article, 'reviewBody'), limits)
}

function paragraphsOf(body: unknown, limits: ReadLimits): readonly string[] {
  const whole = Array.isArray(body) ? body.filter(item => typeof item === 'string').join('\n\n') : body
  if (typeof whole !== 'string') return []
  const written = isMarkup(whole) ? whole : decodeEntities(whole)
  const text = isMarkup(written) ? textOfMarkup(written, limits) : written
  return text
    .split(/[ \t]*[\r\n\u2028\u2029]+\s*/)
    .map(paragraph => paragraph.trim())
    .filter(paragraph => paragraph !== '' && !isInvitation(paragraph))
}

/** Whether it is markup; some pages escape it once more. */
function isMarkup(body: string): boolean {
  return /<\/?(?:p|br|div|li|h[1-6]|blockquote)\b[^<>]*>/i.test(body.slice(0, 20_000))
}

/** Empty where it is built to cost too much: that is no reason to give up what the page shows. */
function textOfMarkup(markup: string, limits: ReadLimits): string {
  try {
    return readFragment(markup, limits)
  } catch (error) {
    if (error instanceof Unreadable) return ''
    throw error
  }
}

/** How a page's own text and that of its linked data are to each other. */
export interface Comparison {
  /** Share of what the linked data says that the page's text has, of runs of words. */
  readonly covered: number
  /** Words of either. */
  readonly shown: number
  readonly linked: number
}

/** Words of a run that is looked for. */
const RUN = 4

export function compareBodies(shown: readonly string[], linked: readonly string[]): Comparison {
  const [ours, theirs] = [wordsOf(shown), wordsOf(linked)]
  const runs = new Set(runsOf(ours))
  const wanted = runsOf(theirs)
  const found = wanted.filter(run => runs.has(run)).length
  return { covered: wanted.length === 0 ? 1 : found / wanted.length, shown: ours.length, linked: theirs.length }
}

/** Whether a text's words stand in the linked data's, in order. */
export function findIn(linked: readonly string[]): (text: string) => boolean {
  const runs = new Set(runsOf(wordsOf(linked)))
  return text => {
    const own = runsOf(wordsOf([text]))
    return own.length > 0 && own.every(run => runs.has(run))
  }
}

/** The sentences of a text that another does not have; neighbours are one passage, as linked data often has no paragraphs. */
export function sentencesBeyond(paragraphs: readonly string[], other: readonly string[]): readonly string[] {
  const isThere = findIn(other)
  const passages: string[][] = [[]]
  for (const paragraph of paragraphs) {
    for (const sentence of paragraph.match(/[^.!?]+[.!?”"’]*/g) ?? []) {
      const isMore = runsOf(wordsOf([sentence])).length > 0 && !isThere(sentence)
      if (isMore) passages.at(-1)?.push(sentence)
      else if (passages.at(-1)?.length !== 0) passages.push([])
    }
  }
  return passages.filter(sentences => sentences.length > 0).map(sentences => sentences.join('').trim())
}

function wordsOf(paragraphs: readonly string[]): readonly string[] {
  return (
    paragraphs
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

function runsOf(words: readonly string[]): readonly string[] {
  if (words.length < RUN) return []
  return Array.from({ length: words.length - RUN + 1 }, (_, i) => words.slice(i, i + RUN).join(' '))
}
