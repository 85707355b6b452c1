import type { Act, MentionType, Naming, Pos, QuotationType, SourceKind } from './labels.ts'
import type { KnownName, WordList } from './newsroom-rules.ts'
import type { SourceFacts } from './source-fields.ts'
import type { Span } from './span.ts'
import type { VoicesLayer } from './voices.ts'

export type * from './grounded.ts'
export type * from './voices.ts'

/*
 * Stand-off layers over one frozen text. Every span is UTF-16; every index (`firstToken`, `mention`, …) points into
 * the array of the layer that owns it. A stage adds its own layer and edits no other's.
 */

export interface Token extends Span {
  readonly text: string
  /** `text` in lower case, curly apostrophes made straight: a matching key, never stored. */
  readonly lower: string
  /** Base form in lower case. */
  readonly lemma: string
  readonly pos: Pos
  /** Index of the sentence that holds it. */
  readonly sentence: number
  /** Lists that a newsroom's rules put it on, each with the rule's id; absent where none does. */
  readonly listed?: Readonly<Partial<Record<WordList, string>>>
}

/** Tokens `[firstToken, endToken)` of one paragraph. */
export interface Sentence extends Span {
  readonly firstToken: number
  readonly endToken: number
  readonly paragraph: number
}

export interface Paragraph extends Span {
  readonly firstSentence: number
  readonly endSentence: number
  /** A title, section heading or other line that is no running text. */
  readonly heading: boolean
}

export interface TokensLayer {
  readonly paragraphs: readonly Paragraph[]
  readonly sentences: readonly Sentence[]
  readonly tokens: readonly Token[]
  /** What a newsroom's rules know of the text; absent where there are none. */
  readonly newsroom?: NewsroomReading
}

/** Where phrases of a newsroom's rules stand, each in text order. */
export interface NewsroomReading {
  readonly digest: string
  readonly names: readonly (PhraseTokens & { readonly known: KnownName })[]
  readonly withheld: readonly FoundPhrase[]
  readonly knowledge: readonly FoundPhrase[]
}

/** Tokens `[firstToken, endToken)`. */
export interface PhraseTokens {
  readonly firstToken: number
  readonly endToken: number
}

export interface FoundPhrase extends PhraseTokens, Span {
  /** Id of the rule. */
  readonly rule: string
  readonly reason: string
  readonly anonymous: boolean
}

/** Words of the article that refer to somebody or something. */
export interface Mention extends Span {
  readonly type: MentionType
  readonly firstToken: number
  readonly endToken: number
  /** The name inside the mention ("Trump" in "U.S. President Trump"), or null when it holds none. */
  readonly name: Span | null
  /** The role or title inside the mention ("President"), or null. */
  readonly role: Span | null
  /** How likely the name is one of this type, where a model says so. */
  readonly probability?: number
  /** Who or what a newsroom's rules say that it is. */
  readonly known?: KnownName
}

/** Words for a person or body without a name ("the spokeswoman", "the company"), up to their noun. */
export interface Description {
  readonly type: 'person' | 'organisation'
  readonly firstToken: number
  readonly endToken: number
}

export interface EntitiesLayer {
  readonly mentions: readonly Mention[]
  /** In text order; none where no model looks for them. */
  readonly descriptions: readonly Description[]
}

/** Text between paired quotation marks; the marks are part of the span. */
export interface Quotation extends Span {
  /** The words without the marks, one span a paragraph. */
  readonly inner: readonly Span[]
  readonly firstToken: number
  readonly endToken: number
  /** False when the closing mark is missing and the paragraph's end closed it. */
  readonly balanced: boolean
  /** Index of the quotation that it is nested in, or null. */
  readonly parent: number | null
}

export interface QuotationsLayer {
  readonly quotations: readonly Quotation[]
}

/** What an encoder makes of every token in its context, for the heads that read it. Never stored. */
export interface EncodingLayer {
  /** Numbers of a vector. */
  readonly width: number
  /** One row a token: `vectors[token * width + i]`. */
  readonly vectors: Float32Array
}

/** All mentions of one person, organisation or place. */
export interface CoreferentEntity {
  /** The fullest name in the article; the words of an office when its holder is never named. */
  readonly name: string
  readonly type: MentionType
  /** Indexes of mentions, ascending. */
  readonly mentions: readonly number[]
  readonly gender: 'woman' | 'man' | null
  /** What is said of it anywhere, lower case: titles before a name, appositions. */
  readonly roles: readonly string[]
  /** Who or what a newsroom's rules say that it is. */
  readonly known?: KnownName
}

/** Tokens `[firstToken, endToken)` that refer to somebody or something. */
export interface ReferenceTokens {
  readonly firstToken: number
  readonly endToken: number
}

/** A pronoun or description with whom it means, by a model. */
export interface ReadReference extends ReferenceTokens {
  readonly pronoun: boolean
  /** Best first; empty where it likely means nobody in the article. */
  readonly ranked: readonly { readonly group: number; readonly probability: number }[]
}

