import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type ComparedVoice, compareVoices } from '../../src/evaluate/voices/compare-voices.ts'
import { readVoiceGold } from '../../src/evaluate/voices/read-voice-gold.ts'
import { scoreVoices } from '../../src/evaluate/voices/score-voices.ts'
import { analyseArticle } from '../../src/run/analyse-linear.ts'
import { articleWith } from '../support/article.ts'

async function compareAll(file: string): Promise<ComparedVoice[]> {
  const compared: ComparedVoice[] = []
  for (const article of readVoiceGold(file, {}).articles)
    compared.push(...compareVoices(article, await analyseArticle(articleWith(article.text))))
  return compared
}

const { found, spans } = scoreVoices(await compareAll('test/gold/corpus-voices.json'))

describe('voices of the sample articles', () => {
  // Floors: they rise when the figures do and never fall.
  it.each([
    ['voices found', found.share, 0.95],
    ['F1 of roles', spans.role.f1, 0.45],
    ['F1 of affiliations', spans.affiliation.f1, 0.45],
  ] as const)('%s stays at its floor', (_, figure, floor) => {
    expect(figure).toBeGreaterThanOrEqual(floor)
  })
})

describe('voices of the seed article', () => {
  it.skipIf(!existsSync('../shared/articles/india-us-defence-meeting.txt'))('are all found', async () => {
    const compared = await compareAll('test/gold/seed-voices.json')
    expect(compared.filter(({ found }) => !found)).toEqual([])
  })
})

describe('voices of the corpora', () => {
  const { voices, documents } = JSON.parse(readFileSync('test/gold/voices.json', 'utf8'))

  it('are 300 and 100, without a word of their articles', () => {
    expect(Map.groupBy(voices, ({ corpus }: { corpus: string }) => corpus)).toHaveProperty('size', 2)
    expect(voices.filter(({ corpus }: { corpus: string }) => corpus === 'polnear')).toHaveLength(300)
    expect(voices).toHaveLength(400)
    expect(Object.keys(documents.gum)).toHaveLength(15)
    for (const voice of voices) expect(voice.passes).toHaveLength(2)
  })

  const folders = { polnear: '../shared/polnear/dev', gum: '../shared/gum-news' }
  const present = Object.values(folders).every(existsSync)
  if (!present) console.warn('Skipped: the corpora are not beside this checkout, so their voices are not read.')
  it.skipIf(!present)('lie in their articles', () => {
    expect(readVoiceGold('test/gold/voices.json', folders).leftOut).toEqual([])
  })
})
