import type { ArticleRecord, CandidateRecord, MentionRecord } from '../../domain/record.ts'
import { areWords, liesInText, type TellBroken, toBroken } from './broken.ts'
import { closeClaims } from './close-claims.ts'
import { closeSources } from './close-sources.ts'
import { closeVoices } from './close-voices.ts'

/**
 * Closes a record: every id that it names is in it, nothing is its own ancestor, every span lies in the text, and every
 * value fits its column. What does not hold costs itself alone, a link or a span, never the article, and is kept as a
 * candidate with the reason. A record in which all holds comes back as it is.
 *
 * @param length of the text in code points
 */
export function closeRecord(record: ArticleRecord, length: number): ArticleRecord {
  const broken: CandidateRecord[] = []
  const tell: TellBroken = (stage, what, near) => broken.push(toBroken(stage, what, near))
  const entityIds = new Set(record.entities.map(({ id }) => id))
  const sources = closeSources(record.sources, entityIds, length, tell)
  const claims = closeClaims(record.claims, new Set(sources.map(({ id }) => id)), length, tell)
  const voices = closeVoices(record.voices, claims, entityIds, length, tell)
  const mentions = record.mentions.flatMap(mention => closeMention(mention, entityIds, length, tell))
  const candidates = record.candidates.map(one =>
    liesInText(one, length) && one.text.isWellFormed()
      ? one
      : toBroken(one.stage, `${one.reason} It does not stand in the text.`, undefined),
  )
  const isClosed = broken.length === 0 && candidates.every((one, i) => one === record.candidates[i])
  return isClosed ? record : { ...record, sources, claims, voices, mentions, candidates: [...candidates, ...broken] }
}

function closeMention(
  mention: MentionRecord,
  entityIds: ReadonlySet<string>,
  length: number,
  tell: TellBroken,
): MentionRecord[] {
  if (!areWords(mention, length)) {
    tell('entities', 'A mention that does not stand in the text.', undefined)
    return []
  }
  const { name, entityId } = mention
  const isNamed = name === null || liesInText(name, length)
  const isEntity = entityId === null || entityIds.has(entityId)
  if (isNamed && isEntity) return [mention]
  tell('entities', isNamed ? 'Whom it names is no entity.' : 'Its name does not stand in the text.', mention)
  return [{ ...mention, name: isNamed ? name : null, entityId: isEntity ? entityId : null }]
}
