import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { faultsOf, type ReadingCase } from './read-claims.ts'

/** Quotations whose owner the words around them name without a verb of speech. */
const CASES: readonly ReadingCase[] = [
  {
    text: 'Quarry blast\n\n“My windows are in the garden.”\n\nThat is how Phyllis Orrick, 77, describes the morning.',
    claims: [{ name: 'Phyllis Orrick', cue: 'describes', content: 'My windows are in the garden.' }],
  },
  {
    text: 'Village split\n\n“It is our water,” said Lidia Moss.\n\n“It was never theirs alone.” That is the view of Bertil Haugen, who farms below the dam.',
    claims: [{ name: 'Bertil Haugen', content: 'It was never theirs alone.' }],
    absent: [{ name: 'Lidia Moss', content: 'never theirs alone' }],
  },
  {
    text: 'Village split\n\n“The road is ours.” Those were the words of a local councillor. “We shall see.” That was Mayor Dina Paul’s verdict.',
    claims: [
      { source: 'a local councillor', content: 'The road is ours.' },
      { name: 'Dina Paul', content: 'We shall see.' },
    ],
  },
  {
    text: 'Village split\n\n“The road is ours.” That is how the road was lost by Mayor Dina Paul.',
    absent: [{ name: 'Dina Paul', content: 'The road is ours' }],
  },
  {
    text: 'Tunnel opens\n\n“A monument to vanity” is what opposition leader Signe Moss called the tunnel. “A long joke” was what Bram Osei dubbed the inquiry.',
    claims: [
      { name: 'Signe Moss', cue: 'called', content: 'A monument to vanity … the tunnel' },
      { name: 'Bram Osei', cue: 'dubbed', content: 'A long joke … the inquiry' },
    ],
  },
  {
    text: 'Harbour plan\n\nThe plan is “a drawing of a dream”, in the words of harbour pilot Ragna Dale. The pier is, to quote engineer Nils Horne, “a toothpick”. The crane is, in Mona Feld’s words, “a giraffe”.',
    claims: [
      { name: 'Ragna Dale', content: 'a drawing of a dream' },
      { name: 'Nils Horne', content: 'a toothpick' },
      { name: 'Mona Feld', content: 'a giraffe' },
    ],
  },
  {
    text: 'Harbour plan\n\nIn other words, the “dream” is over for Ragna Dale.',
    absent: [{ name: 'Ragna Dale' }],
  },
  {
    text: 'River town\n\n“It was built on sand,” was Wanda Moss’s verdict. The message from the ministry? “Be patient.” And the message from the weir? “Come and look.”',
    claims: [
      { name: 'Wanda Moss', cue: 'verdict', content: 'It was built on sand,' },
      { source: 'the ministry', content: 'Be patient.' },
      { source: 'the weir', content: 'Come and look.' },
    ],
  },
  {
    text: 'River town\n\n“I would rather drown than move.” Wanda Moss is 84 and has never left the valley.\n\n“I sold nothing” (Gil Orrick, grocer).',
    claims: [
      { name: 'Wanda Moss', content: 'I would rather drown than move.' },
      { name: 'Gil Orrick', content: 'I sold nothing' },
    ],
  },
  {
    text: 'River town\n\n“She had no choice.” Wanda Moss resigned on Friday.\n\n“The weir at dusk” (Harbour Pictures).',
    absent: [
      { name: 'Wanda Moss', content: 'She had no choice' },
      { name: 'Harbour Pictures', content: 'The weir at dusk' },
    ],
  },
  {
    text: 'River town\n\n“Keep out,” reads a sign at the weir. Oskar Friel, 91, laughed at the question. “Stop? I have only just begun.”',
    claims: [
      { source: 'a sign at the weir', content: 'Keep out,' },
      { name: 'Oskar Friel', content: 'Stop? I have only just begun.' },
    ],
    absent: [{ content: 'the question' }],
  },
  {
    text: 'Weir loses a wall\n\n“It was a wall of moss. Now it is a puddle.”\n\nSo says guide Matthias Orrick, who has led walkers up the valley since 1981.',
    claims: [{ name: 'Matthias Orrick', content: 'It was a wall of moss. Now it is a puddle.' }],
    absent: [{ content: 'puddle.” So' }],
  },
  {
    text: 'Ward closes\n\n“It breaks my heart,” said matron Della Moss; the trust’s director, Hugo Horne, said that the ward was empty.',
    claims: [
      { name: 'Della Moss', cue: 'said', content: 'It breaks my heart' },
      { name: 'Hugo Horne', cue: 'said', content: 'that the ward was empty' },
    ],
  },
  {
    text: 'Bakery fire\n\nThe fire took the ovens. For the baker, Jorge Moss, it took more. “I was married in that shop.”',
    claims: [{ name: 'Jorge Moss', content: 'I was married in that shop.' }],
  },
  {
    text: 'Port shut\n\nThis from the harbour board: “No ship will leave before Monday.”',
    claims: [{ source: 'the harbour board', content: 'No ship will leave before Monday.' }],
  },
  {
    text: 'Zoll\n\n»We stay open«, said Heike Moss in Kiel. »All night«, she added. « Not here », said Jan Boehm.',
    claims: [
      { name: 'Heike Moss', cue: 'said', content: 'We stay open' },
      { name: 'Heike Moss', cue: 'added', content: 'All night' },
      { name: 'Jan Boehm', cue: 'said', content: 'Not here' },
    ],
  },
  {
    text: 'Chess title lost\n\nGrandmaster Levan Orrick said the game was lost. Auditor Inga Moss said the books were fine.',
    claims: [
      { name: 'Levan Orrick', content: 'the game was lost' },
      { name: 'Inga Moss', content: 'the books were fine' },
    ],
  },
]

describe.skipIf(!hasRuntime())('quotations that other words point at', () => {
  it.each(CASES)('$text', async one => {
    expect(await faultsOf(one)).toEqual([])
  })
})
