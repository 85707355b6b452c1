import { describe, expect, it } from 'vitest'
import { buildArticleRecord } from '../../../test/support/article-record.ts'
import type { ArticleRecord, VoiceRecord } from '../../domain/record.ts'
import type { Span } from '../../domain/span.ts'
import { CodePointText } from '../../domain/text/code-point-text.ts'
import { compareVoices } from './compare-voices.ts'
import { matchVoices } from './match-voice.ts'
import { formatVoiceScores, voiceScoresToJson } from './report-voices.ts'
import { scoreVoices } from './score-voices.ts'
import type { GoldVoice } from './voice-gold.ts'
import { formatVoiceMiss, listVoiceMisses } from './voice-misses.ts'

const text =
  '😀 Harbour pilot Ada Roy said it rained. A nurse saw it. "Dry," she said. The Echo reported fog. Bo Mu slept.'

function spanOf(words: string): Span {
  const at = text.indexOf(words)
  if (at < 0) throw new Error(`no ${words} in the text`)
  const start = [...text.slice(0, at)].length
  return { start, end: start + words.length }
}

function voice(words: string, given: Partial<VoiceRecord> = {}): VoiceRecord {
  return {
    id: words,
    name: null,
    kind: 'person',
    naming: 'unnamed',
    first: { ...spanOf(words), text: words },
    chain: null,
    entityId: null,
    role: null,
    affiliation: null,
    gender: { value: 'unknown', confidence: 0 },
    type: { value: 'unknown', confidence: 0 },
    function: { value: 'unknown', confidence: 0 },
    evidence: [],
    claims: [],
    ...given,
  }
}

const built = buildArticleRecord(text, [
  { source: 'Harbour pilot Ada Roy', cue: 'said', content: ['it rained'] },
  { source: 'she', cue: 'said', content: ['"Dry,"'] },
])
const claimOf = (i: number) => [{ claimId: built.claims[i]?.id ?? '', quotedWords: 0 }]
const role = (words: string) => ({ value: words, span: spanOf(words) })
const record: ArticleRecord = {
  ...built,
  mentions: [
    { ...spanOf('Ada Roy'), text: 'Ada Roy', type: 'person', name: spanOf('Ada Roy'), chain: 7, entityId: null },
  ],
  voices: [
    voice('Ada Roy', {
      chain: 7,
      claims: claimOf(0),
      role: role('Harbour pilot'),
      type: { value: 'worker', confidence: 0.9 },
      gender: { value: 'woman', confidence: 0.9 },
    }),
    voice('A nurse', { claims: claimOf(1), role: role('nurse'), type: { value: 'worker', confidence: 0.6 } }),
    voice('The Echo', { kind: 'organisation', role: role('Echo') }),
  ],
}

function gold(id: number, words: string, given: Partial<GoldVoice> = {}): GoldVoice {
  return {
    id,
    ...spanOf(words),
    head: spanOf(words),
    people: true,
    type: 'unknown',
    function: 'unknown',
    gender: 'unknown',
    genderBy: null,
    role: [],
    affiliation: [],
    ...given,
  }
}

const voices = [
  gold(1, 'Harbour pilot Ada Roy', {
    head: spanOf('Roy'),
    type: 'worker',
    gender: 'woman',
    genderBy: 'name',
    role: [spanOf('pilot'), spanOf('Harbour pilot')],
    affiliation: [spanOf('Harbour')],
  }),
  gold(2, 'she', { type: 'health', gender: 'woman', genderBy: 'text', role: [spanOf('nurse')] }),
  gold(3, 'The Echo', { people: false, type: 'media' }),
  gold(4, 'Bo Mu', { type: 'resident' }),
]
const compared = compareVoices({ name: 'rain', voices }, record)
const scores = scoreVoices(compared)

describe('matching', () => {
  const match = matchVoices(record)

  it.each([
    ['Roy', 'Ada Roy'],
    ['pilot', 'Ada Roy'],
    ['she', 'A nurse'],
    ['Echo', 'The Echo'],
    ['Bo Mu', undefined],
  ])('finds whom “%s” means by the shortest span around it', (words, id) => {
    expect(match(spanOf(words))?.id).toBe(id)
  })
})

describe('scores', () => {
  it('count what is decided apart from what is right', () => {
    expect(scores.found).toMatchObject({ hit: 3, total: 4 })
    expect(scores.judged.type.right).toMatchObject({ hit: 1, total: 2, share: 0.5 })
    expect(scores.judged.type.decided).toMatchObject({ hit: 2, total: 4, share: 0.5 })
    expect(scores.judged.type.decidedOfFound).toMatchObject({ hit: 2, total: 3 })
    expect(scores.judged.type.right.interval).toEqual({ low: expect.closeTo(0.095, 3), high: expect.closeTo(0.905, 3) })
    expect(scores.judged.function.right).toMatchObject({ total: 0, interval: null })
  })

  it('say what was taken for what, and how each class fared', () => {
    expect(scores.judged.type.confusions).toEqual([{ gold: 'health', judged: 'worker', times: 1 }])
    expect(scores.judged.type.classes).toContainEqual({ label: 'media', gold: 1, decided: 0, right: 0 })
  })

  it('keep gender by a first name apart', () => {
    expect(scores.genderBy.name.right).toMatchObject({ hit: 1, total: 1 })
    expect(scores.genderBy.text.decided).toMatchObject({ hit: 0, total: 1 })
  })

  it('take any of the right spans, exactly, and ask no body for its role', () => {
    expect(scores.spans.role).toMatchObject({
      precision: { hit: 2, total: 2 },
      recall: { hit: 2, total: 2 },
      f1: 1,
    })
    expect(scores.words.role.f1).toBe(1)
    expect(scores.spans.affiliation).toMatchObject({ precision: { total: 0 }, recall: { hit: 0, total: 1 }, f1: 0 })
  })

  it.each([
    ['harbour', true],
    ['Echo', false],
  ])('take a pronoun for the body that it is resolved to: %s', (value, exact) => {
    const words = text.replace('it rained', 'its rain')
    const voice = { ...record.voices[0], affiliation: { value, span: { start: 29, end: 32 } } } as VoiceRecord
    const owned = { ...record, article: { ...record.article, text: words }, voices: [voice] }
    expect([...words].slice(29, 32).join('')).toBe('its')
    expect(compareVoices({ name: 'rain', voices }, owned)[0]?.given.affiliation?.exact).toBe(exact)
  })

  it('come as lines and as JSON', () => {
    expect(formatVoiceScores(scores)).toContain('  1 × health, taken for worker')
    expect(voiceScoresToJson(scores)).toMatchObject({
      type: { right: { share: 0.5, interval: [0.0945, 0.9055] } },
      gender_by_name: { right: { share: 1 } },
      role: { f1: 1 },
    })
  })
})

it('lists what is wrong or undecided with its words', () => {
  const misses = listVoiceMisses(compared, new Map([['rain', new CodePointText(text)]])).map(formatVoiceMiss)
  expect(misses).toEqual([
    'type  rain:63 (2) “she”: health, judged worker',
    'type  rain:73 (3) “The Echo”: media, judged unknown',
    'type  rain:96 (4) “Bo Mu”: resident, judged not found',
    'gender  rain:63 (2) “she”: woman, judged unknown',
    'affiliation  rain:2 (1) “Harbour pilot Ada Roy”: “Harbour”, judged –',
  ])
})
