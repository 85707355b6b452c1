import type { Mention, TokensLayer } from '../../../src/domain/layers.ts'
import type { DraftSource } from '../draft-source.ts'
import type { NamedEntity } from '../named-entity.ts'
import { giveMeaning, type Meaning } from '../settle-draft.ts'

/** What labels of lines are resolved with. */
interface Labelled {
  readonly text: string
  readonly layer: TokensLayer
  readonly mentions: readonly Mention[]
  readonly entityOf: ReadonlyMap<Mention, NamedEntity>
  /** Who wrote the article, where its source says so. */
  readonly byline: string | null
}

/** A name in a heading counts as much as so many below it. */
const IN_HEADING = 3

/**
 * Gives labels that are no name of their own to whom they mean: "A:" to the person whom the introduction of a talk is about, "OM:" to
 * Odette Marrow.
 */
export function resolveLabels(labelled: Labelled, drafts: readonly DraftSource[]): void {
  const answers = drafts.filter(draft => isLabel(labelled, draft, /^(?:A|Answer)\.?$/u))
  const initials = drafts.filter(draft => isLabel(labelled, draft, /^\p{Lu}{2,3}$/u))
  if (answers.length > 0) {
    const interviewee = findInterviewee(labelled, answers[0] as DraftSource)
    for (const draft of answers) {
      const how = 'Answers of a talk are those of whom its introduction is about.'
      giveMeaning(drafts, draft, { ...standsFor(draft), entity: interviewee, rule: 'answer', how })
    }
  }
  if (initials.length === 0) return
  const byInitials = listInitials(labelled)
  for (const draft of initials) {
    const meant = byInitials.get(wordsOf(labelled, draft))
    // The letters by themselves may pass for a name.
    const isOther =
      draft.entity?.type === 'person' && draft.entity !== meant && draft.entity.name !== wordsOf(labelled, draft)
    if (meant === undefined || isOther) continue
    const how = `The label’s letters are the initials of ${meant.name}.`
    giveMeaning(drafts, draft, { ...standsFor(draft), entity: meant, rule: 'initials', how })
  }
}

/** A label's letters are no name and no noun: they mean somebody as a pronoun does. */
function standsFor({ words }: DraftSource): Pick<Meaning, 'ownName' | 'government' | 'words'> {
  return { ownName: null, government: null, words: { ...words, mention: null, plural: false, pronoun: 'one' } }
}

/** Whether a source is all that stands before a mark at a paragraph's or a sentence's beginning. */
function isLabel({ text, layer }: Labelled, draft: DraftSource, form: RegExp): boolean {
  const [only, second] = draft.spans
  if (only === undefined || second !== undefined || only.end - only.start > 8) return false
  if (!form.test(text.slice(only.start, only.end)) || !/^\s?\d{0,3}[:.)]/u.test(text.slice(only.end, only.end + 6)))
    return false
  const { paragraph } = layer.sentences[draft.sentence] as TokensLayer['sentences'][number]
  const before = text.slice(layer.paragraphs[paragraph]?.start, only.start)
  // Several may stand in one paragraph: "Q: “Why?” A: “Why not?”".
  return /^[\p{P}\p{S}\s\d]*$/u.test(before) || /[.!?…]["”’]?\s+$/u.test(before.slice(-8))
}

function wordsOf({ text }: Labelled, { spans: [only] }: DraftSource): string {
  return text.slice(only?.start, only?.end)
}

/** The person of whom most is said before the first answer; of several the first. */
function findInterviewee(labelled: Labelled, first: DraftSource): NamedEntity | null {
  const { layer, mentions, entityOf, byline } = labelled
  const start = first.spans[0]?.start ?? 0
  const counts = new Map<NamedEntity, number>()
  for (const mention of mentions) {
    if (mention.start >= start) break
    const entity = entityOf.get(mention)
    if (entity?.type !== 'person' || mention.name === null || byline?.includes(entity.name) === true) continue
    const sentence = layer.tokens[mention.firstToken]?.sentence ?? 0
    const paragraph = layer.paragraphs[layer.sentences[sentence]?.paragraph ?? 0]
    counts.set(entity, (counts.get(entity) ?? 0) + (paragraph?.heading === true ? IN_HEADING : 1))
  }
  let best: NamedEntity | null = null
  // Who is interviewed is introduced in full; a headline's capitals make names of other words.
  const weightOf = (entity: NamedEntity) =>
    (counts.get(entity) as number) + (entity.name.includes(' ') ? IN_HEADING : 0)
  for (const entity of counts.keys()) if (best === null || weightOf(entity) > weightOf(best)) best = entity
  return best
}

function listInitials({ mentions, entityOf }: Labelled): ReadonlyMap<string, NamedEntity> {
  const found = new Map<string, NamedEntity>()
  for (const mention of mentions) {
    const entity = entityOf.get(mention)
    if (entity?.type !== 'person') continue
    const letters = entity.name.split(/[\s-]+/u).map(word => word[0] ?? '')
    if (letters.length < 2) continue
    for (const initials of [letters.join(''), `${letters[0]}${letters.at(-1)}`])
      if (!found.has(initials)) found.set(initials, entity)
  }
  return found
}
