import type { MetadataField } from '../../domain/article.ts'
import type { Draft } from '../article/draft.ts'
import type { ReadContext } from '../format.ts'
import { readPaste } from '../plain/read-paste.ts'

/** Names of a draft's fields by those of their origins. */
const FIELDS = {
  title: 'title',
  byline: 'byline',
  publisher: 'publisher',
  publishedAt: 'published',
  modifiedAt: 'modified',
  section: 'section',
  language: 'language',
  uri: 'uri',
} as const satisfies Record<MetadataField, keyof Draft>

/**
 * A draft of a document whose text was read like any pasted one: what stands around the article left out, and what its lines
 * tell of it. Where the document says the same, that stands, but for what it does not surely say of the article.
 *
 * @param unsure fields that the document gives in passing, such as who had the program when it was made
 */
export function toldByText(
  draft: Draft,
  unsure: readonly MetadataField[],
  { whole = false }: Pick<ReadContext, 'whole'>,
): Draft {
  if (whole) return draft
  const paste = readPaste(draft.text)
  const told: Partial<Record<(typeof FIELDS)[MetadataField], unknown>> = {}
  const origins: Partial<Record<MetadataField, string>> = { ...draft.origins }
  for (const [field, name] of Object.entries(FIELDS) as [MetadataField, (typeof FIELDS)[MetadataField]][]) {
    const own = draft[name] ?? null
    const read = paste[name]
    if (read === null || (own !== null && !unsure.includes(field) && origins[field] !== 'first line')) continue
    told[name] = read
    const origin = paste.origins[field]
    if (origin === undefined) delete origins[field]
    else origins[field] = origin
  }
  return { ...draft, ...told, text: paste.text, origins, leftOut: [...(draft.leftOut ?? []), ...paste.leftOut] }
}
