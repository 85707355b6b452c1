import type { Naming } from '../../src/domain/labels.ts'
import type { Evidence, Grounded, Mention, Source, Token } from '../../src/domain/layers.ts'
import { names, type PhraseReading } from '../roles/phrase-reading.ts'
import { impliesAnonymity } from './anonymity/anonymity.ts'
import { knownField, tellRules } from './anonymity/rules-evidence.ts'
import { goesBackTo } from './antecedents.ts'
import type { DraftSource } from './draft-source.ts'
import type { NamedEntity } from './named-entity.ts'
import { affiliationOf, type Owner } from './people/affiliation.ts'
import { kindOf, kindOfEntity, numberOf, rankOf } from './people/describe.ts'
import { roleOf } from './people/role.ts'

/** What sources are finished with. */
interface Finishing {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly mentions: readonly Mention[]
  readonly stage: { readonly name: string; readonly version: number }
  /** Of the newsroom's rules, or null where there are none. */
  readonly rulesDigest: string | null
}

/** Makes sources of their drafts, once all are resolved. */
export function finishSources(finishing: Finishing, drafts: readonly DraftSource[]): Source[] {
  const { text, tokens, mentions } = finishing
  const article: ReadDrafts = {
    ...finishing,
    phrases: { text, tokens, mentions: mentions.filter(one => names(tokens, one)) },
    drafts,
    known: readEntities(text, drafts),
  }
  const roots = new Map<number, DraftSource>()
  return drafts.map(draft => finishSource(article, draft, rootOf(draft, drafts, roots)))
}

/** All sources of an article, with what is looked up for each of them. */
interface ReadDrafts extends Finishing {
  /** With the mentions that phrases are read with. */
  readonly phrases: PhraseReading
  readonly drafts: readonly DraftSource[]
  readonly known: KnownEntities
}

/** What was said of the source that it goes back to (`root`) holds for it too. */
function finishSource(article: ReadDrafts, draft: DraftSource, root: DraftSource | null): Source {
  const { text, tokens, stage, rulesDigest, phrases, drafts, known } = article
  const pseudonym = draft.entity?.pseudonym ?? null
  const statement = pseudonym ?? draft.statement ?? root?.statement ?? null
  const knowledge = draft.knowledge ?? root?.knowledge ?? null
  // A false name, or a first name alone, is not who it is.
  const name = pseudonym === null ? nameGiven(known, draft, root) : null
  const withheld = statement !== null || (knowledge !== null && impliesAnonymity(knowledge))
  const naming: Naming = name !== null ? 'named' : withheld ? 'anonymous' : 'unnamed'
  const evidence: Evidence = {
    stage: stage.name,
    version: stage.version,
    rule: draft.rule,
    detail: { reason: draft.how, ...(draft.rivals.length > 0 ? { runnersUp: draft.rivals } : {}) },
  }
  const told = { draft, isNamed: draft.entity !== null && name !== null, statement, knowledge }
  const rules = tellRules(tokens, told, stage, rulesDigest)
  const described = root ?? draft
  const owner = ownerOf(draft, described, known)
  const kind =
    draft.entity === null ? kindOf(tokens, draft.words, draft.government) : kindOfEntity(tokens, draft.entity)
  const affiliated = { words: described.words, entity: draft.entity, owner, isDocument: kind === 'document' }
  return {
    spans: draft.spans,
    naming,
    kind,
    name,
    role:
      roleOf(phrases, draft.words, draft.entity, draft.ownName !== null, kind) ??
      (root === null ? null : roleOf(phrases, root.words, null, root.ownName !== null, kind)) ??
      knownField(draft, 'role'),
    rank: rankOf(text, tokens, draft.words) ?? (root === null ? null : rankOf(text, tokens, root.words)),
    affiliation: affiliationOf(article, phrases, affiliated) ?? knownField(draft, 'affiliation'),
    // "A poll" is no one person.
    number: /^(?:document|organisation|government)$/.test(kind) ? null : countPeople(tokens, draft, root),
    reason: name === null ? (statement?.reason ?? null) : null,
    grantedBy: name === null ? (statement?.grantedBy ?? null) : null,
    knowledge: knowledge === null ? null : { value: knowledge.value, span: knowledge.span },
    antecedent: draft.antecedent ?? (pseudonym === null ? null : firstOf(draft, drafts, known)),
    evidence: [evidence, ...rules],
  }
}

