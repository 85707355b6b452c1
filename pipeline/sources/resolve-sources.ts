import type { Naming } from '../../src/domain/labels.ts'
import type {
  AttributionsLayer,
  EntitiesLayer,
  Evidence,
  Grounded,
  Mention,
  Source,
  SourcesLayer,
  Token,
  TokensLayer,
} from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { type AnonymityStatement, findAnonymityStatements, impliesAnonymity, readKnowledge } from './anonymity.ts'
import { affiliationOf, kindOf, numberOf, roleOf } from './describe.ts'
import { governmentOf } from './governments.ts'
import { groupMentions, type NamedEntity } from './people.ts'
import { type Antecedent, rankAntecedents } from './resolve-pronoun.ts'
import { readSourceWords, type SourceWords } from './source-words.ts'

type StageName = { readonly name: string; readonly version: number }

interface Draft {
  readonly spans: readonly Span[]
  readonly words: SourceWords
  readonly sentence: number
  entity: NamedEntity | null
  government: string | null
  antecedent: number | null
  statement: AnonymityStatement | null
  knowledge: Grounded<string> | null
  how: string
  rivals: readonly { readonly name: string; readonly score: number }[]
}

/**
 * Resolves the source of every attribution, in text order: names first, then pronouns, then descriptions of somebody
 * who was named or introduced before ("one of the officials"). What an unnamed source is said to be once holds for
 * every later expression that is resolved to it. Spans are UTF-16.
 */
export function resolveSources(
  text: string,
  layer: TokensLayer,
  entities: EntitiesLayer,
  { attributions }: AttributionsLayer,
  stage: StageName,
): SourcesLayer {
  const { tokens, sentences } = layer
  const named = groupMentions(text, tokens, entities)
  const entityOf = new Map(named.flatMap(entity => entity.mentions.map(mention => [mention, entity] as const)))
  const drafts: Draft[] = []
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
    const words = readSourceWords(tokens, entities.mentions, attribution.source)
    if (words === null) continue
    const draft = draftSource(text, tokens, attribution.source, words, entityOf)
    if (draft.entity === null && draft.government === null) resolveLater(tokens, draft, drafts, named, sentences)
    bySpan.set(key, drafts.length)
    sourceOf[i] = drafts.length
    drafts.push(draft)
  }
  linkAnonymity(findAnonymityStatements(text, sentences), drafts, tokens)
  const indexOf = new Map(entities.mentions.map((mention, i) => [mention, i] as const))
  return {
    sources: drafts.map(draft => finish(text, tokens, entities.mentions, draft, drafts, stage)),
    sourceOf,
    chains: named.map(({ name, type, mentions }) => ({
      name,
      type,
      mentions: mentions.map(mention => indexOf.get(mention) as number),
      pronouns: [],
    })),
  }
}

function draftSource(
  text: string,
  tokens: readonly Token[],
  spans: readonly Span[],
  words: SourceWords,
  entityOf: ReadonlyMap<Mention, NamedEntity>,
): Draft {
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
    statement: null,
    knowledge: readKnowledge(text, whole),
    how: isOwnName ? 'The source’s own words hold the name.' : 'The source’s words hold no name.',
    rivals: [],
  }
}

/** Pronouns and descriptions of somebody who was named or introduced before. */
function resolveLater(
  tokens: readonly Token[],
  draft: Draft,
  drafts: readonly Draft[],
  named: readonly NamedEntity[],
  sentences: TokensLayer['sentences'],
): void {
  const { words } = draft
  const first = (tokens[words.from] as Token).lower
  if (words.pronoun !== null && /^(?:he|she|it|they|him|her|his|its|their|them|both)$/.test(words.pronoun)) {
    const at = { ...(tokens[words.head] as Token), index: words.head }
    const ranked = rankAntecedents(words.pronoun, at, listAntecedents(tokens, named, drafts, sentences, words.head))
    draft.rivals = ranked
      .slice(1, 4)
      .map(({ antecedent, score }) => ({ name: antecedent.entity?.name ?? `source ${antecedent.source}`, score }))
    const best = ranked[0]?.antecedent
    if (best === undefined) return
    draft.entity = best.entity
    draft.antecedent = best.entity === null ? best.source : null
    draft.how = `The pronoun “${words.pronoun}” goes back to the likeliest person or body before it.`
    return
  }
  const lemma = (tokens[words.head] as Token).lemma
  const partOf = (tokens[words.from + 1] as Token | undefined)?.lower === 'of'
  const member = first === 'the' || partOf || /^(?:one|another|others|some)$/.test(words.pronoun ?? '')
  if (!member && !/^(?:this|that|these|those|his|her|their)$/.test(first)) return
  const group = modifierLemma(tokens, words) ?? lemma
  const earlier = drafts.findLastIndex(
    other =>
      other.entity === null &&
      other.antecedent === null &&
      headLemma(tokens, other.words) === group &&
      other.words.from < words.from,
  )
  if (earlier >= 0 && first !== 'a') {
    draft.antecedent = earlier
    draft.how = `“${group}” was introduced before.`
    return
  }
  if (first !== 'the') return
  const holders = named.filter(
    ({ type, roles }) => type === 'person' && roles.some(role => role.split(/[\s-]+/).includes(lemma)),
  )
  const holder = holders.length === 1 ? holders[0] : undefined
  if (holder === undefined || words.plural) return
  draft.entity = holder
  draft.how = `Only ${holder.name} is called “${lemma}” in the article.`
}