export interface CoreferenceLayer {
  readonly entities: readonly CoreferentEntity[]
  /** Those who are referred to, with a name or without: the entity where there is a name, and all that refers to it. */
  readonly groups: readonly { readonly entity: number | null; readonly references: readonly ReferenceTokens[] }[]
  /** In text order; none where names alone were joined. */
  readonly references: readonly ReadReference[]
}

/** Why an attribution or a claim is there: the rule or model that decided, and what it saw. */
export interface Evidence {
  readonly stage: string
  readonly version: number
  /** Rule id, or `model:<hash>`. */
  readonly rule: string
  /** Reason in words, and any figures the decision rests on. JSON-serialisable. */
  readonly detail: Readonly<Record<string, unknown>>
}

/** Source + cue + content, as in PARC and PolNeAR; every role may have several spans, in text order. */
export interface Attribution {
  readonly cue: readonly Span[]
  readonly cueLemma: string
  readonly source: readonly Span[]
  readonly content: readonly Span[]
  readonly addressee: readonly Span[]
  /** Who passes on what the source said ("**AFP** quoted a spokesman as saying"), where the text says so. */
  readonly relay?: Span
  readonly act: Act
  /** In [0, 1]: of attributions at 0.8, 80 in 100 are right on the development set. */
  readonly confidence: number
  /** Index of the attribution whose content holds this one, or null. No attribution is its own ancestor. */
  readonly parent: number | null
  /** Index of the attribution before it whose source speaks on, where no cue of its own attributes it. */
  readonly goesOnFrom?: number
  readonly evidence: readonly Evidence[]
}

/** What the pipeline considered and rejected, kept so that nothing is silently dropped. */
export interface Candidate extends Span {
  readonly stage: string
  readonly rule: string
  /** In words: why it is no claim. */
  readonly reason: string
}

export interface AttributionsLayer {
  readonly attributions: readonly Attribution[]
  readonly candidates: readonly Candidate[]
}

/** Who an attribution's source is. */
export interface Source extends SourceFacts {
  readonly spans: readonly Span[]
  readonly naming: Naming
  readonly kind: SourceKind
  /** Index of the source in this layer that it was resolved to ("one of the officials" → "Two … officials"). No source goes back to itself. */
  readonly antecedent: number | null
  readonly evidence: readonly Evidence[]
}

/** A pronoun with whom it means, and who else it could have meant. */
export interface ResolvedPronoun extends Span {
  readonly score: number
  /** The next best, best first; `name` is the words of who has no name. */
  readonly runnersUp: readonly { readonly name: string; readonly score: number }[]
}

/** A coreference chain: all the words of an article that mean one person, organisation or place. */
export interface Chain {
  /** The fullest name in the article. */
  readonly name: string
  readonly type: MentionType
  /** Indexes of mentions, ascending. */
  readonly mentions: readonly number[]
  readonly pronouns: readonly ResolvedPronoun[]
}

export interface SourcesLayer {
  readonly sources: readonly Source[]
  readonly chains: readonly Chain[]
  /** One entry an attribution: index into `sources`, or null when the text gives no source. */
  readonly sourceOf: readonly (number | null)[]
  /**
   * One entry an attribution: index of whom its source cites in turn ("Reuters reported, citing two officials"), or null.
   */
  readonly citedOf: readonly (number | null)[]
  /** One entry an attribution: index of who passes on what its source said ("AFP quoted …"), or null. */
  readonly relayedOf: readonly (number | null)[]
  /** Sources that could not go back to whom they seemed to. */
  readonly candidates: readonly Candidate[]
}

/** An attribution with its source resolved. */
export interface Claim {
  /** Hash of article id, cue spans and content spans (code points): stable across runs and machines. */
  readonly id: string
  readonly attribution: number
  readonly source: number | null
  readonly quotation: QuotationType
  readonly act: Act
  readonly negated: boolean
  readonly hedged: boolean
  readonly confidence: number
  /** The sentences that hold its words. */
  readonly context: Span
  /** Id of the claim whose content holds this one, or null. */
  readonly parent: string | null
  /** Index of the source that the claim's own source cites, or null. */
  readonly cited: number | null
  /** Index of who passes on what the claim's source said, or null. */
  readonly relayed: number | null
  /** Id of a claim of the same article by a named source that says the same, for claims without a named source. */
  readonly corroboratedBy: string | null
  readonly evidence: readonly Evidence[]
}

export interface ClaimsLayer {
  readonly claims: readonly Claim[]
  /** Attributions that are no claims of their own. */
  readonly candidates: readonly Candidate[]
}

/** Every layer by name: the folder of `pipeline/` that adds it. */
export interface Layers {
  readonly tokens: TokensLayer
  readonly entities: EntitiesLayer
  readonly quotations: QuotationsLayer
  readonly encoding: EncodingLayer
  readonly attributions: AttributionsLayer
  readonly coreference: CoreferenceLayer
  readonly sources: SourcesLayer
  readonly voices: VoicesLayer
  readonly claims: ClaimsLayer
}

/** What every pipeline ends with, whichever engine it has. */
export type FoundLayers = Omit<Layers, 'encoding'>

export type LayerName = keyof Layers
