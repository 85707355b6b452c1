import type { ArticleRecord } from '../../domain/record.ts'
import { CodePointText } from '../../domain/text/code-point-text.ts'
import { type Half, readReplyGold } from '../../evaluate/replies/reply-gold.ts'
import { ACROSS_MEASURES, scoreAcross } from '../../evaluate/replies/score-across.ts'
import {
  type FoundReplies,
  type Ratio,
  REPLY_MEASURES,
  type ReplyMiss,
  scoreReplies,
} from '../../evaluate/replies/score-replies.ts'
import { linkReplies } from '../../families/replies/link-replies.ts'
import type { Analysis } from '../../run/open-analysis.ts'
import { printText, printValue } from '../output/print.ts'
import { toVisibleLine } from '../output/visible.ts'
import type { Surroundings } from '../surroundings.ts'
import { findRepliesAcross } from './find-replies-across.ts'

const ONE_DAY = '2026-01-05T08:00:00Z'

export interface ReplyOptions {
  /** Files of gold replies. */
  readonly replies: readonly string[]
  readonly half?: Half
  readonly misses?: number
  readonly json?: boolean
}

/** Scores who is found to be accused and to answer, against files of gold. */
export async function evaluateReplies(
  { replies: files, half, misses: most = 0, json }: ReplyOptions,
  open: () => Promise<Analysis>,
  surroundings: Surroundings,
): Promise<void> {
  const golds = files.map(readReplyGold)
  const analyse = await open()
  const found: FoundReplies[] = []
  const records: ArticleRecord[] = []
  const texts = new Map<string, CodePointText>()
  for (const { name, text, half: own } of golds.flatMap(({ articles }) => articles)) {
    if (half !== undefined && own !== half) continue
    texts.set(name, new CodePointText(text))
    // All of one day, for articles that nobody dates are never held against one another.
    const record = await analyse(text, { uri: name, publishedAt: ONE_DAY })
    records.push(record)
    found.push(toFound(name, record))
  }
  const charges = golds.flatMap(({ charges }) => charges)
  const { scores: within, misses } = scoreReplies(found, charges)
  const across = scoreAcross(await findRepliesAcross(records), charges, new Set(texts.keys()))
  const scores = { ...within, ...across }
  const measures = [...REPLY_MEASURES, ...ACROSS_MEASURES]
  const listed = misses.slice(0, most)
  if (json === true) {
    const shares = Object.fromEntries(
      measures.map(measure => [measure.replaceAll(' ', '_'), { ...scores[measure], share: shareOf(scores[measure]) }]),
    )
    await printValue(surroundings, { articles: found.length, ...shares, ...(most === 0 ? {} : { misses: listed }) })
    return
  }
  await printText(surroundings, [
    `${found.length} articles`,
    ...measures.map(measure => `${measure.padEnd(22)}${formatRatio(scores[measure])}`),
    ...(listed.length === 0 ? [] : ['', ...listed.map(miss => formatMiss(miss, texts))]),
  ])
}

function toFound(name: string, record: ArticleRecord): FoundReplies {
  const { accusations, replies } = linkReplies(record)
  const cues = new Map(record.claims.map(({ id, spans }) => [id, spans.filter(({ role }) => role === 'cue')]))
  return {
    name,
    accusations: accusations.map(({ claimId, span }) => ({ id: claimId, cues: cues.get(claimId) ?? [span] })),
    replies: replies.map(({ accusationId, replyId, kind, replier, span }) => ({
      accusationId,
      kind,
      replier,
      cues: cues.get(replyId) ?? [span],
    })),
  }
}

function shareOf({ hits, of }: Ratio): number | null {
  return of === 0 ? null : Math.round((hits / of) * 10_000) / 10_000
}

function formatRatio({ hits, of }: Ratio): string {
  return of === 0 ? 'none' : `${((100 * hits) / of).toFixed(1).padStart(5)} %  (${hits} of ${of})`
}

function formatMiss({ name, what, start, end }: ReplyMiss, texts: ReadonlyMap<string, CodePointText>): string {
  const text = texts.get(name)
  const around = (from: number, to: number) => text?.slice({ start: Math.max(0, from), end: to }) ?? ''
  return toVisibleLine(
    `${name}:${start}: ${what}: ${around(start - 50, start)}»${around(start, end)}«${around(end, end + 50)}`,
  )
}
