import type { Act } from './labels.ts'
import { SOURCE_TYPE_GLOSSARY, SOURCE_TYPES, type SourceType } from './voice-labels.ts'

/*
 * What a newsroom adds to the pipeline without touching it, as plain data that crosses threads. `src/rules` reads it from a
 * file; whoever creates an analyser hands it over.
 */

/** Word lists of the pipeline that a newsroom can extend. */
const PIPELINE_LISTS = ['title', 'honorific', 'role', 'organisation', 'document', 'crowd', 'unnamed'] as const
/** A list of words that say what sort of source somebody or some body is. */
export type TypeList = `type:${Exclude<SourceType, 'unknown'>}`
export const TYPE_LISTS = SOURCE_TYPES.filter(type => type !== 'unknown').map((type): TypeList => `type:${type}`)
export const WORD_LISTS: readonly WordList[] = [...PIPELINE_LISTS, ...TYPE_LISTS]
export type WordList = (typeof PIPELINE_LISTS)[number] | TypeList
const TYPE_LIST_GLOSSARY = Object.fromEntries(
  TYPE_LISTS.map(list => [list, `words for those who are, or belong to: ${SOURCE_TYPE_GLOSSARY[typeOfList(list)]}`]),
) as Record<TypeList, string>
export const WORD_LIST_GLOSSARY: Record<WordList, string> = {
  ...TYPE_LIST_GLOSSARY,
  title: 'titles and offices that stand before a name or for their holder ("minister", "chief whip")',
  honorific: 'forms of address that say nothing of what somebody does ("mr", "dame"); titles too',
  role: 'nouns for what people are or do, before or after a name ("historian", "spokesman"), in the singular',
  organisation: 'nouns for bodies: last words of their names ("bank", "council")',
  document: 'nouns for what is written or published and can say something ("report", "poll"), in the singular',
  crowd: 'nouns for the people of a body or crowd, none of whom is called so ("police", "villagers")',
  unnamed: 'nouns for people whom a text leaves without a name ("source", "insider", "aides")',
}

/** The type that a list's words say. */
export function typeOfList(list: TypeList): Exclude<SourceType, 'unknown'> {
  return list.slice('type:'.length) as Exclude<SourceType, 'unknown'>
}

/** Ways of attributing, each the pattern around the cues of a word list of the pipeline. */
export const CUE_PATTERNS = [
  'that-clause',
  'bare-clause',
  'speech',
  'addressee',
  'hearer',
  'indirect-question',
  'infinitive',
  'order',
  'object',
  'prepositional',
  'naming',
  'as-object',
  'nominal',
  'message',
  'hearsay-adverb',
  'impersonal',
  'passive-infinitive',
  'according-to',
] as const
export type CuePattern = (typeof CUE_PATTERNS)[number]
export const CUE_PATTERN_GLOSSARY: Record<CuePattern, string> = {
  'that-clause': 'somebody says that something is so: "argued that"',
  'bare-clause': 'the same without "that": "said it rained"',
  speech: 'beside quotation marks, or behind what is said: "…," she said',
  addressee: 'somebody tells somebody: "told reporters that"',
  hearer: 'somebody is told: "was warned that"',
  'indirect-question': 'with a question word: "asked whether"',
  infinitive: 'with an infinitive: "vowed to leave"',
  order: 'somebody is to do something: "urged residents to stay"',
  object: 'what is said is an object: "announced cuts"',
  prepositional: 'what is said stands behind a preposition of the cue: "called for calm"',
  naming: 'somebody gives something a name: "called the vote a sham"',
  'as-object': 'somebody describes something as something: "portrayed him as weak"',
  nominal: 'a noun with its owner: "her claim that"',
  message: 'a quotation is somebody’s words: "“…” was her verdict"',
  'hearsay-adverb': 'an adverb of hearsay: "reportedly"',
  impersonal: 'nobody says who: "it is understood that"',
  'passive-infinitive': 'nobody says who: "is said to be"',
  'according-to': 'before or after a clause, with who says it behind: "according to officials"',
}

/** Words that attribute. */
export interface CuePhrase {
  readonly id: string
  /** Each matches by its words or by their base forms. */
  readonly phrases: readonly string[]
  readonly like: readonly CuePattern[]
  /** Null where the pattern or the words decide it. */
  readonly act: Act | null
  /** Where who says it stands, seen from the cue; null on either side. */
  readonly source: 'before' | 'after' | null
  /** Share of what it finds that is right, or null where that of the pattern holds. */
  readonly confidence: number | null
  readonly reason: string
}

/** More words of one of the pipeline's lists. */
export interface ListedWords {
  readonly id: string
  readonly list: WordList
  readonly phrases: readonly string[]
  readonly reason: string
}

/** Somebody or something that the newsroom knows by name. */
export interface KnownName {
  readonly id: string
  /** The canonical name, by which every alias goes. */
  readonly name: string
  /** As they stand in articles; the name itself need not be among them. */
  readonly aliases: readonly string[]
  readonly kind: 'person' | 'organisation' | 'place'
  readonly gender: 'woman' | 'man' | 'nonbinary' | null
  /** What they are and whom they belong to, for articles that do not say. */
  readonly role: string | null
  readonly affiliation: string | null
  readonly reason: string
}

/** Words that say how a source is told of. */
export interface SourcePhrase {
  readonly id: string
  /** `withheld`: that the name is; `knowledge`: how they know, in the source's own words. */
  readonly says: 'withheld' | 'knowledge'
  /** Whether who knows so is anonymous by that alone. */
  readonly anonymous: boolean
  readonly phrases: readonly string[]
  readonly reason: string
}

/** An example of a rule: `yes` with brackets that must come out exactly so, `no` in which it must find nothing. */
export interface RuleExample {
  readonly rule: string
  readonly is: 'yes' | 'no'
  readonly text: string
  /** Where it stands in the file, from 1. */
  readonly line: number
}

/** A newsroom's rules. */
export interface NewsroomRules {
  /** First digits of the SHA-256 of all that can change what is found: not of examples, comments or policy. */
  readonly digest: string
  readonly cues: readonly CuePhrase[]
  readonly words: readonly ListedWords[]
  readonly names: readonly KnownName[]
  readonly sources: readonly SourcePhrase[]
  readonly examples: readonly RuleExample[]
  /** Of the file, for errors. */
  readonly file: string
}

/** What `rule` of an evidence has for a newsroom's rule: its id, marked as no rule of the pipeline's. */
export function ruleIdOf(id: string): string {
  return `rules:${id}`
}

export function isNewsroomRule(rule: string | undefined): boolean {
  return rule?.startsWith('rules:') === true
}
