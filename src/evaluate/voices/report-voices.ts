import type { Share } from '../figures/figure.ts'
import { roundShare, shareToJson } from '../figures/figure-json.ts'
import { countOf, percent, range } from '../figures/figure-table.ts'
import { JUDGED_FIELDS, SPAN_FIELDS } from './compare-voices.ts'
import type { ClassScores, JudgedScores, SpanScores, VoiceScores } from './score-voices.ts'

/** Confusions that are worth a line. */
const MOST_CONFUSIONS = 12

/** The scores as lines for people. */
export function formatVoiceScores({ articles, found, judged, genderBy, spans, words }: VoiceScores): string[] {
  return [
    `${countOf(found.total, 'voice')} of ${countOf(articles, 'article')}; found: ${formatShare(found)}`,
    '',
    ...JUDGED_FIELDS.map(field => formatJudged(field, judged[field])),
    formatJudged('  said in the text', genderBy.text),
    formatJudged('  by first name', genderBy.name),
    ...SPAN_FIELDS.map(field => `${formatSpans(field, spans[field])}; same words: ${percent(words[field].f1, 1)}`),
    ...(['type', 'function'] as const).flatMap(field => ['', ...formatClasses(field, judged[field])]),
  ]
}

/** The same as JSON: shares to four places, null where there is nothing to measure. */
export function voiceScoresToJson({ articles, found, judged, genderBy, spans, words }: VoiceScores) {
  const judgedToJson = ({ right, decided, decidedOfFound, ...rest }: JudgedScores) => ({
    right: shareToJson(right),
    decided: shareToJson(decided),
    decided_of_found: shareToJson(decidedOfFound),
    ...rest,
  })
  return {
    articles,
    found: shareToJson(found),
    ...Object.fromEntries(JUDGED_FIELDS.map(field => [field, judgedToJson(judged[field])])),
    gender_said: judgedToJson(genderBy.text),
    gender_by_name: judgedToJson(genderBy.name),
    ...Object.fromEntries(
      SPAN_FIELDS.map(field => {
        const { precision, recall, f1 } = spans[field]
        return [
          field,
          {
            f1: roundShare(f1),
            precision: shareToJson(precision),
            recall: shareToJson(recall),
            same_words: roundShare(words[field].f1),
          },
        ]
      }),
    ),
  }
}

function formatJudged(name: string, { right, decided, decidedOfFound }: JudgedScores): string {
  const found = `${percent(decidedOfFound.share, decidedOfFound.total)} % of those found`
  return `${name.padEnd(19)}right of decided: ${formatShare(right)}; decided: ${formatShare(decided)}, ${found}`
}

function formatSpans(name: string, { precision, recall, f1 }: SpanScores): string {
  const counted = precision.total + recall.total
  return `${name.padEnd(19)}exact F1: ${percent(f1, counted)}; precision: ${formatShare(precision)}; recall: ${formatShare(recall)}`
}

/** "350 of 400 (87.5 %, 83.9–90.4)". */
function formatShare({ hit, total, share, interval }: Share): string {
  return `${hit} of ${total} (${percent(share, total)} %, ${range(interval, total)})`
}

function formatClasses(name: string, { classes, confusions }: JudgedScores): string[] {
  const row = (cells: readonly string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(19) : cell.padStart(9))).join('')
  const rowOf = ({ label, gold, decided, right }: ClassScores) =>
    row([label, `${gold}`, `${decided}`, label === 'unknown' ? '–' : `${right}`])
  return [
    row([name, 'gold', 'decided', 'right']),
    ...classes.map(rowOf),
    ...confusions
      .slice(0, MOST_CONFUSIONS)
      .map(({ gold, judged, times }) => `  ${times} × ${gold}, taken for ${judged}`),
  ]
}
