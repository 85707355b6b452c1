import type { Attribution, Quotation, Token } from '../../../src/domain/layers.ts'
import { contains, overlaps, type Span, sliceOf } from '../../../src/domain/span.ts'
import { firstAfter } from '../../positions/first-after.ts'
import { firstTokenAfter } from '../../positions/token-search.ts'
import { sentenceOf } from '../rules/match/reading.ts'
import { type QuotedText, withSpan } from './quoted-text.ts'

/** Words that may stand between who speaks and the rest of the quotation: ", with a glance at the clock,". */
const LONGEST_ASIDE = 16
/** A first half that the cue breaks off: no sentence ends there. */
const BROKEN_OFF = /[^.!?\s][,…—–-]?["”“»’'`]+,?$/u
/** What stands before the second half. */
const LEADS_IN = /[,—–-]\s*$/u
/** How the second half of a sentence begins. */
const GOES_ON = /^["“”„«»'‘`\s…[.]*(?:\p{Ll}|I\b)/u
/** What follows a quotation and is none of it: "“…”, before he left". */
const AFTERTHOUGHT = /^\s*[,;—–]/u
const MARK = /^["“„«»‘'`]/u

/**
 * Gives the second half of a quotation that its speaker interrupts to the same claim: "“The kiln,” said Ann Lee, with a glance
 * at the clock, “has hours to go.”" So it does where what she did besides was read as a claim that ends in it (", pointing to the
 * kiln, “has hours to go”").
 *
 * @param attributions with their parents
 */
export function joinSplitQuotations(quoted: QuotedText, attributions: readonly Attribution[]): Attribution[] {
  const joined = attributions.map(one => cutAfterthought(quoted, one))
  const byCue = [...joined.keys()]
    .filter(i => joined[i]?.parent === null)
    .sort((a, b) => cueOf(joined[a]).start - cueOf(joined[b]).start)
  const cues = byCue.map(i => cueOf(joined[i]))
  for (const quotation of quoted.outermost) {
    const last = firstAfter(cues, quotation.start - 1, ({ start }) => start) - 1
    const [first, aside] = [byCue[last], byCue[last - 1]]
    if (first === undefined) continue
    if (isSecondHalf(quoted, joined[first] as Attribution, quotation, null)) {
      joined[first] = withQuotation(joined[first] as Attribution, quotation)
    } else if (
      aside !== undefined &&
      isSecondHalf(quoted, joined[aside] as Attribution, quotation, joined[first] as Attribution)
    ) {
      joined[aside] = withQuotation(joined[aside] as Attribution, quotation)
      joined[first] = endBefore(quoted, joined[first] as Attribution, quotation)
    }
  }
  return joined
}

/**
 * Whether a quotation goes on with an attribution's content.
 *
 * @param aside what the speaker did besides, between the two
 */
function isSecondHalf(
  { reading }: QuotedText,
  one: Attribution,
  quotation: Quotation,
  aside: Attribution | null,
): boolean {
  const { text, tokens } = reading
  const cue = cueOf(one)
  const last = one.content.at(-1)
  if (last === undefined || last.end > cue.start || !BROKEN_OFF.test(sliceOf(text, last))) return false
  if (!GOES_ON.test(sliceOf(text, quotation))) return false
  const end = Math.max(...[...one.cue, ...one.source, ...one.addressee].map(span => span.end))
  if (end > quotation.start) return false
  if (text.slice(end, quotation.start).trim() !== '' && !LEADS_IN.test(text.slice(end, quotation.start))) return false
  if (quotation.firstToken - firstTokenAfter(tokens, end) > LONGEST_ASIDE) return false
  const { firstToken } = sentenceOf(reading, quotation.firstToken)
  if (firstToken > firstTokenAfter(tokens, cue.start)) return false
  return aside === null || isAside(tokens, one, aside, quotation)
}

/** Whether somebody does a thing in passing, and its words run into a quotation: ", pointing to the kiln, “…”". */
function isAside(tokens: readonly Token[], one: Attribution, aside: Attribution, quotation: Quotation): boolean {
  const own = cueOf(aside)
  if (own.end > quotation.start || !aside.content.some(span => overlaps(span, quotation))) return false
  if (!aside.content.some(span => span.start < quotation.start)) return false
  const isSame = aside.source.some(span => one.source.some(other => overlaps(span, other)))
  return isSame && tokens[firstTokenAfter(tokens, own.start)]?.lower.endsWith('ing') === true
}

function withQuotation(one: Attribution, { start, end }: Span): Attribution {
  return { ...one, content: withSpan(one.content, { start, end }) }
}

/** An attribution whose content ends before a quotation, without the comma in front of it. */
function endBefore({ reading: { text } }: QuotedText, one: Attribution, { start: at }: Span): Attribution {
  const content = one.content.flatMap(({ start, end }): Span[] => {
    if (start >= at) return []
    return [{ start, end: Math.min(end, start + text.slice(start, at).replace(/[\s,—–-]+$/u, '').length) }]
  })
  return { ...one, content }
}

/** A quotation in two halves without what the writer adds behind it. */
function cutAfterthought({ reading, outermost }: QuotedText, one: Attribution): Attribution {
  const [first, ...others] = one.content
  const last = others.at(-1)
  if (first === undefined || last === undefined || first.end > cueOf(one).start) return one
  const { text } = reading
  if (!MARK.test(text[first.start] ?? '') || !MARK.test(text[last.start] ?? '')) return one
  const quotation = outermost[firstAfter(outermost, last.start, ({ start }) => start) - 1]
  if (quotation?.start !== last.start || !contains(last, quotation)) return one
  const rest = text.slice(quotation.end, last.end)
  if (!AFTERTHOUGHT.test(rest) || /["“„«]/u.test(rest)) return one
  return { ...one, content: [...one.content.slice(0, -1), { start: last.start, end: quotation.end }] }
}

function cueOf(one: Attribution | undefined): Span {
  return (one as Attribution).cue[0] as Span
}
