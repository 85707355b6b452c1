import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { writeGoldFolder } from '../../src/cli/output/gold-folder.ts'
import type { GoldClaim, GoldFile } from '../../src/evaluate/gold/gold-writer.ts'
import { buildArticle, spanOf } from '../../test/support/article-record.ts'
import { readGoldArticles } from './read-gold-articles.ts'

const TEXT = '😀 Roy said it rained.\n'

const claim: GoldClaim = {
  spans: {
    source: [spanOf(TEXT, 'Roy')],
    cue: [spanOf(TEXT, 'said')],
    content: [spanOf(TEXT, 'it rained')],
    addressee: [],
  },
  act: 'statement',
  quotation: 'indirect',
  naming: 'named',
  negated: false,
  kind: 'person',
  entity: 'Roy',
  role: null,
  affiliation: null,
  isJudged: true,
}

it('gives what a desk judged whole, in UTF-16, and leaves out what it judged in part', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-learn-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const whole: GoldFile = {
    article: 'rain.txt',
    sha256: buildArticle(TEXT).id,
    text: TEXT,
    claims: [claim],
    notClaims: [],
  }
  const part: GoldFile = { ...whole, article: 'part.txt', claims: [claim, { ...claim, isJudged: false }] }
  await writeGoldFolder('desk', folder, [whole, part])
  expect(readGoldArticles([join(folder, 'desk/gold')])).toEqual([
    {
      name: 'rain.txt',
      text: TEXT,
      gold: [[{ source: [{ start: 3, end: 6 }], cue: [{ start: 7, end: 11 }], content: [{ start: 12, end: 21 }] }]],
    },
  ])
})
