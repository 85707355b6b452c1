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
    ['Wed, 04 Mar 2026 09:15:00 +0100', '2026-03-04T09:15:00+01:00'],
    ['4 Mar 26 09:15:00 EST', '2026-03-04T09:15:00-05:00'],
    ['2026-03-04 09:15:07 +02:00', '2026-03-04T09:15:07+02:00'],
    ['2026-03-04T09:15:00+01', '2026-03-04T09:15:00+01:00'],
    ['2026-03-04T09:15:00 BST', '2026-03-04T09:15:00+01:00'],
    ['Wed Mar 04 2026 09:15:00 GMT+0100 (Central European Standard Time)', '2026-03-04T09:15:00+01:00'],
    ['Wed Mar  4 09:15:00 CET 2026', '2026-03-04T09:15:00+01:00'],
    ['March 4, 2026 6:00 PM EST', '2026-03-04T18:00:00-05:00'],
    ['March 4, 2026, 6 p.m. ET', '2026-03-04T18:00:00-05:00'],
    ['July 4, 2026 at 12:30 am ET', '2026-07-04T00:30:00-04:00'],
    ['4 March 2026, 9:15 am UTC+5:30', '2026-03-04T09:15:00+05:30'],
    ['Updated 6:15 PM AEDT, Wed March 4, 2026', '2026-03-04T18:15:00+11:00'],
    // Without a zone words give the day, and so they do where two times stand.
    ['March 4, 2026 | 6:00 PM', '2026-03-04'],
    ['March 4, 2026 10:00 AM EST, updated 12:00 PM EST', '2026-03-04'],
    ['4 March 2026 at 9:15 IN SELBY', '2026-03-04'],
    ['mercredi 4 mars 2026', '2026-03-04'],
    ['4. März 2026', '2026-03-04'],
    ['4 de marzo de 2026', '2026-03-04'],
    ['4.3.2026', '2026-03-04'],
    ['13/03/2026', '2026-03-13'],
    ['03/13/2026', '2026-03-13'],
    ['3/3/2026', '2026-03-03'],
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

  it.each([
    ['04/03/2026', 'en-GB', '2026-03-04'],
    ['04/03/2026', 'en-IN', '2026-03-04'],
    ['04/03/2026', 'fr', '2026-03-04'],
    ['04/03/2026', 'en-US', '2026-04-03'],
    ['04.03.2026', 'en-US', '2026-03-04'],
    ['04/03/2026', 'en', null],
    ['04/03/2026', 'en-CA', null],
    ['04/03/2026', 'no language', null],
    ['4 March 2026 18:05 IST', 'en-IN', '2026-03-04T18:05:00+05:30'],
    ['4 March 2026 18:05 IST', 'en-IE', '2026-03-04T18:05:00+01:00'],
  ])('reads %s on a page in %s as %s', (written, language, publishedAt) => {
    expect(readPublishedTime(written, language).publishedAt).toBe(publishedAt)
  })

  it('keeps the day of a time in a zone that could be several', () => {
    expect(readPublishedTime('4 March 2026 18:05 IST', 'en')).toEqual({
      publishedAt: '2026-03-04',
      warning: 'its published time is in a zone that cannot be told (IST): only its day is kept',
    })
  })

  it.each([
    'yesterday',
    '3 hours ago',
    'March 2026',
    '31 Feb 2026 09:15:00 GMT',
    '30.02.2026',
    '00/00/2026',
    '0001-01-01T00:00:00',
    0,
    '2026-03-04T25:00:00Z',
    '4 Smarch 2026',
    '14/13/2026',
    '2026-02-30',
    '2026-13-01T00:00:00Z',
    '20260230T000000Z',
    {},
    1e300,
    Number.NaN,
    '4/3/2026',
  ])('keeps no time that is none: %j', written => {
    expect(readPublishedTime(written)).toMatchObject({
      publishedAt: null,
      warning: expect.stringContaining('cannot be read'),
    })
  })

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
