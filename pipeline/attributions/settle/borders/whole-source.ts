import type { Token } from '../../../../src/domain/layers.ts'
import type { Span } from '../../../../src/domain/span.ts'
import { firstTokenAfter } from '../../../positions/token-search.ts'
import { isTitle } from '../../../word-classes.ts'

/** ", whom" and what follows it. */
const RELATIVE = /,\s(?:who|whom|whose|which)\b.*$/su

/** What shows somebody who speaks: "footage of | Ann Lee saying". */
const SHOWN = /^.*\b(?:audio|clips?|footage|images?|recordings?|tapes?|videos?) of (?=\S)/su
/** "And this from | the board:" */
const FROM = /^(?:and )?(?:this|that|these)(?: came| comes| is| was)?,? from (?=\S)/iu
const WITH = /\bwith\s$/u
const PARTICIPLE = /^\p{Ll}+ing\b/u

/** The part of a source that stands in one paragraph with the cue, or the part nearest to it: who speaks stands in no two. */
export function inOneParagraph(text: string, source: Span, cue: number): Span {
  const words = text.slice(source.start, source.end)
  const isLater = cue >= source.end
  const cut = isLater ? words.lastIndexOf('\n\n') : words.indexOf('\n\n')
  if (cut < 0) return source
  const part = isLater
    ? { start: source.start + cut + 2, end: source.end }
    : { start: source.start, end: source.start + cut }
  const own = text.slice(part.start, part.end)
  const [before, behind] = [own.length - own.trimStart().length, own.length - own.trimEnd().length]
  return own.trim() === '' ? source : { start: part.start + before, end: part.end - behind }
}

/** "“…,” said **Lee. Roy**: “…”": the part of a source in the sentence of the cue, where it has one there. */
export function inOneSentence(tokens: readonly Token[], source: Span, cue: number): Span {
  const [first, last] = [firstTokenAfter(tokens, source.start), firstTokenAfter(tokens, source.end - 1)]
  if (tokens[first]?.sentence === tokens[last]?.sentence) return source
  // "Sens. | Ann Lee": a title's point ends no sentence.
  const isTitled = tokens.slice(first, last).some(({ lower, sentence }, i) => {
    return sentence !== tokens[first + i + 2]?.sentence && isTitle(lower.replace(/\.$/u, ''))
  })
  if (isTitled) return source
  const own = tokens[firstTokenAfter(tokens, cue)]?.sentence
  const part = tokens.slice(first, last + 1).filter(({ sentence, pos }) => sentence === own && pos !== 'PUNCT')
  const [from, to] = [part[0], part.at(-1)]
  return from === undefined || to === undefined ? source : { start: from.start, end: to.end }
}

/** The parts of a source that no semicolon parts from the cue, where there are any: "“Gladly,” said Ann Lee; “Never,” said Bo Roy". */
export function onOneSide(text: string, source: readonly Span[], cue: number): readonly Span[] {
  const [only, second] = source
  if (only !== undefined && second === undefined) return [besideCue(text, only, cue)]
  const last = source.at(-1)
  if (last === undefined) return source
  // "The union accused him, with **its director, Bo Roy**, claiming": who has a clause of their own with the cue.
  if (
    PARTICIPLE.test(text.slice(cue, cue + 20)) &&
    WITH.test(text.slice(Math.max(0, last.start - 6), last.start)) &&
    isBeside(text, last, cue)
  )
    return [last]
  const near = source.filter(({ start, end }) => !text.slice(Math.min(end, cue), Math.max(start, cue)).includes(';'))
  return near.length === 0 ? source : near
}

function isBeside(text: string, { end }: Span, cue: number): boolean {
  return end <= cue && /^[\s,]*$/u.test(text.slice(end, cue))
}

/** "Ann Lee**; the director, Bo Roy**" as one source: the part beside the cue. */
function besideCue(text: string, source: Span, cue: number): Span {
  const words = text.slice(source.start, source.end)
  const isLater = cue >= source.end
  const at = isLater ? words.lastIndexOf(';') : words.indexOf(';')
  if (at < 0) return source
  const part = isLater ? words.slice(at + 1) : words.slice(0, at).trimEnd()
  const start = isLater ? source.end - part.trimStart().length : source.start
  return part.trim() === '' ? source : { start, end: start + part.trim().length }
}

/**
 * The words of a source without half-read parts, and without what only shows who speaks: a bracket that they open is closed ("the Audit Office (NAO)"), and a
 * relative clause that they break off is left out ("One witness, whom the paper | has agreed not to name, said").
 *
 * @param cue First word of the cue, which may stand right behind a whole relative clause.
 */
export function makeWhole(text: string, source: Span, cue: number): Span {
  const words = text.slice(source.start, source.end)
  const [shown] = PARTICIPLE.test(text.slice(cue, cue + 20)) ? (SHOWN.exec(words) ?? []) : []
  if (shown !== undefined) return { start: source.start + shown.length, end: source.end }
  const [from] = FROM.exec(words) ?? []
  if (from !== undefined) return { start: source.start + from.length, end: source.end }
  const rest = text.slice(source.end)
  if (words.lastIndexOf('(') > words.lastIndexOf(')')) {
    const [closing] = /^\s?\)/u.exec(rest) ?? []
    if (closing !== undefined) return { start: source.start, end: source.end + closing.length }
  }
  const clause = RELATIVE.exec(words)
  const goesOn = /^\s*[^\s,;:.!?—–)”"]/u.test(rest) && (cue < source.end || text.slice(source.end, cue).trim() !== '')
  return clause !== null && goesOn ? { start: source.start, end: source.start + clause.index } : source
}
