import type { RoleReading } from '../../words/other-role.ts'
import type { Reference } from '../reference.ts'
import type { Tie } from './ties.ts'

/** A reference while references are linked. */
export interface Linked extends Reference, Tie {
  /** Whom its name alone says it is: the same number for the same, or null. */
  readonly named: number | null
  /** Nouns of the offices that whoever it names is given anywhere, or of the one that it is. */
  readonly offices?: readonly string[]
  /** What is said of whom it names, or what a description says of whom it means. */
  readonly called?: readonly RoleReading[]
  /** Whether it goes back to nobody, as its words say: "a former Speaker". */
  readonly isNew?: boolean
  /** Whether it stands in a byline: no "he" or "she" of the article goes back to there. */
  readonly isByline?: boolean
  readonly sentence?: number
  /** Whether it is a pronoun in quotation marks: who says it in its sentence is read before it. */
  readonly isQuoted?: boolean
  /** Whether another has the very name. */
  readonly isNamesake?: boolean
  /** Id of whom a newsroom's rules say that it is. */
  readonly known?: string
}