/** The source that it goes back to in the end, or null when it goes back to none. */
function rootOf(
  draft: DraftSource,
  drafts: readonly DraftSource[],
  roots: Map<number, DraftSource>,
): DraftSource | null {
  let root: DraftSource | null = null
  let next = draft.antecedent
  const way: number[] = []
  while (next !== null) {
    const known = roots.get(next)
    root = known ?? (drafts[next] as DraftSource)
    way.push(next)
    next = known === undefined ? root.antecedent : null
  }
  // Whatever they passed has the same root: a chain is gone through once.
  if (root !== null) for (const place of way) roots.set(place, root)
  return root
}

/** What is looked up of the entities of sources, each once. */
interface KnownEntities {
  /** The first mention by the fullest name. */
  readonly fullest: ReadonlyMap<NamedEntity, Mention | undefined>
  /** The first source that means it. */
  readonly first: ReadonlyMap<NamedEntity, number>
  readonly owner: ReadonlyMap<NamedEntity, Owner>
}

function readEntities(text: string, drafts: readonly DraftSource[]): KnownEntities {
  const fullest = new Map<NamedEntity, Mention | undefined>()
  const first = new Map<NamedEntity, number>()
  const owners = new Map<NamedEntity, Owner>()
  for (const [place, draft] of drafts.entries()) {
    const { entity, owner } = draft
    if (entity === null) continue
    if (owner !== null && !owners.has(entity)) owners.set(entity, owner)
    if (first.has(entity)) continue
    first.set(entity, place)
    fullest.set(
      entity,
      entity.mentions.find(({ name }) => name !== null && text.slice(name.start, name.end) === entity.name),
    )
  }
  return { fullest, first, owner: owners }
}

/** The resolved name, grounded in the source's own words where they hold it, else in the mention it was resolved to. */
function nameOf(
  { fullest }: KnownEntities,
  { government, spans, entity, words, ownName }: DraftSource,
): Grounded<string> | null {
  if (government !== null) return { value: government, span: spans[0] ?? null }
  if (entity === null) return ownName
  const own = words.mention?.name ?? null
  return { value: entity.name, span: own ?? fullest.get(entity)?.name ?? entity.mentions[0]?.name ?? null }
}

/** Its own name, or that of the source it goes back to unless it is one of several there. */
function nameGiven(known: KnownEntities, draft: DraftSource, root: DraftSource | null): Grounded<string> | null {
  return nameOf(known, draft) ?? (root === null || draft.rule === 'member' ? null : nameOf(known, root))
}

/** Every mention of somebody whose name is withheld goes back to the first one, but for one that the first goes back to. */
function firstOf(draft: DraftSource, drafts: readonly DraftSource[], { first }: KnownEntities): number | null {
  const known = draft.entity === null ? undefined : first.get(draft.entity)
  return known === undefined || goesBackTo(drafts, known, draft) ? null : known
}

/** How many speak: as the words say, as those of the same group said before, else one for a single person. */
function countPeople(tokens: readonly Token[], draft: DraftSource, root: DraftSource | null): Grounded<number> | null {
  const { words, rule, entity, government, ownName } = draft
  const said = numberOf(tokens, words)
  if (said !== null || entity !== null || government !== null || ownName !== null) return said
  if (words.plural) return root === null || rule === 'member' ? null : numberOf(tokens, root.words)
  return kindOf(tokens, words, null) === 'person' ? { value: 1, span: null } : null
}

/** "Its director": whose that is, here or where the same person is introduced. */
function ownerOf(draft: DraftSource, described: DraftSource, known: KnownEntities): Owner | null {
  const { entity } = draft
  // Nobody belongs to oneself.
  if (described.owner !== null) return described.owner.entity === entity ? null : described.owner
  return entity === null ? null : (known.owner.get(entity) ?? null)
}
