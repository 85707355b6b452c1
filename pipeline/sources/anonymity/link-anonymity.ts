import type { Token } from '../../../src/domain/layers.ts'
import type { Span } from '../../../src/domain/span.ts'
import { indexDrafts } from '../draft-index.ts'
import type { DraftSource } from '../draft-source.ts'
import type { NamedEntity } from '../named-entity.ts'
import type { Referent } from '../occurrence.ts'
import { kindOf } from '../people/describe.ts'
import { giveStatement } from '../settle-draft.ts'
import type { AnonymityStatement } from './anonymity.ts'

/** Sentences after a source in which its anonymity may be stated, and before it. */
const REACH = 4

/**
 * Gives each statement of anonymity to the unnamed source it is about: the latest before it in its sentence, else in
 * the sentences before it, else the first one after it. A statement about several people goes to their group, one
 * about a single member to that member.
 */
export function linkAnonymity(
  text: string,
  statements: readonly AnonymityStatement[],
  drafts: readonly DraftSource[],
  tokens: readonly Token[],
  meant: ReadonlyMap<number, Referent>,
): void {
  const { placeOf, bySentence } = indexDrafts(drafts)
  for (const statement of statements) {
    const near: DraftSource[] = []
    for (let sentence = statement.sentence - REACH; sentence <= statement.sentence + REACH; sentence += 1) {
      for (const draft of bySentence.get(sentence) ?? []) near.push(draft)
    }
    near.sort((a, b) => (placeOf.get(a) as number) - (placeOf.get(b) as number))
    if (statement.pseudonym) {
      const bearer = findBearer(statement, near)
      if (bearer !== undefined) bearer.pseudonym ??= statement
      if (bearer !== undefined) continue
    }
    const before = textBefore(text, statement)
    const [said, reasoned] = [isAboutSeveral(before), isAboutSeveral(`${before} ${statement.reason?.value ?? ''}`)]
    const personal = near.filter(draft => isPersonal(tokens, draft))
    const unnamed = personal.filter(draft => agrees(draft, reasoned))
    const here = personal.findLast(
      draft =>
        draft.sentence === statement.sentence &&
        (draft.spans[0] as Span).start < statement.span.start &&
        agrees(draft, said),
    )
    const target =
      findObject(statement, personal, text, tokens) ??
      here ??
      findMeant(statement, drafts, meant, tokens) ??
      unnamed.findLast(draft => draft.sentence < statement.sentence && draft.sentence >= statement.sentence - REACH) ??
      unnamed.find(draft => draft.sentence >= statement.sentence && draft.sentence <= statement.sentence + 2)
    if (target === undefined) continue
    giveStatement(target, statement)
    // What is said of a pronoun is said of whom it means; what is said of one member is not said of the others.
    const root = target.antecedent === null ? null : drafts[target.antecedent]
    if (root != null && (target.rule !== 'member' || said === true)) giveStatement(root, statement)
  }
}

/** The person called by one word whom a statement about a name follows in its sentence or the one before. */
function findBearer({ span, sentence }: AnonymityStatement, drafts: readonly DraftSource[]): NamedEntity | undefined {
  const bearers = drafts.filter(
    ({ entity, sentence: at }) =>
      entity?.type === 'person' && !entity.name.includes(' ') && sentence - at <= 1 && at <= sentence,
  )
  const before = bearers.findLast(({ spans }) => (spans[0] as Span).start < span.start)
  return (before ?? bearers[0])?.entity ?? undefined
}

/** Characters between "agreed not to name" and whom it is about. */
const NEXT = 4

/** "the nurse" in "agreed not to name the nurse, who said". */
function findObject(
  { span }: AnonymityStatement,
  personal: readonly DraftSource[],
  text: string,
  tokens: readonly Token[],
): DraftSource | undefined {
  if (!/\b(?:name|naming|identify|identifying)$/.test(text.slice(span.start, span.end))) return undefined
  return personal.find(({ words }) => {
    const { start } = tokens[words.from] as Token
    return start >= span.end && start - span.end <= NEXT
  })
}

/** Whom "him" means in "agreed not to name him". */
function findMeant(
  { span }: AnonymityStatement,
  drafts: readonly DraftSource[],
  meant: ReadonlyMap<number, Referent>,
  tokens: readonly Token[],
): DraftSource | undefined {
  for (let start = span.start; start <= span.end + 1; start += 1) {
    const source = meant.get(start)?.source
    const draft = source == null ? undefined : drafts[source]
    if (draft !== undefined && isPersonal(tokens, draft)) return draft
  }
  return undefined
}

function textBefore(text: string, { span }: AnonymityStatement): string {
  const before = text.slice(Math.max(0, span.start - 60), span.start)
  return `${before.slice(before.search(/[^.!?”"]*$/))} ${text.slice(span.start, span.end)}`
}

/** True for "They …", "both", "because they"; false for "he", "her"; null when the words do not say. */
function isAboutSeveral(words: string): boolean | null {
  if (/\b(?:they|their|both|them|all)\b/i.test(words)) return true
  return /\b(?:he|she|his|her|him)\b/i.test(words) ? false : null
}

function agrees(draft: DraftSource, plural: boolean | null): boolean {
  if (plural === null) return true
  // One of a group may stand for it.
  if (plural) return draft.words.plural || draft.antecedent !== null || draft.rule === 'member' || isPartitive(draft)
  return !draft.words.plural
}

function isPartitive({ words }: DraftSource): boolean {
  return words.pronoun === 'one' || words.pronoun === 'another' || words.headEnd < words.to
}

function isPersonal(tokens: readonly Token[], draft: DraftSource): boolean {
  if (draft.entity !== null || draft.government !== null || draft.ownName !== null) return false
  const { words } = draft
  return (
    (words.mention === null || words.mention.name === null) &&
    !/^(?:organisation|document|government)$/.test(kindOf(tokens, words, draft.government))
  )
}
