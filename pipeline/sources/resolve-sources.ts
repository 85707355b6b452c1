import type { Naming } from '../../src/domain/labels.ts'
import type {
  AttributionsLayer,
  Chain,
  EntitiesLayer,
  Evidence,
  Grounded,
  Mention,
  QuotationsLayer,
  Source,
  SourcesLayer,
  Token,
  TokensLayer,
} from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { type AnonymityStatement, findAnonymityStatements, impliesAnonymity, readKnowledge } from './anonymity.ts'
import { affiliationOf, kindOf, numberOf, roleOf } from './describe.ts'
import type { DraftSource } from './draft-source.ts'
import { governmentOf } from './governments.ts'
import { joinBodies } from './join-bodies.ts'
import { joinPeople } from './join-people.ts'
import type { NamedEntity } from './named-entity.ts'
import { readSourceWords, type SourceWords } from './source-words.ts'
import { walkArticle } from './walk-article.ts'

type StageName = { readonly name: string; readonly version: number }

/** The layers that sources are resolved with. */
export interface Reading {
  readonly tokens: TokensLayer
  readonly entities: EntitiesLayer
  readonly quotations: QuotationsLayer
  readonly attributions: AttributionsLayer
}

/**
 * Joins the mentions of an article to chains and resolves the source of every attribution: names first, then, in text
 * order, pronouns and descriptions of somebody who was named or introduced before ("one of the officials"). What an
 * unnamed source is said to be once holds for every later expression that is resolved to it. Spans are UTF-16.
 */
export function resolveSources(
  text: string,
  { tokens: layer, entities, quotations, attributions: { attributions } }: Reading,
  stage: StageName,
): SourcesLayer {
  const { tokens, sentences } = layer
  const { mentions } = entities
  const joined = [...joinPeople(text, tokens, mentions), ...joinBodies(text, tokens, mentions)]
  const entityOf = new Map(joined.flatMap(entity => entity.mentions.map(mention => [mention, entity] as const)))
  const drafts: DraftSource[] = []
  const bySpan = new Map<string, number>()
  const order = attributions
    .map((attribution, i) => ({ attribution, i }))
    .filter(({ attribution }) => attribution.source.length > 0)
  order.sort((a, b) => (a.attribution.source[0] as Span).start - (b.attribution.source[0] as Span).start)
  const sourceOf: (number | null)[] = attributions.map(() => null)
  for (const { attribution, i } of order) {
    const key = attribution.source.map(({ start, end }) => `${start}-${end}`).join(' ')
    const known = bySpan.get(key)
    if (known !== undefined) {
      sourceOf[i] = known
      continue
    }
    const words = readSourceWords(tokens, mentions, attribution.source)
    if (words === null) continue
    bySpan.set(key, drafts.length)
    sourceOf[i] = drafts.length
    drafts.push(draftSource(text, tokens, attribution.source, words, entityOf))
  }
  const speeches = attributions.flatMap(({ content }, i) =>
    content.map(({ start, end }) => ({ start, end, draft: drafts[sourceOf[i] ?? -1] ?? null })),
  )
  const walk = { text, layer, quotations, entities: joined, entityOf, mentions, drafts, speeches }
  const pronouns = walkArticle(walk)
  linkAnonymity(findAnonymityStatements(text, sentences), drafts, tokens)
  const indexOf = new Map(mentions.map((mention, i) => [mention, i] as const))
  return {
    sources: drafts.map(draft => finish(text, tokens, mentions, draft, drafts, stage)),
    sourceOf,
    chains: joined.map(
      (entity): Chain => ({
        name: entity.name,
        type: entity.type,
        mentions: entity.mentions.map(mention => indexOf.get(mention) as number),
        pronouns: pronouns.get(entity) ?? [],
      }),
    ),
  }
}

