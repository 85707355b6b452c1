import type { TokensLayer } from '../../../../src/domain/layers.ts'
import type { Span } from '../../../../src/domain/span.ts'
import { firstTokenAfter } from '../../../positions/token-search.ts'
import type { UnlinkedAttribution } from '../../found.ts'

const OPENS_CLAUSE = /^(?:ADJ|DET|NOUN|NUM|PRON|PROPN)$/
const OPENS_ASIDE = /^(?:what|when|where|which|while|who|whose|why)$/

/**
 * Content that goes on in quotation marks behind an aside begins before it: "**The river had risen all night**, she pointed out,
 * **“so nobody slept”**".
 */
export function aroundAside(
  text: string,
  { tokens, sentences }: TokensLayer,
  one: UnlinkedAttribution,
): UnlinkedAttribution {
  const [quoted, second] = one.content
  const [source, other] = one.source
  const cue = one.cue[0] as Span
  if (quoted === undefined || second !== undefined || source === undefined || other !== undefined) return one
  const end = Math.max(source.end, (one.cue.at(-1) as Span).end)
  if (
    !/^, ?$/u.test(text.slice(end, quoted.start)) ||
    !/^["“‘]\p{Ll}/u.test(text.slice(quoted.start, quoted.start + 2))
  )
    return one
  const from = sentences[tokens[firstTokenAfter(tokens, cue.start)]?.sentence ?? -1]?.firstToken ?? -1
  const aside = firstTokenAfter(tokens, Math.min(source.start, cue.start))
  const first = tokens[from]
  const clause = tokens.slice(from, aside - 1)
  if (first === undefined || tokens[aside - 1]?.text !== ',' || clause.length < 3) return one
  if (!OPENS_CLAUSE.test(first.pos) || OPENS_ASIDE.test(first.lower)) return one
  // "The pier is, to quote her, “a toothpick”": the words before are the writer's.
  if (clause.at(-1)?.pos === 'AUX') return one
  if (
    !clause.some(({ pos }) => pos === 'VERB' || pos === 'AUX') ||
    clause.some(({ text: mark }) => /["“”]/u.test(mark))
  )
    return one
  return { ...one, content: [{ start: first.start, end: (clause.at(-1) as Span).end }, quoted] }
}
