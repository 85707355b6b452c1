import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { faultsOf, type ReadingCase } from './read-claims.ts'

const CASES: readonly ReadingCase[] = [
  {
    text: 'Two answers\n\nBerta Sole: “We will dredge the canal.” Igor Vant: “We will fill it in.”',
    claims: [
      { name: 'Berta Sole', cue: ':', content: 'We will dredge the canal.' },
      { name: 'Igor Vant', cue: ':', content: 'We will fill it in.' },
    ],
    absent: [{ name: 'Berta Sole', content: 'fill it in' }],
  },
  {
    text: 'In the street\n\nBerta Sole, 34, welder: “I walk now.” Igor Vant, 61, retired: “I never stopped.” Mo Idris, pupil: “My bus still comes.”',
    claims: [
      { name: 'Berta Sole', content: 'I walk now.' },
      { name: 'Igor Vant', content: 'I never stopped.' },
      { name: 'Mo Idris', content: 'My bus still comes.' },
    ],
  },
  {
    text: 'Debate\n\nMODERATOR: “Will you raise fares?” SOLE: “No.” VANT: “Perhaps.”',
    claims: [
      { source: 'MODERATOR', content: 'Will you raise fares?', act: 'question' },
      { source: 'SOLE', content: 'No.' },
      { source: 'VANT', content: 'Perhaps.' },
    ],
  },
  {
    text: 'Hearing\n\nJUDGE SOLE: Did you sign it? MR VANT: I did not. JUDGE SOLE: Then who did?',
    claims: [
      { source: 'JUDGE SOLE', content: 'Did you sign it?', act: 'question' },
      { source: 'MR VANT', content: 'I did not' },
      { source: 'JUDGE SOLE', content: 'Then who did?' },
    ],
  },
  {
    text: 'Quick questions for Berta Sole\n\nQ: Favourite meal? A: Soup, always. Q: Best advice? A: Never run for a bus.',
    claims: [
      { name: 'Berta Sole', content: 'Soup, always' },
      { name: 'Berta Sole', content: 'Never run for a bus' },
    ],
  },
  {
    text: 'Panel\n\nBerta Sole and Igor Vant could not agree.\n\n“The weir is safe,” said Sole. Vant: “It is not.”',
    claims: [
      { name: 'Berta Sole', source: 'Sole', content: 'The weir is safe' },
      { name: 'Igor Vant', source: 'Vant', content: 'It is not.' },
    ],
  },
  {
    text: 'Panel\n\nBerta Sole: “We won the race.” That is how she put it at the gate.',
    claims: [{ name: 'Berta Sole', content: 'We won the race.' }],
    absent: [{ content: 'how she put it' }],
  },
  {
    text: 'Prizes\n\nHarbour Prize: “Slow Boat.” Lantern Award: “River of Light.”',
    absent: [{ content: 'Slow Boat' }, { content: 'River of Light' }],
  },
  {
    text: 'Menu\n\nSoup: “Best in town” is how guests call it. Price: 5 pounds.\n\nTwo rules hang on the wall: “No dogs.” Beneath it: “No phones.”',
    absent: [{ source: 'Soup' }, { source: 'Price' }, { source: 'Beneath' }],
  },
]

describe.skipIf(!hasRuntime())('several labels in one line', () => {
  it.each(CASES)('$text', async one => {
    expect(await faultsOf(one)).toEqual([])
  })
})