function draftSource(
  text: string,
  tokens: readonly Token[],
  spans: readonly Span[],
  words: SourceWords,
  entityOf: ReadonlyMap<Mention, NamedEntity>,
): DraftSource {
  const { mention } = words
  const whole = { start: (spans[0] as Span).start, end: (spans.at(-1) as Span).end }
  const phrase = text.slice(whole.start, whole.end)
  const government =
    governmentOf(phrase.replace(/^The /, 'the ')) ??
    (mention?.name != null ? governmentOf(text.slice(mention.name.start, mention.name.end)) : null)
  const isOwnName = mention !== null && (mention.type !== 'place' || mention.firstToken <= words.head)
  return {
    spans,
    words,
    sentence: (tokens[words.from] as Token).sentence,
    entity: isOwnName && mention !== null ? (entityOf.get(mention) ?? null) : null,
    government: mention?.type === 'person' ? null : government,
    antecedent: null,
    referent: null,
    statement: null,
    knowledge: readKnowledge(text, whole),
    rule: 'words',
    how: isOwnName ? 'The source’s own words hold the name.' : 'The source’s words hold no name.',
    rivals: [],
  }
}

/** Gives each statement of anonymity to the unnamed source it is about: in its sentence, else the latest before it. */
function linkAnonymity(
  statements: readonly AnonymityStatement[],
  drafts: readonly DraftSource[],
  tokens: readonly Token[],
): void {
  for (const statement of statements) {
    const unnamed = drafts.filter(
      draft => draft.entity === null && draft.government === null && isPersonal(tokens, draft),
    )
    const here = unnamed.findLast(
      draft => draft.sentence === statement.sentence && (draft.spans[0] as Span).start < statement.span.start,
    )
    const target =
      here ??
      unnamed.findLast(draft => draft.sentence < statement.sentence && draft.sentence >= statement.sentence - 4) ??
      unnamed.find(draft => draft.sentence === statement.sentence)
    if (target === undefined) continue
    const root = target.antecedent === null ? target : (drafts[target.antecedent] ?? target)
    root.statement ??= statement
    target.statement ??= statement
  }
}

function isPersonal(tokens: readonly Token[], draft: DraftSource): boolean {
  return !/^(?:organisation|document|government)$/.test(kindOf(tokens, draft.words, draft.government))
}

function finish(
  text: string,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  draft: DraftSource,
  drafts: readonly DraftSource[],
  stage: StageName,
): Source {
  const root = draft.antecedent === null ? null : (drafts[draft.antecedent] ?? null)
  const statement = draft.statement ?? root?.statement ?? null
  const knowledge = draft.knowledge ?? root?.knowledge ?? null
  const name = nameOf(text, draft)
  const kind =
    name !== null && draft.entity?.type === 'person' ? 'person' : kindOf(tokens, draft.words, draft.government)
  const naming: Naming =
    name !== null
      ? 'named'
      : statement !== null || (knowledge !== null && impliesAnonymity(knowledge.value))
        ? 'anonymous'
        : 'unnamed'
  const evidence: Evidence = {
    stage: stage.name,
    version: stage.version,
    rule: draft.rule,
    detail: { reason: draft.how, ...(draft.rivals.length > 0 ? { runnersUp: draft.rivals } : {}) },
  }
  const described = root === null ? draft : root
  return {
    spans: draft.spans,
    naming,
    kind,
    name,
    role: roleOf(text, tokens, draft.words) ?? (root === null ? null : roleOf(text, tokens, root.words)),
    affiliation: affiliationOf(text, tokens, described.words, mentions),
    number: numberOf(tokens, draft.words),
    reason: statement?.reason ?? null,
    knowledge,
    antecedent: draft.antecedent,
    evidence: [evidence],
  }
}

/** The resolved name, grounded in the source's own words where they hold it, else in the mention it was resolved to. */
function nameOf(text: string, draft: DraftSource): Grounded<string> | null {
  if (draft.government !== null) return { value: draft.government, span: draft.spans[0] ?? null }
  if (draft.entity === null) return null
  const own = draft.words.mention?.name ?? null
  const fullest = draft.entity.mentions.find(
    ({ name }) => name !== null && text.slice(name.start, name.end) === draft.entity?.name,
  )
  return { value: draft.entity.name, span: own ?? fullest?.name ?? null }
}
