import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { faultsOf, type ReadingCase } from './read-claims.ts'

const CASES: readonly ReadingCase[] = [
  {
    text: 'Letters\n\n* “The tram is never warm,” – Berta Sole\n* “I sold my car and I regret it,” – Tom Vant',
    claims: [
      { name: 'Berta Sole', cue: '–', content: 'The tram is never warm' },
      { name: 'Tom Vant', cue: '–', content: 'I sold my car and I regret it' },
    ],
  },
  {
    text: 'Reviews\n\n- “A loud and happy evening.” — Rosa Sole, theatre critic\n- “I left early.” — Jan Vant, teacher',
    claims: [
      { name: 'Rosa Sole', content: 'A loud and happy evening.' },
      { name: 'Jan Vant', content: 'I left early.' },
    ],
  },
  {
    text: 'What they said\n\n1. “We will rebuild.” – Dan Vant, premier of the isle\n2. “We need tents now.” – Red Cross\n3. “It shook us.” – resident Amy Lau',
    claims: [
      { name: 'Dan Vant', content: 'We will rebuild.' },
      { name: 'Red Cross', content: 'We need tents now.' },
      { name: 'Amy Lau', content: 'It shook us.' },
    ],
  },
  {
    text: 'What they said\n\n- "We will rebuild" - Dan Vant\n- "We need tents now" - Grain Council',
    claims: [
      { name: 'Dan Vant', content: 'We will rebuild' },
      { name: 'Grain Council', content: 'We need tents now' },
    ],
  },
  {
    text: 'Lines of the week\n\n“Nobody told us.”\n— Dockers Union\n\n“Everybody knew.”\n— Harbour Office spokesman',
    claims: [
      { name: 'Dockers Union', content: 'Nobody told us.' },
      { source: 'Harbour Office spokesman', content: 'Everybody knew.' },
    ],
  },
  {
    text: 'Squalls\n\n> Squalls are likely on the east coast.\n> — Sky Office (@skyoffice) 3 May 2026\n\nFerries were cancelled.',
    claims: [{ name: 'Sky Office', content: 'Squalls are likely on the east coast' }],
  },
  {
    text: 'Squalls\n\n“Squalls are likely.” – the Tide Office\n\nFerries were cancelled.',
    claims: [{ name: 'Tide Office', content: 'Squalls are likely.' }],
  },
  {
    text: 'Songs\n\n1. “Slow Boat” – The Lanterns\n2. “River Home” – Ada Quill\n\n* “Blue tin” – two litres\n* “We left” - read more\n* “It hurts” — 12 March',
    absent: [
      { content: 'Slow Boat' },
      { content: 'River Home' },
      { content: 'tin' },
      { content: 'left' },
      { content: 'hurts' },
    ],
  },
]

describe.skipIf(!hasRuntime())('signed items and posts', () => {
  it.each(CASES)('$text', async one => {
    expect(await faultsOf(one)).toEqual([])
  })
})
