import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyRecord, anyText } from '../../../test/support/any-record.ts'
import { buildArticleRecord } from '../../../test/support/article-record.ts'
import { withVoices } from '../../../test/support/article-voices.ts'
import { findOpenLinks } from '../../../test/support/open-links.ts'
import type { ArticleRecord, ClaimRecord, SourceRecord, VoiceRecord } from '../../domain/record.ts'
import { closeRecord } from './close-record.ts'

const text = 'Ms Roy said the vote was lost. It was late, officials said.'
const record = buildArticleRecord(text, [
  { source: 'Ms Roy', cue: 'said', content: 'the vote was lost' },
  { source: 'officials', cue: 'said', content: 'It was late', from: 'It', describe: { naming: 'unnamed' } },
])
const [first, second] = record.claims as [ClaimRecord, ClaimRecord]
const [roy, officials] = record.sources as [SourceRecord, SourceRecord]

function close(changes: Partial<ArticleRecord>): ArticleRecord {
  return closeRecord({ ...record, ...changes }, [...text].length)
}

/** Reasons of what was lost. */
function lost({ candidates }: ArticleRecord): string[] {
  return candidates.filter(({ rule }) => rule === 'broken').map(({ reason }) => reason)
}

describe('closeRecord', () => {
  it('gives back a record in which all holds', () => {
    expect(close({})).toEqual(record)
  })

  it('loses a link to what is not there, and nothing else', () => {
    const closed = close({ claims: [{ ...first, parentId: 'nobody' }, second] })
    expect(closed.claims).toEqual([first, second])
    expect(closed.candidates.at(-1)).toMatchObject({ text: 'said', stage: 'claims', rule: 'broken' })
  })

  it('cuts a circle of parents in one place', () => {
    const closed = close({ claims: [{ ...first, parentId: second.id }, { ...second, parentId: first.id }] }) // biome-ignore format: one line a record
    expect(closed.claims.map(({ parentId }) => parentId)).toEqual([second.id, null])
    expect(lost(closed)).toEqual(['What holds it is no claim, or is held by it.'])
  })

  it('cuts a circle of antecedents in one place', () => {
    const closed = close({ sources: [{ ...roy, antecedentId: officials.id }, { ...officials, antecedentId: roy.id }] }) // biome-ignore format: one line a record
    expect(closed.sources.map(({ antecedentId }) => antecedentId)).toEqual([officials.id, null])
    expect(lost(closed)).toEqual(['It goes back to itself.'])
  })

  it('keeps a claim whose source is lost', () => {
    const closed = close({ sources: [roy] })
    expect(closed.claims).toEqual([first, { ...second, sourceId: null }])
  })

  it('loses a claim whose words are not in the text', () => {
    const spans = first.spans.map(span => (span.role === 'content' ? { ...span, end: 900 } : span))
    const closed = close({
      claims: [
        { ...first, spans },
        { ...second, corroboratedById: first.id },
      ],
    })
    expect(closed.claims).toEqual([second])
    expect(lost(closed)).toEqual(['A claim that does not stand in the text.', 'What says the same is no claim.'])
  })

  it('loses of a voice what does not hold, and keeps the rest', () => {
    const voiced = withVoices({ ...record, entities: [] })
    const [one, other] = voiced.voices as [VoiceRecord, VoiceRecord]
    const beyond = { start: 900, end: 901 }
    const closed = close({
      voices: [
        {
          ...one,
          ...{ entityId: 'nobody', role: { value: 'writer', span: beyond }, gender: { value: 'woman', confidence: 2 } },
          evidence: [{ field: 'gender', value: 'woman', span: beyond, rule: 'name', reason: 'a list' }],
          claims: [...one.claims, { claimId: 'nothing', quotedWords: 1 }],
        },
        { ...other, claims: [...one.claims, ...other.claims] },
        one,
        { ...one, id: 'another', first: { ...beyond, text: 'x' } },
      ],
    })
    expect(closed.voices).toEqual([
      {
        ...one,
        ...{ role: { value: 'writer', span: null }, gender: { value: 'unknown', confidence: 0 } },
        evidence: [{ field: 'gender', value: 'woman', span: null, rule: 'name', reason: 'a list' }],
      },
      other,
    ])
    expect(lost(closed)).toHaveLength(8)
    expect(closed.candidates.find(({ stage }) => stage === 'voices')).toMatchObject({ text: 'Ms Roy', rule: 'broken' })
  })

  it('closes whatever it is given', () => {
    const damaged = anyText.chain(text =>
      fc.tuple(
        anyRecord(text),
        fc.array(fc.constantFrom('claims', 'sources', 'entities', 'spans', 'voices'), { maxLength: 3 }),
      ),
    )
    fc.assert(
      fc.property(damaged, ([whole, damages]) => {
        const { length } = [...whole.article.text]
        const open: ArticleRecord = {
          ...whole,
          claims: damages.includes('claims') ? whole.claims.slice(1) : whole.claims,
          sources: damages.includes('sources') ? whole.sources.slice(1) : whole.sources,
          entities: damages.includes('entities') ? [] : whole.entities,
          voices: damages.includes('voices') ? whole.voices.flatMap(one => [one, one]) : whole.voices,
          candidates: damages.includes('spans') ? whole.candidates.map(one => ({ ...one, end: length + 1 })) : whole.candidates, // biome-ignore format: one line a field
        }
        const closed = closeRecord(open, length)
        expect(findOpenLinks(closed)).toEqual([])
        expect(closeRecord(closed, length)).toBe(closed)
      }),
      { numRuns: 300 },
    )
  })
})
