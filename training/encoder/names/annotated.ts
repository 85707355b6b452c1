import type { Kind } from '../../../pipeline/coreference/reference.ts'
import type { Span } from '../../../src/domain/span.ts'

/** A corpus whose names and chains are learned from: each marks names in its own way. */
export type Corpus = 'gum' | 'ieer' | 'litbank' | 'uner' | 'gap' | 'silver'

/** Words that somebody marked as referring; UTF-16. */
export interface MarkedReference extends Span {
  readonly kind: Kind
  /** What the same thing has in common within the text, or null where nobody said. */
  readonly chain: string | null
  /** False where a title may stand before the name inside. */
  readonly trimmed?: boolean
}

export interface AnnotatedText {
  readonly name: string
  readonly corpus: Corpus
  readonly text: string
  readonly references: readonly MarkedReference[]
}
