import type { QuotationsLayer, Token, TokensLayer } from '../../src/domain/layers.ts'

/** Where a token stands. */
export const QUOTATION_STATES = { outside: 0, inside: 1, mark: 2 } as const

/** One of {@link QUOTATION_STATES} for every token: outside quotations, inside one, or a mark of one. */
export function readQuotationStates({ tokens }: TokensLayer, { quotations }: QuotationsLayer): Uint8Array {
  const states = new Uint8Array(tokens.length)
  for (const { firstToken, endToken, inner } of quotations) {
    let part = 0
    for (let i = firstToken; i < endToken; i += 1) {
      const { start, end } = tokens[i] as Token
      while (part < inner.length && (inner[part]?.end ?? 0) <= start) part += 1
      const isInside = (inner[part]?.start ?? Number.POSITIVE_INFINITY) < end
      if (!isInside) states[i] = QUOTATION_STATES.mark
      else if (states[i] === QUOTATION_STATES.outside) states[i] = QUOTATION_STATES.inside
    }
  }
  return states
}

/** For every token the number of the outermost quotation that it stands in, from 1; 0 outside. */
export function numberQuotations({ tokens }: TokensLayer, { quotations }: QuotationsLayer): Int32Array {
  const numbers = new Int32Array(tokens.length)
  for (const [i, { firstToken, endToken, parent }] of quotations.entries())
    if (parent === null) numbers.fill(i + 1, firstToken, endToken)
  return numbers
}
