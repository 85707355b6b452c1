import type { Paragraph, Quotation, QuotationsLayer, Token, TokensLayer } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { contains } from '../../src/domain/span.ts'
import type { Stage } from '../../src/domain/stage.ts'
import { type Pair, pairMarks } from './pair.ts'

/** Text between paired quotation marks, nested and across paragraphs. */
export const quotationsStage: Stage<'tokens', 'quotations'> = {
  name: 'quotations',
  version: 3,
  needs: ['tokens'],
  adds: ['quotations'],
  run: (article, layers) => ({ quotations: findQuotations(article.text, layers.tokens) }),
}

interface Growing {
  start: number
  end: number
  inner: Span[]
  balanced: boolean
}

/**
 * Pairs quotation marks. A quotation that is still open at a paragraph's end goes on in the next paragraph when that
 * one begins with the same opening mark (the convention for speech over several paragraphs); otherwise the
 * paragraph's end closes it and `balanced` is false.
 */
export function findQuotations(text: string, layer: TokensLayer): QuotationsLayer {
  const found: Growing[] = []
  let continued: { quotation: Growing; sign: string } | null = null
  for (const [i, paragraph] of layer.paragraphs.entries()) {
    const pairs = pairMarks(text, paragraph)
    let unclosed: { quotation: Growing; sign: string } | null = null
    for (const pair of pairs) {
      const goesOn: boolean =
        continued !== null && pair.start === paragraph.start && signOf(text, pair) === continued.sign
      const quotation: Growing =
        goesOn && continued !== null
          ? continued.quotation
          : { start: pair.start, end: pair.end, inner: [], balanced: true }
      quotation.inner.push(innerOf(text, pair))
      quotation.end = pair.end
      quotation.balanced = pair.close !== null
      if (!goesOn) found.push(quotation)
      if (pair.close === null && pair.end === paragraph.end) unclosed = { quotation, sign: signOf(text, pair) }
    }
    const next = layer.paragraphs[i + 1]
    continued = unclosed !== null && next !== undefined && startsWithMark(text, next, unclosed.sign) ? unclosed : null
  }
  // A single mark at a paragraph's start that nothing closed or continued was an apostrophe ('Twas).
  const kept = found.filter(one => one.balanced || one.inner.length > 1 || !/['‘`]/.test(singleSign(text, one)))
  return { quotations: locate(kept, layer.tokens) }
}

function singleSign(text: string, { start }: Span): string {
  return text.startsWith("''", start) || text.startsWith('``', start) ? '' : (text[start] as string)
}

function signOf(text: string, pair: Pair): string {
  return text.slice(pair.open.start, pair.open.end)
}

function startsWithMark(text: string, paragraph: Paragraph, sign: string): boolean {
  return text.startsWith(sign, paragraph.start)
}

function innerOf(text: string, pair: Pair): Span {
  const end = pair.close === null ? pair.end : pair.close.start
  const words = text.slice(pair.open.end, end)
  const start = pair.open.end + (words.length - words.trimStart().length)
  return { start, end: Math.max(start, start + words.trim().length) }
}

function locate(found: readonly Growing[], tokens: readonly Token[]): Quotation[] {
  const quotations: Quotation[] = []
  const around: number[] = []
  let first = 0
  for (const one of found) {
    while (first < tokens.length && (tokens[first] as Token).end <= one.start) first += 1
    let end = first
    while (end < tokens.length && (tokens[end] as Token).start < one.end) end += 1
    while (around.length > 0 && !contains(quotations[around.at(-1) as number] as Quotation, one)) around.pop()
    quotations.push({ ...one, firstToken: first, endToken: end, parent: around.at(-1) ?? null })
    around.push(quotations.length - 1)
  }
  return quotations
}
