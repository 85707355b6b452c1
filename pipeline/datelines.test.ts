import { expect, it } from 'vitest'
import { findDatelines } from './datelines.ts'
import { tokenise } from './tokens/stage.ts'

const datelinesOf = (body: string) => {
  const text = `Bridge closes\n\n${body}`
  return findDatelines(tokenise(text)).map(({ start, end }) => text.slice(start, end))
}

it.each([
  ['NAIROBI, May 4 (Agency) - The bridge has closed.', ['NAIROBI, May 4 (Agency) -']],
  ['ALBANY, N.Y. (Agency) — The bridge has closed.', ['ALBANY, N.Y. (Agency) —']],
  ['OSLO/BONN, Sept 3 (Newswire) - “It is over,” she said.', ['OSLO/BONN, Sept 3 (Newswire) -']],
  ['Nairobi — The bridge has closed.', ['Nairobi —']],
  ['NEW DELHI: The bridge has closed.', ['NEW DELHI:']],
  ['CLERK: The court will rise.\n\nJUDGE: Thank you.', []],
  ['Officials said no.\n\nNEW DELHI: The bridge has closed.', []],
  ['The bridge — the old one — has closed.', []],
  ['NASA — which runs the site — said no.', []],
  ['She left. He stayed.\n\nHe wept.\n\nShe laughed.\n\nLESSONS LEARNT — The bridge has closed.', []],
])('in %j', (text, datelines) => {
  expect(datelinesOf(text)).toEqual(datelines)
})
