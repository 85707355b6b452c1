import type { QuotationCheck, QuotationPlace, QuotationVerdict, QuotedPart } from '../../../quote/quotation-check.ts'
import type { Paint } from '../paint.ts'
import { toVisibleLine } from '../visible.ts'

const MOST_SHOWN = 60

const COLOUR: Readonly<Record<QuotationVerdict, Parameters<Paint>[0]>> = {
  exact: 'green',
  altered: 'yellow',
  spliced: 'red',
  'other-speaker': 'red',
  'not-found': 'red',
}

/** A checked quotation for people: the verdict, and each place with how the quotation differs from it. */
export function describeQuotation(check: QuotationCheck, paint: Paint): string[] {
  const verdict = paint(['bold', COLOUR[check.verdict]].flat() as Parameters<Paint>[0], check.verdict)
  return [`${verdict}: ${toVisibleLine(check.summary)}`, ...check.places.flatMap(place => describePlace(place, paint))]
}

function describePlace(place: QuotationPlace, paint: Paint): string[] {
  const { article, claim, source, spans, quotation, is_quoted, likeness } = place
  const who = source === null ? 'nobody' : (source.name ?? source.text ?? source.naming)
  const kind = quotation === null ? '' : `, ${quotation}`
  const where = `${article.uri} ${spans.map(({ start, end }) => `${start}–${end}`).join(', ')}`
  const which = claim === null ? 'no claim' : `claim ${claim.slice(0, 8)}`
  const share = likeness === 1 ? '' : `, ${Math.round(likeness * 100)}% of the words`
  const marks = is_quoted ? '' : ', not in quotation marks'
  return [
    '',
    `  ${paint('bold', toVisibleLine(who))}${kind}${marks}${share}`,
    `  ${describeDifference(place.parts, paint)}`,
    `  ${paint('dim', toVisibleLine(`${where}, ${which}`))}`,
  ]
}

/** As wdiff writes it: `[-what is stored-]` and `{+what the quotation has+}`, and in colours. */
export function describeDifference(parts: readonly QuotedPart[], paint: Paint): string {
  const written = parts.map(({ kind, quoted, stored }) => {
    const [was, is] = [toVisibleLine(stored), toVisibleLine(quoted)]
    if (kind === 'same') return is
    if (kind === 'joined') return paint('red', '{+||+}')
    const removed = was === '' ? '' : paint('red', `[-${was}-]`)
    const added = is === '' ? '' : paint(kind === 'ellipsis' || kind === 'brackets' ? 'cyan' : 'green', `{+${is}+}`)
    return `${removed}${added}`
  })
  return written.join(' ')
}

/** The beginning of a quotation, between marks. */
export function quoteBeginning(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  const letters = [...line]
  return `“${
    letters.length <= MOST_SHOWN
      ? line
      : `${letters
          .slice(0, MOST_SHOWN - 1)
          .join('')
          .trimEnd()}…`
  }”`
}
