/** Every closed set of labels, with its gloss. Words as fixed in the design; no synonyms elsewhere. */

export const QUOTATION_TYPES = ['direct', 'indirect', 'mixed', 'none'] as const
export type QuotationType = (typeof QUOTATION_TYPES)[number]
export const QUOTATION_GLOSSARY: Record<QuotationType, string> = {
  direct: 'all of the content stands in quotation marks',
  indirect: 'none of the content stands in quotation marks',
  mixed: 'part of the content stands in quotation marks',
  none: 'there is no content, as in a refusal to comment',
}

export const ACTS = [
  'statement',
  'question',
  'order',
  'promise',
  'accusation',
  'denial',
  'belief',
  'intention',
  'feeling',
  'no-comment',
] as const
export type Act = (typeof ACTS)[number]
export const ACT_GLOSSARY: Record<Act, string> = {
  statement: 'says that something is so: "said", "according to"',
  question: 'asks: "asked whether"',
  order: 'wants somebody else to act: "urged", "ordered", "called on"',
  promise: 'commits the source to act: "vowed", "pledged"',
  accusation: 'blames somebody: "accused", "blamed"',
  denial: 'says that something is not so: "denied", "rejected"',
  belief: 'holds something true without saying it: "believes", "thinks"',
  intention: 'means to do something: "wants", "plans"',
  feeling: 'has an emotion about something: "fears", "welcomes"',
  'no-comment': 'refuses to say anything: "declined to comment"',
}
/** Acts that are attitudes rather than speech; `claims` hides them unless asked. */
export const ATTITUDES: readonly Act[] = ['belief', 'intention', 'feeling']

export const NAMINGS = ['named', 'unnamed', 'anonymous', 'unstated'] as const
export type Naming = (typeof NAMINGS)[number]
export const NAMING_GLOSSARY: Record<Naming, string> = {
  named: 'a name, or words resolved to a name',
  unnamed: 'a role or group without a name',
  anonymous: 'the text says that identity is withheld',
  unstated: 'the text gives no source',
}

export const SOURCE_KINDS = ['person', 'organisation', 'government', 'group', 'document', 'unknown'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

export const MENTION_TYPES = ['person', 'organisation', 'place', 'group', 'document', 'time'] as const
export type MentionType = (typeof MENTION_TYPES)[number]

export const SPAN_ROLES = ['source', 'cue', 'content', 'addressee'] as const
export type SpanRole = (typeof SPAN_ROLES)[number]

/** Universal part-of-speech tags, as wink-nlp gives them. */
export const POS_TAGS = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SPACE',
  'SYM',
  'VERB',
  'X',
] as const
export type Pos = (typeof POS_TAGS)[number]
