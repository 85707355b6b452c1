import type { TextLine } from '../lines/text-lines.ts'

/** What heads links to other articles, among paragraphs too. */
const RELATED =
  /^(?:related(?: (?:article|content|coverage|internet link|link|news|post|reading|story|topic|stories)s?)?|more on this (?:story|topic|issue)|read (?:more|next|also)(?: on this (?:story|topic))?|see also|also read|further reading|more stories|more like this|you (?:may|might) (?:also )?(?:like|have missed|be interested in)|recommended(?: (?:for you|stories|reading|articles))?|in case you missed it|what to read next)\s?:?$/iu
/** What heads lists at the end of a page; among paragraphs it may be a heading of the article's. */
const AT_END =
  /^(?:(?:the )?most (?:read|popular|viewed|watched|shared|commented|recent)(?: (?:stories|articles|now|today|in .{2,30}|on .{2,30}))?|(?:today[’']s )?top (?:stories|reads|videos)(?: .{1,20})?|trending(?: (?:now|stories|topics|today))?|popular(?: (?:stories|articles|now|posts|reads))?|(?:the )?latest (?:news|stories|headlines|videos)(?: .{1,20})?|editor[’']?s[’']? picks?|featured(?: stories)?|up next|in this section|more (?:from|in) .{2,40}|elsewhere on .{2,30}|(?:from|around) the web|promoted stories|sponsored links|topics|tags|related tags|explore more.{0,40}|don[’']t miss)\s?:?$/iu
/** Longest headline, in UTF-16 units; fewest words of one that stands below its label after a blank line. */
const LONGEST_ITEM = 150
const HEADLINE_WORDS = 4

/** A list of links, as indexes of its lines: half-open. */
export interface RelatedList {
  readonly start: number
  readonly end: number
}

/**
 * The lists of links to other articles that begin below `from`. A list ends before the first sentence; one that the text ends with
 * reaches to `end`. Among paragraphs only what is surely of the list belongs to it, since the article may go on with a heading.
 */
export function findRelatedLists(lines: readonly TextLine[], from: number, end: number): readonly RelatedList[] {
  const lists: RelatedList[] = []
  const stops = findStops(lines, end)
  for (let i = from; i < end; i += 1) {
    const { words } = lines[i] as TextLine
    const isRelated = RELATED.test(words)
    if (!isRelated && !AT_END.test(words)) continue
    const stop = stops[i + 1] as number
    const close = stop === end ? end : isRelated ? endAmongParagraphs(lines, i, stop) : i
    if (close <= i + (stop === end ? 0 : 1)) continue
    lists.push({ start: i, end: close })
    i = close - 1
  }
  return lists
}

/** For each line the index of the next sentence, itself included. */
function findStops(lines: readonly TextLine[], end: number): Int32Array {
  const stops = new Int32Array(end + 1).fill(end)
  for (let i = end - 1; i >= 0; i -= 1) stops[i] = isItem(lines[i] as TextLine) ? (stops[i + 1] as number) : i
  return stops
}

function isItem({ length, tail }: TextLine): boolean {
  return length <= LONGEST_ITEM && !/[.…:][”"’')\]]*$/u.test(tail)
}

function endAmongParagraphs(lines: readonly TextLine[], marker: number, stop: number): number {
  let glued = marker + 1
  while (glued < stop && lines[glued]?.isSetOff === false) glued += 1
  if (glued > marker + 1) return glued
  const items = stop - marker - 1
  // The last may be the heading of what follows, unless it is the only one: a label has an item.
  if (items > 1) return stop - 1
  const only = lines[marker + 1]
  return items === 1 && only !== undefined && only.words.split(' ').length >= HEADLINE_WORDS ? stop : marker
}
