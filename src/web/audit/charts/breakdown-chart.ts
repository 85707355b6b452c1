import { NAMING_GLOSSARY } from '../../../domain/labels.ts'
import { GENDER_GLOSSARY, SOURCE_TYPE_GLOSSARY, VOICE_FUNCTION_GLOSSARY } from '../../../domain/voice-labels.ts'
import { type AuditReport, type BreakdownRow, type Share, UNITS, type Unit } from '../../../voices/audit-report.ts'
import type { Html } from '../../page/html.ts'
import { type AuditLinks, filterOf } from './audit-links.ts'
import { largestFirst, type Measure, renderShareChart, type ShareRow, showShare } from './share-chart.ts'

/** What shares are taken of, in words. */
const MEASURES: Readonly<Record<Unit, Measure>> = {
  sources: { name: 'sources', gloss: 'whoever is the source of a claim, once an article' },
  claims: { name: 'claims', gloss: 'what they are the source of, without belief, intention and feeling' },
  quotedWords: { name: 'quoted words', gloss: 'words of those claims that stand in quotation marks' },
  first: { name: 'first voice', gloss: 'articles whose first claim is theirs' },
  last: { name: 'last voice', gloss: 'articles whose last claim is theirs' },
}

/** Dimensions that the audit shows, in its order. */
export const SHOWN_DIMENSIONS = ['gender', 'type', 'function', 'naming'] as const
type ShownDimension = (typeof SHOWN_DIMENSIONS)[number]

interface DimensionWords {
  readonly heading: string
  readonly lead: string
  readonly rowHeading: string
  readonly glossary: Readonly<Record<string, string>>
}

const WORDS: Readonly<Record<ShownDimension, DimensionWords>> = {
  gender: {
    heading: 'Women and men',
    lead: 'Gender as the text gives it: by pronouns, titles and words such as “spokeswoman”, and by first names only as weak evidence. It says nothing else about a person. Bodies, groups and documents have none.',
    rowHeading: 'Gender',
    glossary: GENDER_GLOSSARY,
  },
  type: {
    heading: 'Who they are',
    lead: 'Source types of the Global Media Monitoring Project, by role, affiliation and words of the text.',
    rowHeading: 'Source type',
    glossary: SOURCE_TYPE_GLOSSARY,
  },
  function: {
    heading: 'What they are there for',
    lead: 'What a source does in its article: is its subject, speaks for somebody, knows it by profession, has lived it, saw it, or has a view.',
    rowHeading: 'Function',
    glossary: VOICE_FUNCTION_GLOSSARY,
  },
  naming: {
    heading: 'With a name or without',
    lead: 'Anonymous: the text says that identity is withheld. Unnamed: a role or a group without a name.',
    rowHeading: 'Naming',
    glossary: NAMING_GLOSSARY,
  },
}

export interface BreakdownView {
  readonly links: AuditLinks
  /** Whether shares are of those only of which it is known. */
  readonly known: boolean
  /** Whether tables stand open. */
  readonly isOpen: boolean
}

/** Charts of the report's breakdowns by what lies in the voices themselves. */
export function renderBreakdowns({ breakdowns }: AuditReport, view: BreakdownView): Html[] {
  return breakdowns.flatMap(({ dimension, rows }) => {
    const shown = SHOWN_DIMENSIONS.find(known => known === dimension)
    return shown === undefined ? [] : [renderBreakdown(shown, rows, view)]
  })
}

function renderBreakdown(dimension: ShownDimension, rows: readonly BreakdownRow[], view: BreakdownView): Html {
  const { links, known, isOpen } = view
  const { heading, lead, rowHeading, glossary } = WORDS[dimension]
  // Of what is known of all, such as naming, the shares are of all.
  const ofKnownOnly = known && rows.some(row => row.known !== null)
  const shownRows = rows.flatMap(({ label, all, known: ofKnown }): ShareRow[] => {
    const shares = ofKnownOnly ? ofKnown : all
    if (label === null || shares === null) return []
    const filter = filterOf(dimension, label)
    const show = (unit: Unit) => showShare(shares[unit] as Share, links.unit(unit, filter))
    return [{ label, gloss: glossary[label] ?? '', isUnknown: label === 'unknown', shares: UNITS.map(show) }]
  })
  return renderShareChart({
    id: `by-${dimension}`,
    heading,
    lead,
    rowHeading,
    isOpen,
    measures: UNITS.map(unit => MEASURES[unit]),
    rows: largestFirst(dimension, shownRows),
  })
}
