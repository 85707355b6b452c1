import type { TokensLayer } from '../../../../src/domain/layers.ts'
import type { Span } from '../../../../src/domain/span.ts'
import type { FormAttribution } from './form.ts'
import { trimContent } from './label.ts'
import { areJoined } from './lines.ts'

/** "@annlee", "@annlee · Mar 2": the line of the account. */
const ACCOUNT = /^@\w{2,30}(?:[@.][\w.-]+)?(?:\s*[·•|-]\s*.{0,30})?$/u
/** "Ann Lee @annlee · Mar 2" */
const NAME_AND_ACCOUNT =
  /^(?<name>\p{Lu}[\p{L}\p{M}.’' -]{1,40}?)\s+(?<account>\(?@\w{2,30}(?:[@.][\w.-]+)?\)?)(?:\s*[·•|-]\s*.{0,30})?$/u
const NAME = /^\p{Lu}[\p{L}\p{M}.’' -]{1,40}$/u
/** "7:05 AM · Mar 2, 2026", "12 Likes", "Replying to". */
const FURNITURE =
  /^(?:\d{1,2}[:.]\d{2}|\d[\d.,KM]*\s\p{L}|Reply|Repost|Retweet|Like|Share|View|Quote|Follow|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*\.?\s\d)/u
const MOST_LINES = 8

/** Posts that were copied with what stands around them: name, account, the words, when. */
export function findPosts(text: string, { paragraphs }: TokensLayer): FormAttribution[] {
  return paragraphs.flatMap((line, i): FormAttribution[] => {
    const opening = readOpening(text, line, paragraphs[i - 1])
    if (opening === null) return []
    let last = i
    for (let next = i + 1; next <= i + MOST_LINES && next < paragraphs.length; next += 1) {
      const { start, end } = paragraphs[next] as Span
      if (FURNITURE.test(text.slice(start, end))) break
      if (next > i + 1 && !areJoined(text, paragraphs[next - 1] as Span, paragraphs[next] as Span)) break
      last = next
    }
    if (last === i) return []
    const start = (paragraphs[i + 1] as Span).start
    const content = trimContent(text, { start, end: (paragraphs[last] as Span).end })
    if (content === null) return []
    return [{ form: 'post', source: opening.name, cue: opening.account, cueLemma: '@', content: [content] }]
  })
}

function readOpening(text: string, line: Span, above: Span | undefined): { name: Span; account: Span } | null {
  const words = text.slice(line.start, Math.min(line.end, line.start + 120))
  const both = NAME_AND_ACCOUNT.exec(words)
  const { name = '', account = '' } = both?.groups ?? {}
  if (both !== null) {
    const at = line.start + words.indexOf(account, name.length)
    return {
      name: { start: line.start, end: line.start + name.length },
      account: { start: at, end: at + account.length },
    }
  }
  if (above === undefined || !ACCOUNT.test(words) || !NAME.test(text.slice(above.start, above.end))) return null
  const [own = ''] = /^@[\w.@-]+/u.exec(words) ?? []
  return {
    name: { start: above.start, end: above.end },
    account: { start: line.start, end: line.start + own.length },
  }
}
