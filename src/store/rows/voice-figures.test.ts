import { expect, it } from 'vitest'
import { buildArticleRecord, groundedIn } from '../../../test/support/article-record.ts'
import { withVoices } from '../../../test/support/article-voices.ts'
import type { ArticleRecord } from '../../domain/record.ts'
import { findVoiceFigures, type VoiceFigures } from './voice-figures.ts'

const TEXT =
  'Ms Roy believes that rents rose. “We lost,” said Mr Lee. Ms Roy denied it. It rained, officials said. Reportedly it snowed.'
const record = withVoices(
  buildArticleRecord(TEXT, [
    { source: 'officials', cue: 'said', content: 'It rained', from: 'It rained' },
    { source: 'Ms Roy', cue: 'denied', content: 'it', from: 'Ms Roy denied', describe: named('Ms Roy') },
    { source: 'Ms Roy', cue: 'believes', content: 'rents rose', claim: { act: 'belief' }, describe: named('Ms Roy') },
    { source: 'Mr Lee', cue: 'said', content: '“We lost,”', claim: { quotation: 'direct' }, describe: named('Mr Lee') },
    { cue: 'Reportedly', content: 'it snowed' },
  ]),
)

function named(name: string) {
  return { name: groundedIn(TEXT, name) }
}

function figuresByWords(of: ArticleRecord): Record<string, VoiceFigures> {
  const figures = findVoiceFigures(of)
  return Object.fromEntries(of.voices.map(({ first }, i) => [first.text, figures[i] as VoiceFigures]))
}

it('counts listed claims and their words, and who comes first and last of those who have a voice', () => {
  expect(figuresByWords(record)).toEqual({
    'Ms Roy': { claims: 1, quotedWords: 0, isFirst: false, isLast: false, mentions: 0 },
    'Mr Lee': { claims: 1, quotedWords: 3, isFirst: true, isLast: false, mentions: 0 },
    officials: { claims: 1, quotedWords: 0, isFirst: false, isLast: true, mentions: 0 },
  })
})

it('counts the mentions of its chain', () => {
  const lee = record.voices.find(({ name }) => name === 'Mr Lee')
  const mention = { start: 0, end: 6, text: 'Ms Roy', type: 'person', name: null, entityId: null } as const
  const mentions = [lee?.chain ?? 0, 77, null, lee?.chain ?? 0].map(chain => ({ ...mention, chain }))
  expect(figuresByWords({ ...record, mentions })['Mr Lee']?.mentions).toBe(2)
})

it('makes one voice the first and the last where nobody else says anything that is listed', () => {
  const alone = { ...record, claims: record.claims.filter(({ cueLemma }) => cueLemma === 'denied') }
  expect(figuresByWords(alone)['Ms Roy']).toMatchObject({ isFirst: true, isLast: true })
})
