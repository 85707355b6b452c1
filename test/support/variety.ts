import type { ArticleRecord } from '../../src/domain/record.ts'
import { buildArticleRecord, groundedIn } from './article-record.ts'
import { correctNow } from './correct-now.ts'
import { storeRecords } from './stored-database.ts'

const TALKS =
  '😀 If talks go well, the official said on condition of anonymity, “they could\r\nend”.\r\n\r\nLater “he” told reporters that Ms Roy denied that 👩‍👧 rents rose.\nIt reportedly rained. Mr Lim would not comment.'

/** Two articles with all that makes claims hard to give away: split, nested and missing parts, emoji, line ends, markup. */
export function makeVariety(): ArticleRecord[] {
  return [
    buildArticleRecord(
      TALKS,
      [
        {
          source: 'the official',
          cue: 'said',
          content: ['If talks go well', '“they could\r\nend”'],
          claim: { quotation: 'mixed', hedged: true, confidence: 0.93 },
          describe: {
            naming: 'anonymous',
            role: groundedIn(TALKS, 'official'),
            number: { value: 1, span: null },
            reason: groundedIn(TALKS, 'on condition of anonymity'),
          },
        },
        {
          source: '“he”',
          cue: 'told',
          addressee: 'reporters',
          content: 'that Ms Roy denied that 👩‍👧 rents rose',
          claim: { quotation: 'indirect' },
          describe: { naming: 'unnamed' },
        },
        {
          source: 'Ms Roy',
          cue: 'denied',
          content: '👩‍👧 rents rose',
          claim: { act: 'denial' },
          describe: { name: groundedIn(TALKS, 'Ms Roy') },
        },
        { cue: 'reportedly', content: ['It', 'rained'], from: 'It reportedly', claim: { act: 'belief' } },
        { source: 'Mr Lim', cue: 'would not comment', claim: { quotation: 'none', act: 'no-comment', negated: true } },
      ],
      { article: { uri: 'news/talks.txt', rawSha256: 'ab'.repeat(32), title: 'Talks & <b>rents</b>', language: 'en' } },
    ),
    buildArticleRecord(
      '“=1+1 is two,” said Anna Berg, <script>alert(1)</script>.',
      [
        {
          source: 'Anna Berg',
          cue: 'said',
          content: '“=1+1 is two,”',
          claim: { quotation: 'direct' },
          describe: { name: { value: 'Anna Berg', span: null } },
        },
      ],
      {
        article: {
          uri: 'https://news.example/a?b=1&c="d"',
          title: '=HYPERLINK("x")',
          publisher: 'The "Post"',
          publishedAt: '2026-06-01T10:00:00+02:00',
        },
      },
    ),
  ]
}

/** Stores them, with a correction of one claim, and gives the database's path. */
export function storeVariety(): string {
  const records = makeVariety()
  const path = storeRecords(records)
  const corrected = records[0]?.claims[1]?.id
  if (corrected !== undefined)
    correctNow(path, [corrected], { verdict: 'accepted', source: 'Paul Osei', note: null, correctedBy: 'ed' })
  return path
}
