/** Word lists of this folder: lemmas, one a line. */
export const SENSE_LISTS = [
  'answered',
  'bought',
  'called',
  'gained',
  'kept',
  'manner',
  'measure',
  'mute',
  'price',
  'shown',
  'staff',
  'sought',
  'task',
  'told-thing',
  'withheld',
  'written',
  'yielded',
] as const
export type SenseList = (typeof SENSE_LISTS)[number]

/**
 * A sense in which words that attribute elsewhere report nothing that anybody said, as data. What fits is no claim, whichever engine
 * found it.
 */
export interface Sense {
  readonly id: string
  /** Lemmas of the cue's head; any when none is given. */
  readonly cue?: readonly string[]
  /** The word that has to stand behind the head in the cue ("pressed **for**"); without it, none does. */
  readonly particle?: string
  /**
   * What the content has to be: nothing but a thing whose noun is listed, a thing with a figure before it or a sum of money, any
   * thing at all (without a verb or a quotation), nobody but a person (a pronoun or a name), somebody and a way ("him
   * back"), or anything. `given` things stand last, behind who gets them or does not.
   */
  readonly content?:
    | SenseList
    | { readonly given: SenseList }
    | 'counted'
    | 'fetched'
    | 'money'
    | 'somebody'
    | 'thing'
    | 'any'
  /** Nouns of contents that are said all the same ("maintained her innocence"). */
  readonly but?: readonly string[]
  /** What the source's noun has to be. */
  readonly source?: SenseList
  /** Whether the source stands right behind the cue, no comma before it, and the content tells what was done. */
  readonly done?: boolean
  /** Why nothing is said. */
  readonly reason: string
  /** In brackets, as those of cue rules: of `yes` nothing is said, of `no` something is. */
  readonly examples: { readonly yes: readonly string[]; readonly no: readonly string[] }
}
