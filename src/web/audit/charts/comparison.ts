import { NAMING_GLOSSARY } from '../../../domain/labels.ts'
import { GENDER_GLOSSARY, SOURCE_TYPE_GLOSSARY, VOICE_FUNCTION_GLOSSARY } from '../../../domain/voice-labels.ts'
import type { Comparison, Difference, Unit } from '../../../voices/audit-report.ts'
import { MEASURES as GLOSSES } from '../../../voices/measure.ts'
import type { Html } from '../../page/html.ts'
import type { AuditRequest } from '../audit-address.ts'
import { type AuditLinks, filterOf, linksOf } from './audit-links.ts'
import { type DifferenceRow, renderDifferences } from './difference-table.ts'

export interface Compared {
  readonly comparison: Comparison
  readonly a: AuditRequest
  readonly b: AuditRequest
  /** What shares are taken of. */
  readonly unit: Unit
  /** Whether shares are of those only of which it is known. */
  readonly known: boolean
}

const DIMENSIONS = [
  ['gender', 'Women and men', GENDER_GLOSSARY],
  ['type', 'Who they are', SOURCE_TYPE_GLOSSARY],
  ['function', 'What they are there for', VOICE_FUNCTION_GLOSSARY],
  ['naming', 'With a name or without', NAMING_GLOSSARY],
] as const

/** Figures that are no share of a label, in words. */
const OTHERS: Readonly<Record<string, string>> = {
  'sources-per-article': 'Sources an article',
  'single-source': 'Articles with one source',
  anonymous: 'Anonymous',
  'anonymous-explained': 'Anonymous with a reason',
  expert: 'Experts',
  'expert-without-affiliation': 'Experts without affiliation',
  'not-quoted': 'Named and not quoted',
  'top-ten': 'Claims of the ten who say most',
  herfindahl: 'Herfindahl index',
}

/** Tables of all differences: those of labels by dimension, then the others. */
export function renderComparison(compared: Compared): Html[] {
  const { comparison, known, unit } = compared
  const [a, b] = [linksOf(compared.a), linksOf(compared.b)]
  const ofLabels = DIMENSIONS.map(([dimension, heading, glossary]) => {
    const own = comparison.differences.filter(
      ({ a: figure }) => figure.measure === 'share' && figure.dimension === dimension && figure.unit === unit,
    )
    // Where it is known of all, there is one share alone.
    const wanted = own.some(({ a: figure }) => figure.known) ? known : false
    const rows = own.flatMap(difference => {
      const { label, known: isKnown } = difference.a
      if (label === null || isKnown !== wanted) return []
      const hrefOf = (links: AuditLinks) => links.unit(unit, filterOf(dimension, label))
      return [
        { label, gloss: (glossary as Record<string, string>)[label] ?? '', difference, a: hrefOf(a), b: hrefOf(b) },
      ]
    })
    return renderDifferences({ id: `by-${dimension}`, heading, lead: '', rows })
  })
  return [
    ...ofLabels,
    renderDifferences({ id: 'others', heading: 'Other figures', lead: '', rows: otherRows(comparison.differences) }),
  ]
}

function otherRows(differences: readonly Difference[]): DifferenceRow[] {
  return differences.flatMap(difference => {
    const { measure, dimension, unit } = difference.a
    const words = OTHERS[measure]
    if (words === undefined || dimension !== null) return []
    const label = measure === 'anonymous' ? `${words} ${unit === 'quotedWords' ? 'quoted words' : (unit ?? '')}` : words
    return [{ label, gloss: (GLOSSES as Record<string, string>)[measure] ?? '', difference, a: null, b: null }]
  })
}
