import type { Article } from '../../src/domain/article.ts'
import type {
  Attribution,
  AttributionsLayer,
  Candidate,
  Chain,
  CoreferenceLayer,
  EntitiesLayer,
  Mention,
  QuotationsLayer,
  SourcesLayer,
  TokensLayer,
} from '../../src/domain/layers.ts'
import { contains, type Span, sliceOf } from '../../src/domain/span.ts'
import { findDatelines } from '../datelines.ts'
import type { NamesAt } from '../words/beside-owner.ts'
import { findAnonymityStatements } from './anonymity/anonymity.ts'
import { findWithheld } from './anonymity/find-withheld.ts'
import { linkAnonymity } from './anonymity/link-anonymity.ts'
import { type DraftSource, draftSource } from './draft-source.ts'
import { type FindCited, prepareCited } from './find-cited.ts'
import { finishSources } from './finish-source.ts'
import { type NamedEntity, toNamedEntity } from './named-entity.ts'
import { resolveLabels } from './naming/label-names.ts'
import type { NamesInArticle } from './naming/own-name.ts'
import { ReadCoreference } from './pronouns/read-coreference.ts'
import { findSingularThey } from './pronouns/singular-they.ts'
import { readSourceWords } from './source-words.ts'
import type { Speech } from './walk.ts'
import { walkArticle } from './walk-article.ts'

type StageName = { readonly name: string; readonly version: number }

/** The layers that sources are resolved with. */
export interface Reading {
  readonly tokens: TokensLayer
  readonly entities: EntitiesLayer
  readonly quotations: QuotationsLayer
  readonly attributions: AttributionsLayer
  readonly coreference: CoreferenceLayer
}

/**
 * Resolves the source of every attribution: names first, then, in text
 * order, pronouns and descriptions of somebody who was named or introduced before ("one of the officials"). What an
 * unnamed source is said to be once holds for every later expression that is resolved to it. Spans are UTF-16.
 */
export function resolveSources(
  { text, byline }: Pick<Article, 'text' | 'byline'>,
  { tokens: layer, entities, quotations, attributions: { attributions }, coreference }: Reading,
  stage: StageName,
): SourcesLayer {
  const { tokens, sentences, newsroom } = layer
  const mentions = entities.mentions.filter(({ type }) => type !== 'group' && type !== 'document')
  const joined = coreference.entities.map(entity => toNamedEntity(entity, entities.mentions))
  const names = indexNames(joined, mentions)
  const { entityOf } = names
  const { drafts, sourceOf, citedOf, relayedOf } = draftSources({ text, layer, mentions, names }, attributions)
  resolveLabels({ text, layer, mentions, entityOf, byline }, drafts)
  const speeches = listSpeeches(attributions, sourceOf, drafts)
  // An article speaks of neither the place nor the agency of its dateline: no "it" means them.
  const datelines = findDatelines(layer)
  const spokenOf = mentions.filter(mention => !datelines.some(dateline => contains(dateline, mention)))
  const statements = findAnonymityStatements(text, sentences, newsroom?.withheld)
  const { pronouns, meant } = walkArticle({
    text,
    layer,
    quotations,
    entityOf,
    mentions: spokenOf,
    drafts,
    speeches,
    speechesOf: Map.groupBy(speeches.filter(isSpoken), ({ draft }) => draft),
    coreference: new ReadCoreference(coreference, joined, tokens.length),
    singularThey: findSingularThey(tokens, spokenOf, entityOf),
    peopleAt: indexPeople(spokenOf),
    withheld: findWithheld(text, statements, drafts, tokens, mentions),
    byline,
  })
  linkAnonymity(text, statements, drafts, tokens, meant)
  return {
    sources: finishSources({ text, tokens, mentions, stage, rulesDigest: newsroom?.digest ?? null }, drafts),
    sourceOf,
    citedOf,
    relayedOf,
    candidates: drafts.flatMap(draft => describeRefused(draft, text, drafts, stage.name)),
    chains: joined.map(
      (entity, i): Chain => ({
        name: entity.name,
        type: entity.type,
        mentions: (coreference.entities[i] as { mentions: readonly number[] }).mentions,
        pronouns: pronouns.get(entity) ?? [],
      }),
    ),
  }
}

