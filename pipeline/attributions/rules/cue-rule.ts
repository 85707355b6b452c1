import type { Act } from '../../../src/domain/labels.ts'
import type { LexiconName } from '../lexicon.ts'

/**
 * One pattern by which words attribute other words, as data.
 *
 * `match` is a sequence of elements around `cue`, separated by spaces; `?` makes one optional, `a|b` takes the first
 * that fits. Elements in capitals of meaning (`source`, `quotation`, `clause`, …) are listed in `match/element-names.ts`;
 * anything else is a word or mark that must stand there.
 */
export interface CueRule {
  readonly id: string
  /** What `cue` may be: a word list, lemma phrases given here, or any verb but those of some lists. */
  readonly cue: LexiconName | readonly string[] | { readonly anyBut: readonly LexiconName[] }
  readonly match: string
  readonly voice?: 'active' | 'passive'
  readonly form?: 'finite' | 'participle' | 'infinitive' | 'any'
  /** Part of speech of the cue's first word; a verb unless said otherwise. */
  readonly pos?: 'verb' | 'noun' | 'adverb' | 'any'
  /** Where it applies: anywhere, or in headings alone. */
  readonly where?: 'text' | 'heading'
  /** The act when the rule decides it; otherwise the cue's lemma does. */
  readonly act?: Act
  /**
   * Share of this rule's attributions that are right, measured on PolNeAR train (relation; cue and source for
   * refusals, whose content is annotated otherwise there) and drawn towards 0.5 where it fired seldom.
   */
  readonly confidence: number
  /** Why these words attribute. */
  readonly reason: string
  /** `yes` in brackets: `[source Officials] [cue said] [content that it rained].`; `no` must not match this rule. */
  readonly examples: { readonly yes: readonly string[]; readonly no: readonly string[] }
  /** Of the newsroom's rules that it is made of; absent where it is the pipeline's own. */
  readonly rulesDigest?: string
}
