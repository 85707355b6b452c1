import type { ArticleRecord } from '../../domain/record.ts'
import { LineIndex, type LineSpan } from '../../policy/line-index.ts'
import type { Archive } from '../../quote/archive.ts'
import { checkIn } from '../../quote/check-in.ts'
import { findDraftQuotations } from '../../quote/draft-quotations.ts'
import type { QuotationCheck } from '../../quote/quotation-check.ts'
import { LONGEST_QUOTATION } from '../../quote/text/quoted-words.ts'

/** A quotation of a draft, and what became of it. */
export interface CheckedQuotation extends QuotationCheck {
  readonly draft: LineSpan & {
    readonly uri: string
    /** Code points of the draft's text, between the quotation marks; `end` is the first behind. */
    readonly start: number
    readonly end: number
    /** Who says it in the draft's own words; null where nobody does. */
    readonly source: string | null
    /** Whether the draft is stored too, and that copy was left out: else each quotation would be found in itself. */
    readonly storedCopyLeftOut: boolean
  }
}

export interface CheckedDraft {
  readonly quotations: readonly CheckedQuotation[]
  /** Words and short phrases in quotation marks that nobody is said to say. */
  readonly passedOver: number
  /** Quotations that are longer than what is looked for, by line and column. */
  readonly tooLong: readonly LineSpan[]
  readonly storedCopyLeftOut: boolean
}

/** Looks for every quotation of a draft, in its order. */
export async function checkDraft(
  record: ArticleRecord,
  archive: Archive,
  { limit, storedCopyLeftOut }: { readonly limit: number; readonly storedCopyLeftOut: boolean },
): Promise<CheckedDraft> {
  const { article } = record
  const lines = new LineIndex(article.text)
  const { quotations, passedOver } = findDraftQuotations(record)
  const checked: CheckedQuotation[] = []
  const tooLong: LineSpan[] = []
  for (const { parts, span, by, source } of quotations) {
    if (parts.join(' ').length > LONGEST_QUOTATION) {
      tooLong.push(lines.at(span))
      continue
    }
    const check = await checkIn(archive, parts, { by, limit })
    checked.push({ draft: { uri: article.uri, ...span, ...lines.at(span), source, storedCopyLeftOut }, ...check })
  }
  return { quotations: checked, passedOver, tooLong, storedCopyLeftOut }
}
