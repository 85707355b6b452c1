import { describe, expect, it } from 'vitest'
import { buildArticleRecord, groundedIn, spanOf } from '../../test/support/article-record.ts'
import { withVoices } from '../../test/support/article-voices.ts'
import type { ArticleRecord, VoiceRecord } from '../domain/record.ts'
import { CodePointText } from '../domain/text/code-point-text.ts'
import type { ArticleBookkeeping } from '../store/queries/articles/article-bookkeeping.ts'
import { findVoiceFigures, type VoiceFigures } from '../store/rows/voice-figures.ts'
import { verifyVoices } from './verify-voices.ts'

const TEXT = '“We lost,” said Ada Roy, the treasurer. It rained, officials said.'
const RECORD = withVoices(
  buildArticleRecord(TEXT, [
    {
      ...{ source: 'Ada Roy', cue: 'said', content: '“We lost,”', claim: { quotation: 'direct' } },
      describe: { name: groundedIn(TEXT, 'Ada Roy'), role: groundedIn(TEXT, 'treasurer') },
    },
    { source: 'officials', cue: 'said', content: 'It rained', from: 'It rained' },
  ]),
  {
    'Ada Roy': {
      evidence: [{ field: 'gender', value: 'woman', span: spanOf(TEXT, 'Ada'), rule: 'name', reason: 'a list' }],
    },
  },
)
const [ROY, OFFICIALS] = RECORD.voices as [VoiceRecord, VoiceRecord]

/** What is found where the store keeps these figures, those that follow from the record unless others are given. */
function look(record: ArticleRecord, figures: readonly VoiceFigures[] = findVoiceFigures(record)) {
  const voices = record.voices.map(
    ({ id }, sequence) => [id, { sequence, figures: figures[sequence] as VoiceFigures }] as const,
  )
  const kept: ArticleBookkeeping = {
    claimCount: null,
    placeOf: new Map(),
    unsearchable: new Set(),
    voices: new Map(voices),
  }
  return verifyVoices(record, new CodePointText(TEXT), kept)
}

function withVoice(changes: Partial<VoiceRecord>): ArticleRecord {
  return { ...RECORD, voices: [{ ...ROY, ...changes }, OFFICIALS] }
}

describe('verifyVoices', () => {
  it('finds nothing wrong with what was written, and looks at every place', () => {
    expect(look(RECORD)).toEqual({ problems: [], spans: 2 })
  })

  it.each<[string, ArticleRecord, string]>([
    ['words that its id does not stand for', withVoice({ first: spanOf(TEXT, 'Ada') }), 'does not have its words'],
    ['a chain that it did not have', withVoice({ chain: null }), 'does not have its words'],
    [
      'a role beyond the end',
      withVoice({ role: { value: 'treasurer', span: { start: 60, end: 90 } } }),
      'The role of voice',
    ],
    [
      'evidence beyond the end',
      withVoice({ evidence: ROY.evidence.map(one => ({ ...one, span: { start: 60, end: 90 } })) }),
      'The evidence of the gender of voice',
    ],
    ['a claim that is nobody’s', withVoice({ claims: [] }), "has a source and is nobody's voice"],
    [
      'words in quotation marks of an indirect claim',
      {
        ...RECORD,
        voices: [ROY, { ...OFFICIALS, claims: OFFICIALS.claims.map(one => ({ ...one, quotedWords: 4 })) }],
      },
      'is indirect and is said to have 4 words',
    ],
    [
      'a voice of a claim without a source',
      { ...RECORD, claims: RECORD.claims.map(claim => ({ ...claim, sourceId: null })) },
      'has a voice and no source',
    ],
    [
      'somebody who says nothing and has no name',
      { ...RECORD, voices: [ROY, { ...OFFICIALS, claims: [] }], claims: RECORD.claims.slice(0, 1) },
      'says nothing and is no person who is named',
    ],
  ])('finds %s', (_, record, message) => {
    const { problems } = look(record)
    expect(problems.map(problem => problem.message)).toContainEqual(expect.stringContaining(message))
    for (const { places } of problems) expect(places).not.toEqual([])
  })

  it.each<[keyof VoiceFigures, number | boolean, string]>([
    ['claims', 2, 'claims is 2 where its claims make 1'],
    ['quotedWords', 4, 'quoted_words is 4 where its claims make 3'],
    ['isFirst', false, 'first_voice is 0 where its claims make 1'],
    ['isLast', true, 'last_voice is 1 where its claims make 0'],
    ['mentions', 7, 'mentions is 7 where its claims make 0'],
  ])('finds that %s was counted otherwise', (figure, value, message) => {
    const [first, second] = findVoiceFigures(RECORD) as [VoiceFigures, VoiceFigures]
    const { problems } = look(RECORD, [{ ...first, [figure]: value }, second])
    expect(problems).toMatchObject([
      { message: expect.stringContaining(message), claimIds: ROY.claims.map(({ claimId }) => claimId) },
    ])
  })

  it('finds that one is missing before others', () => {
    const kept = { claimCount: null, placeOf: new Map(), unsearchable: new Set<string>() }
    const figures = findVoiceFigures(RECORD) as [VoiceFigures, VoiceFigures]
    const voices = new Map(
      RECORD.voices.map(({ id }, i) => [id, { sequence: i + 1, figures: figures[i] as VoiceFigures }]),
    )
    const { problems } = verifyVoices(RECORD, new CodePointText(TEXT), { ...kept, voices })
    expect(problems[0]?.message).toContain('is number 1, where 0 comes next')
  })

  it('asks for no voices where an article was analysed before there were any', () => {
    const stages = RECORD.stages.filter(({ name }) => name !== 'voices')
    expect(look({ ...RECORD, voices: [], stages })).toEqual({ problems: [], spans: 0 })
  })
})
