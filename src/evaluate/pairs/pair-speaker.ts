import { contains, type Span } from '../../domain/span.ts'
import type { CodePointText } from '../../domain/text/code-point-text.ts'
import { tokenise } from '../words/tokenise.ts'

/** A mention of an article's gold, whatever it is of. Spans in Unicode code points. */
export interface GoldMention extends Span {
  readonly type: string
  readonly chain: string
  /** The span of the name where the mention's head is one, else null. */
  readonly name: Span | null
}

/** Types of those who speak. */
const SPEAKERS: ReadonlySet<string> = new Set(['person', 'organization', 'place'])

/**
 * The chain of who speaks in an attributing unit, or null where nobody is mentioned: the first mention of a person,
 * organisation or place that begins in the unit and lies in no other mention that begins there, which is the subject
 * nearly always ("In a statement to the Echo, the mill said": not the Echo, which is in "a statement to the Echo"). Of a
 * unit that begins with "who" it is the smallest such mention around it, the one that "who" stands for.
 */
export function findSpeaker(text: CodePointText, mentions: readonly GoldMention[], unit: Span): string | null {
  if (/^who\b/iu.test(text.slice(unit))) {
    const around = mentions.filter(mention => SPEAKERS.has(mention.type) && contains(mention, unit))
    return around.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0]?.chain ?? null
  }
  const inside = mentions.filter(({ start }) => unit.start <= start && start < unit.end)
  const outermost = inside.filter(mention => !inside.some(other => other !== mention && contains(other, mention)))
  const speakers = outermost.filter(({ type }) => SPEAKERS.has(type))
  return speakers.toSorted((a, b) => a.start - b.start)[0]?.chain ?? null
}

/**
 * The names by which an article calls what a chain is of, empty where none of its mentions is a name. Beside the names as
 * they are annotated, often with titles and sometimes in part ("Major General Fuad Basya", "Boswell"), each is there with
 * fewer words before it, and so is the end of every mention ("campaigner Caitlin Boswell"), as long as it does not lie in
 * a mention of somebody else inside ("the editor of the Echo" is not the Echo) and has a capital or a digit.
 */
export function listSpeakerNames(text: CodePointText, mentions: readonly GoldMention[], chain: string): string[] {
  const own = mentions.filter(mention => mention.chain === chain)
  const names = own.flatMap(({ name }) => (name === null ? [] : [text.slice(name)]))
  if (names.length === 0) return []
  const others = mentions.filter(mention => mention.chain !== chain)
  const endings = own.flatMap(mention =>
    [mention, mention.name ?? mention].flatMap(span => {
      const within = others.filter(other => contains(span, other))
      return listEndings(text, span).filter(ending => !within.some(other => contains(other, ending)))
    }),
  )
  const shorter = endings.map(span => text.slice(span)).filter(words => /[\p{Lu}\p{N}]/u.test(words))
  return [...new Set([...names, ...shorter])]
}

/** The span itself and all that begins with a later word of it. */
function listEndings(text: CodePointText, { start, end }: Span): Span[] {
  const { starts, words } = tokenise(text.slice({ start, end }))
  return [...starts].flatMap((offset, i) => (words[i] === 1 ? [{ start: start + offset, end }] : []))
}
