import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPublishedTime } from './published-time.ts'

describe('readPublishedTime', () => {
  it.each([
    ['2026-03-04T09:15:00+01:00', '2026-03-04T09:15:00+01:00'],
    ['2026-03-04T09:15:00.123Z', '2026-03-04T09:15:00.123Z'],
    ['2026-03-04 09:15 +0100', '2026-03-04T09:15:00+01:00'],
    ['20260304T091500Z', '2026-03-04T09:15:00Z'],
    ['20260304T0915+0100', '2026-03-04T09:15:00+01:00'],
    ['2026-03-04', '2026-03-04'],
    ['20260304', '2026-03-04'],
    ['Wed, 04 Mar 2026 09:15:00 +0100', '2026-03-04T08:15:00Z'],
    ['4 Mar 2026 09:15:00 GMT', '2026-03-04T09:15:00Z'],
    [1_772_612_100, '2026-03-04T08:15:00Z'],
    ['1772612100000', '2026-03-04T08:15:00Z'],
  ])('reads %s', (written, publishedAt) => {
    expect(readPublishedTime(written)).toEqual({ publishedAt, warning: null })
  })

  it('takes a time without a zone as UTC, and says so', () => {
    expect(readPublishedTime('2026-03-04T09:15')).toEqual({
      publishedAt: '2026-03-04T09:15:00Z',
      warning: 'its published time has no zone: taken as UTC',
    })
  })

  it.each(['yesterday', '2026-02-30', '2026-13-01T00:00:00Z', '20260230T000000Z', {}, 1e300, Number.NaN, '4/3/2026'])(
    'keeps no time that is none: %j',
    written => {
      expect(readPublishedTime(written)).toMatchObject({
        publishedAt: null,
        warning: expect.stringContaining('cannot be read'),
      })
    },
  )

  it('says nothing of a time that is not given', () => {
    for (const none of [null, undefined, ''])
      expect(readPublishedTime(none)).toEqual({ publishedAt: null, warning: null })
  })

  it('gives nothing but what Date can read', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.date({ noInvalidDate: true }).map(date => date.toISOString()),
          fc.double(),
        ),
        written => {
          const { publishedAt } = readPublishedTime(written)
          if (publishedAt !== null) expect(Date.parse(publishedAt)).not.toBeNaN()
        },
      ),
    )
  })
})
