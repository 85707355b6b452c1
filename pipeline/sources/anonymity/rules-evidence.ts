import type { Evidence, Grounded, Token } from '../../../src/domain/layers.ts'
import { ruleIdOf, WORD_LIST_GLOSSARY, type WordList } from '../../../src/domain/newsroom-rules.ts'
import type { DraftSource } from '../draft-source.ts'
import type { AnonymityStatement, Knowledge } from './anonymity.ts'

/** What a newsroom's rules can have told of a source. */
interface Told {
  readonly draft: DraftSource
  /** Whether the source goes by the name of whom it was resolved to. */
  readonly isNamed: boolean
  readonly statement: AnonymityStatement | null
  readonly knowledge: Knowledge | null
}

type Reason = readonly [id: string, reason: string, more?: Readonly<Record<string, unknown>>]

/** One evidence for each of a newsroom's rules that told something of a source, each once. */
export function tellRules(
  tokens: readonly Token[],
  { draft, isNamed, statement, knowledge }: Told,
  stage: { readonly name: string; readonly version: number },
  digest: string | null,
): Evidence[] {
  if (digest === null) return []
  const reasons: Reason[] = []
  const known = isNamed ? draft.entity?.known : undefined
  if (known !== undefined) reasons.push([known.id, known.reason, { known: known.name }])
  for (const phrase of [statement?.phrase, knowledge?.phrase])
    if (phrase !== undefined) reasons.push([phrase.rule, phrase.reason])
  for (let i = draft.words.from; i < draft.words.to; i += 1) {
    const { listed = {}, lower } = tokens[i] as Token
    for (const [list, id] of Object.entries(listed))
      reasons.push([id, `“${lower}” is on the list “${list}”: ${WORD_LIST_GLOSSARY[list as WordList]}.`])
  }
  return [...new Map(reasons.map(one => [one[0], one])).values()].map(([id, reason, more = {}]) => ({
    stage: stage.name,
    version: stage.version,
    rule: ruleIdOf(id),
    detail: { reason, ...more, rules: digest },
  }))
}

/** What the rules say that somebody is, where the article does not. */
export function knownField({ entity }: DraftSource, field: 'role' | 'affiliation'): Grounded<string> | null {
  const value = entity?.known?.[field] ?? null
  return value === null ? null : { value, span: null }
}
