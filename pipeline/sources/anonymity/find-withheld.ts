import type { Mention, Token } from '../../../src/domain/layers.ts'
import type { Span } from '../../../src/domain/span.ts'
import { firstMentionAfter } from '../../positions/mentions-at.ts'
import { indexDrafts } from '../draft-index.ts'
import type { DraftSource } from '../draft-source.ts'
import type { AnonymityStatement } from './anonymity.ts'

/** What sources ask for themselves; other statements ("could not be named") may be about whom they speak of. */
const OWN_WISH =
  /^(?:on |request|ask|demand|insist|pleading|pleaded|spoke|speak|talk|choos|chose|prefer|declin|refus|want|wish)/i
/** Characters between a source and its own wish. */
const NEAR = 60

/**
 * The sources of whom their own sentence says that they are not to be named ("a nurse who asked for anonymity", "He said, on
 * condition of anonymity, …"): nobody with a name is one of them, whatever they are called.
 */
export function findWithheld(
  text: string,
  statements: readonly AnonymityStatement[],
  drafts: readonly DraftSource[],
  tokens: readonly Token[],
  mentions: readonly Mention[],
): ReadonlySet<DraftSource> {
  const { bySentence } = indexDrafts(drafts)
  const withheld = new Set<DraftSource>()
  for (const { span, sentence, pseudonym } of statements) {
    if (pseudonym) continue
    const own = (bySentence.get(sentence) ?? []).findLast(({ spans }) => (spans[0] as Span).start < span.start)
    if (own !== undefined && isAbout(text, span, own, tokens, mentions)) withheld.add(own)
  }
  return withheld
}

function isAbout(
  text: string,
  { start, end: statementEnd }: Span,
  { spans, words }: DraftSource,
  tokens: readonly Token[],
  mentions: readonly Mention[],
): boolean {
  const { end } = spans.at(-1) as Span
  if (start < end) return true
  const between = text.slice(end, start)
  if (between.length > NEAR || /[.!?…“”"]/.test(between)) return false
  if (OWN_WISH.test(text.slice(start, statementEnd))) {
    const next = mentions[firstMentionAfter(mentions, words.to - 1)]
    return next === undefined || next.start >= start || next.type !== 'person'
  }
  for (let i = words.to; (tokens[i]?.start ?? start) < start; i += 1)
    if (/^(?:NOUN|PROPN|DET)$/.test((tokens[i] as Token).pos)) return false
  return true
}