function headLemma(tokens: readonly Token[], words: SourceWords): string {
  return (tokens[words.head] as Token).lemma
}

/** "official" of "one of the officials"; null when nothing follows "of". */
function modifierLemma(tokens: readonly Token[], words: SourceWords): string | null {
  if ((tokens[words.headEnd] as Token | undefined)?.lower !== 'of' || words.headEnd >= words.to) return null
  let last = words.headEnd + 1
  while (last + 1 < words.to && /^(?:NOUN|ADJ|PROPN|DET|NUM)$/.test((tokens[last + 1] as Token).pos)) last += 1
  return (tokens[last] as Token).lemma
}

function listAntecedents(
  tokens: readonly Token[],
  named: readonly NamedEntity[],
  drafts: readonly Draft[],
  sentences: TokensLayer['sentences'],
  before: number,
): Antecedent[] {
  const antecedents: Antecedent[] = []
  for (const entity of named) {
    for (const mention of entity.mentions) {
      if (mention.endToken > before) break
      const { sentence } = tokens[mention.firstToken] as Token
      const draft = drafts.findLast(one => one.entity === entity && one.sentence === sentence)
      antecedents.push({
        at: mention.firstToken,
        sentence,
        gender: entity.gender,
        number: 'singular',
        human: entity.type === 'person',
        spoke: draft !== undefined,
        sentenceStart: (sentences[sentence] as { firstToken: number }).firstToken,
        entity,
        source: null,
      })
    }
  }
  for (const [i, draft] of drafts.entries()) {
    const { words } = draft
    if (draft.words.pronoun !== null && draft.entity === null && draft.antecedent === null) continue
    antecedents.push({
      at: words.from,
      sentence: draft.sentence,
      gender: draft.entity?.gender ?? null,
      number: words.plural ? 'plural' : 'singular',
      human:
        draft.entity === null
          ? !/^(?:organisation|document|government)$/.test(kindOf(tokens, words, draft.government))
          : draft.entity.type === 'person',
      spoke: true,
      sentenceStart: (sentences[draft.sentence] as { firstToken: number }).firstToken,
      entity: draft.entity,
      source: draft.entity === null ? (draft.antecedent ?? i) : null,
    })
  }
  return antecedents
}

/** Gives each statement of anonymity to the unnamed source it is about: in its sentence, else the latest before it. */
function linkAnonymity(
  statements: readonly AnonymityStatement[],
  drafts: readonly Draft[],
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

function isPersonal(tokens: readonly Token[], draft: Draft): boolean {
  return !/^(?:organisation|document|government)$/.test(kindOf(tokens, draft.words, draft.government))
}

function finish(
  text: string,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  draft: Draft,
  drafts: readonly Draft[],
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
    rule: draft.words.pronoun === null ? 'words' : 'pronoun',
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
function nameOf(text: string, draft: Draft): Grounded<string> | null {
  if (draft.government !== null) return { value: draft.government, span: draft.spans[0] ?? null }
  if (draft.entity === null) return null
  const own = draft.words.mention?.name ?? null
  const fullest = draft.entity.mentions.find(
    ({ name }) => name !== null && text.slice(name.start, name.end) === draft.entity?.name,
  )
  return { value: draft.entity.name, span: own ?? fullest?.name ?? null }
}
