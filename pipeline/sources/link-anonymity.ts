import type { Token } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import type { AnonymityStatement } from './anonymity.ts'
import { kindOf } from './describe.ts'
import type { DraftSource } from './draft-source.ts'

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
): void {
  for (const statement of statements) {
    const plural = isAboutSeveral(text, statement)
    const unnamed = drafts.filter(draft => isPersonal(tokens, draft) && agrees(draft, plural))
    const here = unnamed.findLast(
      draft => draft.sentence === statement.sentence && (draft.spans[0] as Span).start < statement.span.start,
    )
    const target =
      here ??
      unnamed.findLast(draft => draft.sentence < statement.sentence && draft.sentence >= statement.sentence - REACH) ??
      unnamed.find(draft => draft.sentence >= statement.sentence && draft.sentence <= statement.sentence + 2)
    if (target === undefined) continue
    target.statement ??= statement
    // What is said of a pronoun is said of whom it means; what is said of one member is not said of the others.
    const root = target.antecedent === null ? null : drafts[target.antecedent]
    if (root != null && (target.rule !== 'member' || plural === true)) root.statement ??= statement
  }
}

/** True for "They …", "both", "because they"; false for "he", "her"; null when the words do not say. */
function isAboutSeveral(text: string, { span, reason }: AnonymityStatement): boolean | null {
  const before = text.slice(Math.max(0, span.start - 60), span.start)
  const words = `${before.slice(before.search(/[^.!?”"]*$/))} ${text.slice(span.start, span.end)} ${reason?.value ?? ''}`
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
