import { labelOfUri } from '../../../domain/articles/article-label.ts'
import { diffContents } from '../../../families/differences/diff-contents.ts'
import type { QuotationFamilyView, VariantView } from '../../../store/schema.ts'
import type { Column } from '../listing.ts'

/** A family as other programs get it: truth values as such. */
export type FamilyRow = Omit<QuotationFamilyView, 'speakers_differ' | 'meaning_differs'> & {
  readonly speakers_differ: boolean
  readonly meaning_differs: boolean
}

export function toFamilyRow(family: QuotationFamilyView): FamilyRow {
  return {
    ...family,
    speakers_differ: family.speakers_differ === 1,
    meaning_differs: family.meaning_differs === 1,
  }
}

export const FAMILY_COLUMNS: readonly Column<FamilyRow>[] = [
  { heading: 'family', cell: ({ family_id }) => family_id.slice(0, 8) },
  { heading: 'articles', cell: ({ articles }) => articles, alignRight: true },
  { heading: 'publishers', cell: ({ publishers }) => publishers, alignRight: true },
  { heading: 'variants', cell: ({ variants }) => variants, alignRight: true },
  { heading: 'differs in', cell: describeDifferences },
  { heading: 'first seen', cell: ({ first_seen }) => first_seen, most: 10 },
  {
    heading: 'first',
    cell: ({ first_publisher, first_article_uri }) => first_publisher ?? labelOfUri(first_article_uri),
    most: 26,
  },
  { heading: 'source', cell: ({ first_name }) => first_name, most: 20 },
  { heading: 'content', cell: ({ content }) => content, share: 1 },
]

function describeDifferences({ speakers_differ, meaning_differs }: FamilyRow): string {
  return [...(speakers_differ ? ['speaker'] : []), ...(meaning_differs ? ['meaning'] : [])].join(', ')
}

/** A variant, laid beside the first seen. */
export type VariantRow = VariantView & { readonly aligned: string }

/** Words that are missing in it stand in `[-…-]`, words that the first seen has not in `{+…+}`. */
export function toVariantRows(variants: readonly VariantView[]): VariantRow[] {
  const first = variants[0]?.content ?? ''
  return variants.map((variant, index) => ({
    ...variant,
    aligned: index === 0 ? variant.content : alignWith(first, variant.content),
  }))
}

function alignWith(first: string, content: string): string {
  return diffContents(first, content)
    .map(({ kind, text }) => ({ kind, words: text.trim() }))
    .map(({ kind, words }) => (kind === 'same' ? words : kind === 'gone' ? `[-${words}-]` : `{+${words}+}`))
    .join(' ')
}

export const VARIANT_COLUMNS: readonly Column<VariantRow>[] = [
  { heading: 'claim', cell: ({ claim_id }) => claim_id.slice(0, 8) },
  { heading: 'variant', cell: ({ variant }) => variant, alignRight: true },
  { heading: 'seen', cell: ({ seen_at }) => seen_at?.slice(0, 16).replace('T', ' ') ?? 'not known' },
  { heading: 'by', cell: ({ seen_by }) => seen_by },
  { heading: 'publisher', cell: ({ publisher }) => publisher, most: 20 },
  { heading: 'article', cell: ({ article_uri }) => labelOfUri(article_uri), most: 26 },
  { heading: 'source', cell: ({ name }) => name, most: 20 },
  { heading: 'differs in', cell: ({ differs }) => differs, most: 24 },
  { heading: 'content', cell: ({ aligned }) => aligned, share: 1 },
]
