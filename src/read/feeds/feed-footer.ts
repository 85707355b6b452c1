import type { LeftOutPassage } from '../../domain/articles/left-out.ts'
import { decodeEntities } from '../markup/html/decode-entities.ts'

/** Lines that blog software puts below each item of a feed. */
const FOOTERS: readonly RegExp[] = [
  // WordPress: `The post Quay to close appeared first on Selby Echo.`
  /^the post\s.{1,400}\s(?:appeared first on|first appeared on)\s.{1,200}$/isu,
  // Medium: `Quay to close was originally published in Selby Echo on Medium, where people are continuing the conversation …`
  /^.{1,400}\swas originally published in\s.{1,200}\son medium, where people are continuing the conversation.{0,200}$/isu,
]
/** Longest end of a body that is looked at. */
const LONGEST = 3000
const PARAGRAPH = /<(?:p|div|hr)\b/gi

/** A feed's body without the line that the software adds below it, which is no part of the article. */
export function cutFooter(body: string | undefined): {
  readonly body: string | undefined
  readonly leftOut: readonly LeftOutPassage[]
} {
  if (body === undefined) return { body, leftOut: [] }
  const offset = Math.max(0, body.length - LONGEST)
  const end = body.slice(offset)
  const starts = [...end.matchAll(PARAGRAPH)].map(({ index }) => index)
  const lines = [...end.matchAll(/\n/g)].map(({ index }) => index + 1)
  for (const start of [...starts, ...lines].toSorted((a, b) => b - a).slice(0, 8)) {
    const text = wordsOf(end.slice(start))
    if (FOOTERS.some(pattern => pattern.test(text))) {
      return { body: body.slice(0, offset + start), leftOut: [{ reason: 'line of the feed’s software', text }] }
    }
  }
  return { body, leftOut: [] }
}

function wordsOf(markup: string): string {
  return decodeEntities(markup.replace(/<[^<>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .replace(/ ([.,])/g, '$1')
    .trim()
}
