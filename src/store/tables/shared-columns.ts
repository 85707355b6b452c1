import type { Naming, SourceKind } from '../../domain/labels.ts'
import type { SourceValues } from '../../domain/source-fields.ts'

/** Columns that say when and where an article appeared, shared by the table and the views. */
export interface Publication extends Appearance {
  uri: string
}

/** The same of an article in one place. */
export interface Appearance {
  title: string | null
  publisher: string | null
  /** As the input gave it: ISO 8601 with zone. */
  published_at: string | null
  /** The same instant as `YYYY-MM-DDTHH:MM:SS.sssZ`, so that text order is time order. */
  published_utc: string | null
}

/** What is known of a source; the same columns in the table and in the views. */
export interface SourceDescription extends SourceValues {
  naming: Naming
  kind: SourceKind
}
