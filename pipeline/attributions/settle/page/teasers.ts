import type { TokensLayer } from '../../../../src/domain/layers.ts'
import type { Span } from '../../../../src/domain/span.ts'
import { paragraphAt } from '../../../positions/paragraph-search.ts'

/** What a list of links to other articles is called. */
const LABEL =
  /^(?:(?:people|readers) (?:also|who read this) read|you (?:may|might) (?:also )?(?:like|be interested in)|(?:also )?read (?:also|more|next|this)|also read|most (?:popular|read|viewed|shared)|related(?: (?:articles|content|links|news|posts|stories|topics))?|more (?:from|in|on) [^:.,]{1,40}|more (?:news|stories)|recommended(?: for you)?|see also|trending(?: now)?|don['’]t miss|top stories|editor['’]?s['’]? picks)\s*(?::\s*|$)/iu
/** A label is read in the first words. */
const LONGEST_LABEL = 80

/** Whether a word at an offset (UTF-16) stands in a paragraph that links to other articles. */
export function prepareTeasers(text: string, layer: TokensLayer): (offset: number) => boolean {
  const starts = new Set(findTeasers(text, layer).map(({ start }) => start))
  return offset => starts.size > 0 && starts.has(paragraphAt(layer.paragraphs, offset)?.start ?? -1)
}

/** Paragraphs that are links to other articles: a label with what it leads to, or the headlines below one. In text order. */
export function findTeasers(text: string, { paragraphs }: TokensLayer): Span[] {
  const teasers: Span[] = []
  let isBelow = false
  for (const { start, end, heading } of paragraphs) {
    const [label] = LABEL.exec(text.slice(start, Math.min(end, start + LONGEST_LABEL))) ?? []
    const isWhole = label?.length === end - start
    if (label !== undefined || (isBelow && heading)) teasers.push({ start, end })
    isBelow = isWhole || (isBelow && heading)
  }
  return teasers
}