function indexNames(entities: readonly NamedEntity[], mentions: readonly Mention[]): NamesInArticle {
  const entityOf = new Map<Mention, NamedEntity>()
  for (const entity of entities) for (const mention of entity.mentions) entityOf.set(mention, entity)
  return { entityOf, mentionEndingAt: new Map(mentions.map(mention => [mention.endToken, mention])) }
}

/** People by name, by the tokens where they begin and end. */
function indexPeople(mentions: readonly Mention[]): NamesAt<Mention> {
  const people = mentions.filter(({ type, name }) => type === 'person' && name !== null)
  return {
    begins: new Map(people.map(mention => [mention.firstToken, mention])),
    ends: new Map(people.map(mention => [mention.endToken, mention])),
    endOf: ({ endToken }) => endToken,
  }
}

/** What the words of sources are read with. */
interface SourceReading {
  readonly text: string
  readonly layer: TokensLayer
  readonly mentions: readonly Mention[]
  readonly names: NamesInArticle
}

/** Sources in text order, and for each attribution which of them are its source, whom that cites and who passes it on. */
interface DraftedSources {
  readonly drafts: DraftSource[]
  readonly sourceOf: readonly (number | null)[]
  readonly citedOf: readonly (number | null)[]
  readonly relayedOf: readonly (number | null)[]
}

/** Begins a source for all the words that say who: the same words are one source. */
function draftSources(
  { text, layer, mentions, names }: SourceReading,
  attributions: readonly Attribution[],
): DraftedSources {
  const drafts: DraftSource[] = []
  const bySpan = new Map<string, number>()
  const none = () => attributions.map((): number | null => null)
  const indexes = { source: none(), cited: none(), relayed: none() }
  for (const { spans, into, attribution } of listSources(attributions, prepareCited(layer, mentions, attributions))) {
    const key = spans.map(({ start, end }) => `${start}-${end}`).join(' ')
    const known = bySpan.get(key)
    const words = known === undefined ? readSourceWords(layer.tokens, mentions, spans) : null
    if (known === undefined && words === null) continue
    const index = known ?? drafts.length
    bySpan.set(key, index)
    if (words !== null) drafts.push(draftSource(text, layer, spans, words, names))
    indexes[into][attribution] = index
  }
  return { drafts, sourceOf: indexes.source, citedOf: indexes.cited, relayedOf: indexes.relayed }
}

/** All contents in text order, what holds others before them, each with who says it. */
function listSpeeches(
  attributions: readonly Attribution[],
  sourceOf: readonly (number | null)[],
  drafts: readonly DraftSource[],
): Speech[] {
  return attributions
    .flatMap((one, i) => {
      const draft = drafts[sourceOf[i] ?? -1] ?? null
      return one.content.map(({ start, end }) => ({ start, end, draft, isVerbatim: isLabel(one) }))
    })
    .sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Whether a mark stands for the cue: "Ann Lee: I left". */
function isLabel({ cueLemma }: Attribution): boolean {
  return !/\p{L}/u.test(cueLemma)
}

function isSpoken(speech: Speech): speech is Speech & { readonly draft: DraftSource } {
  return speech.draft !== null
}

/** The link that a source was refused, as a candidate. */
function describeRefused(
  { spans, refused, rule }: DraftSource,
  text: string,
  drafts: readonly DraftSource[],
  stage: string,
): Candidate[] {
  if (refused === null) return []
  const { start, end } = spans[0] as Span
  const other = sliceOf(text, (drafts[refused] as DraftSource).spans[0] as Span)
  return [{ start, end, stage, rule, reason: `It does not go back to “${other}”, which goes back to it.` }]
}

interface ListedSource {
  readonly spans: readonly Span[]
  readonly attribution: number
  readonly into: 'source' | 'cited' | 'relayed'
}

/** Every source in text order, with those that a source cites in turn and those that pass on what a source said. */
function listSources(attributions: readonly Attribution[], findCited: FindCited): ListedSource[] {
  const listed = attributions.flatMap((attribution, i): ListedSource[] => {
    const own: ListedSource = { spans: attribution.source, attribution: i, into: 'source' }
    const cited = findCited(attribution)
    return [
      ...(attribution.source.length > 0 ? [own] : []),
      ...(cited === null ? [] : [{ spans: cited, attribution: i, into: 'cited' as const }]),
      ...(attribution.relay === undefined
        ? []
        : [{ spans: [attribution.relay], attribution: i, into: 'relayed' as const }]),
    ]
  })
  return listed.sort((a, b) => (a.spans[0] as Span).start - (b.spans[0] as Span).start)
}
