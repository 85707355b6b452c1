import { expect, it } from 'vitest'
import { findEntryTimes } from './entry-times.ts'
import { tokenise } from './tokens/stage.ts'

it.each([
  ['11:10 - The road is open.', '11:10 -'],
  ['09.15am: The road is open.', '09.15am:'],
  ['[09:40 GMT] – “We wait,” she says.', '[09:40 GMT] –'],
  ['7pm | The road is open.', '7pm |'],
  ['10:30 Police say it is open.', '10:30'],
  ['16:05', '16:05'],
  ['10.30 metres of snow fell.', null],
  ['10:30 was too late.', null],
  ['The road opens at 10:30 - or later.', null],
  ['2-1 - The home side won.', null],
] as const)('of %j', (text, expected) => {
  const [time] = findEntryTimes(text, tokenise(text))
  expect(time === undefined ? null : text.slice(time.start, time.end)).toBe(expected)
})
