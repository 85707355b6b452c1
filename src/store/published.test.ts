import { expect, it } from 'vitest'
import { toUtc } from './published.ts'

it.each([
  ['2026-05-31T08:00:00Z', '2026-05-31T08:00:00.000Z'],
  ['2026-05-31T08:00:00+05:30', '2026-05-31T02:30:00.000Z'],
  ['2026-05-31T08:00-0400', '2026-05-31T12:00:00.000Z'],
  ['2026-05-31', '2026-05-31T00:00:00.000Z'],
  ['2026-02-31T08:00', null],
  ['31 May 2026', null],
  ['2026', null],
  ['', null],
  [null, null],
])('%s is %s in UTC', (published, utc) => {
  expect(toUtc(published)).toBe(utc)
})
