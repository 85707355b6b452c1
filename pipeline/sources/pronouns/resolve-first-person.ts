import type { Token } from '../../../src/domain/layers.ts'
import { indexDrafts } from '../draft-index.ts'
import type { DraftSource } from '../draft-source.ts'
import { isNamed, type NamedEntity } from '../named-entity.ts'
import { giveMeaning, type Meaning } from '../settle-draft.ts'
import type { Walk } from '../walk.ts'
import { findByline } from './byline.ts'
import { findCovering } from './rank-pronoun.ts'

/** "I" and "we": who speaks, whom no "he" or "they" means. */
export function isFirstPerson({ words: { pronoun } }: DraftSource): boolean {
  return pronoun === 'i' || pronoun === 'we'
}

/**
 * Gives "I" inside quotation marks, and behind a name and a mark ("Ann Lee: I left"), to who says it, and "we" where a body says it:
 * a person's "we" may be anybody. "I" outside is who wrote the article. Comes last: the speaker often stands behind the words.
 */
export function resolveFirstPerson({ layer, quotations, speeches, drafts, mentions, entityOf, byline }: Walk): void {
  const { tokens } = layer
  const author = drafts.some(isFirstPerson) ? findByline(layer, mentions, entityOf) : null
  for (const draft of drafts) {
    const { pronoun, head } = draft.words
    if (!isFirstPerson(draft)) continue
    const token = tokens[head] as Token
    const isAuthors =
      findCovering(quotations.quotations, token) === undefined &&
      findCovering(speeches, token, ({ isVerbatim }) => !isVerbatim) === undefined
    if (isAuthors) {
      const meaning = pronoun === 'i' ? meaningOfAuthor(author, byline) : null
      if (meaning !== null) giveMeaning(drafts, draft, meaning)
      continue
    }
    const speaker = findCovering(speeches, token, speech => speech.draft === draft)?.draft
    if (speaker == null) continue
    const { entity, government, words } = speaker
    const body = government !== null || (entity !== null && entity.type !== 'person')
    if (pronoun === 'we' ? !body && !words.plural : words.plural) continue
    const place = indexDrafts(drafts).placeOf.get(speaker) ?? null
    giveMeaning(drafts, draft, {
      entity: entity !== null && isNamed(entity) ? entity : null,
      government,
      source: entity === null && government === null ? place : null,
      rule: 'first-person',
      how: 'The pronoun stands in the words of who says the quotation.',
    })
  }
}

function meaningOfAuthor(author: NamedEntity | null, byline: string | null): Meaning | null {
  if (author === null && byline === null) return null
  return {
    entity: author,
    ...(author === null && byline !== null ? { ownName: { value: byline, span: null } } : {}),
    rule: 'byline',
    how: 'Outside quotations “I” is who wrote the article.',
  }
}
