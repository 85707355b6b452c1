import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { faultsOf, type ReadingCase, readClaims } from './read-claims.ts'

const GOES_ON: readonly ReadingCase[] = [
  {
    text: 'Mill burns\n\n“We ran,” said Idris Vane, a miller.\n\n“Nobody looked back.”\n\nThe roof fell at noon.',
    claims: [{ name: 'Idris Vane', content: 'We ran … Nobody looked back.' }],
  },
  {
    text: 'Mill burns\n\nTess Orrick, who runs the café, said the heat had cracked her windows.\n\n“The glass was in the soup. I threw it all out.”\n\nThe roof fell at noon.',
    claims: [{ name: 'Tess Orrick', cue: 'said', content: 'The glass was in the soup. I threw it all out.' }],
  },
  {
    text: 'Mill burns\n\nMona Feld told the inquiry that the hoses had been dry for years.\n\n“We asked for new ones. We asked every spring.”\n\n“Nobody wrote back.”\n\nThe hearing goes on.',
    claims: [
      { name: 'Mona Feld', content: 'We asked for new ones. We asked every spring.' },
      { name: 'Mona Feld', content: 'Nobody wrote back.' },
    ],
  },
  {
    text: 'Mill burns\n\nThe owner, Bram Osei, did not mention the mill at all. “We have to bury the horses first.”',
    claims: [{ name: 'Bram Osei', content: 'We have to bury the horses first.' }],
  },
  {
    text: 'Mill burns\n\nIt was dry.\n\n“We will not come back this season.”\n\n“We will not come back at all,” Lucia Marr said later.',
    claims: [{ name: 'Lucia Marr', content: 'We will not come back this season. We will not come back at all' }],
  },
  {
    text: 'Mill burns\n\nFive engines came.\n\nThe mill will be sold in May.\n\n“Nobody will ever want to buy it.”\n\nThe roof fell at noon.',
    claims: [{ naming: 'unstated', cue: '“', content: 'Nobody will ever want to buy it.', quotation: 'direct' }],
  },
  {
    text: 'Mill burns\n\nIdris Vane said the heat was fierce. Mona Feld watched from the bridge.\n\n“It took the paint off the cars across the road.”\n\nThe roof fell at noon.',
    absent: [{ name: 'Idris Vane', content: 'the paint' }],
  },
  {
    text: 'Mill burns\n\n“Who left the gate open?” asked a reporter.\n\n“We do not know who it was,” said Bram Osei.',
    absent: [{ source: 'reporter', content: 'We do not know' }],
  },
  {
    text: "Mill burns\n\nLucia Marr said it was the end of the trade.\n\n'A slow decline.'\n\nThe mill once had nine hundred hands.",
    absent: [{ content: 'slow decline' }],
  },
]

const TOLD_BY_MANNER: readonly ReadingCase[] = [
  ['Mona Feld, 71, was blunt.', 'Mona Feld', 'was blunt'],
  ['Bram Osei was rather less sure.', 'Bram Osei', 'was rather less sure'],
  ['The ferryman, Idris Vane, shook his head.', 'Idris Vane', 'shook his head'],
  ['Tess Orrick disagreed.', 'Tess Orrick', null],
  ['Lucia Marr’s lawyer, Bram Osei, was brief.', 'Bram Osei', 'was brief'],
  ['Asked about the cost, Idris Vane was unmoved.', 'Idris Vane', 'was unmoved'],
  ['Mona Feld took a different view.', 'Mona Feld', null],
  ['Mona Feld’s answer?', 'Mona Feld', 'answer'],
  ['Bram Osei’s verdict on the plan?', 'Bram Osei', 'verdict'],
  ['For Tess Orrick, the help came too late.', 'Tess Orrick', null],
  ['Tess Orrick lost her boat in the storm.', 'Tess Orrick', null],
  ['The ruling stunned Lucia Marr.', 'Lucia Marr', null],
  ['Tess Orrick has run the ferry for years. Then the bridge came.', 'Tess Orrick', null],
].map(([lead, name, cue]) => ({
  text: `River town\n\n${lead} “We were promised a new boat. I never saw it.”`,
  claims: [
    {
      name: name as string,
      content: 'We were promised a new boat. I never saw it.',
      ...(cue === null ? {} : { cue: cue as string }),
    },
  ],
}))

const TOLD_OTHERWISE: readonly ReadingCase[] = [
  {
    text: 'River town\n\n“A gamble” is how Bram Osei put it. “Madness” was how Tess Orrick described the plan.',
    claims: [
      { name: 'Bram Osei', content: 'A gamble' },
      { name: 'Tess Orrick', content: 'Madness … the plan' },
    ],
  },
  {
    text: 'Tributes to the late ferryman\n\nAnd from Governor Lucia Marr:\n\n“He carried this town across for forty years.”\n\nFrom the harbour office:\n\n“The flag will fly at half mast.”',
    claims: [
      { name: 'Lucia Marr', content: 'He carried this town across for forty years.' },
      { source: 'the harbour office', content: 'The flag will fly at half mast.' },
    ],
  },
  {
    text: 'River town\n\nThe flood surprised many – Idris Vane: “We had an hour at most.”',
    claims: [{ name: 'Idris Vane', content: 'We had an hour at most.' }],
  },
  {
    text: 'River town\n\nIn the words of Mona Feld, “It takes a boat to raise a child.” She left what the mayor called “a small legacy”.',
    claims: [
      { name: 'Mona Feld', cue: 'In the words of', content: 'It takes a boat to raise a child.' },
      { source: 'the mayor', cue: 'called', content: 'a small legacy' },
    ],
  },
  {
    text: 'River town\n\nThe clip ends with footage of Bram Osei saying during the count, “Nobody told me.”',
    claims: [{ name: 'Bram Osei', cue: 'saying', content: 'Nobody told me.' }],
  },
  {
    text: 'River town\n\nThe exchange went on as follows:\n\n“CHAIR: Who closed the sluice?\n\n“VANE: I did, on Monday. It was raining.\n\n“And nobody asked me to open it.',
    claims: [
      { source: 'CHAIR', content: 'Who closed the sluice?' },
      { source: 'VANE', content: 'I did, on Monday. It was raining. … And nobody asked me to open it.' },
    ],
  },
]

const NEAR_MISSES: readonly ReadingCase[] = [
  {
    text: 'River town\n\nThe driver, Jo Dane, died at the scene. “I held her hand.”',
    absent: [{ name: 'Jo Dane', content: 'I held her hand' }],
  },
  {
    text: 'River town\n\nSgt Cole Marr interviewed Bo Dane. “I never hit her.”',
    absent: [{ name: 'Cole Marr', content: 'I never hit her' }],
  },
  {
    text: 'River town\n\nThe pier is named after Mona Feld. “It is a fine pier to fish from.”',
    absent: [{ name: 'Mona Feld', content: 'a fine pier' }],
  },
  {
    text: 'River town\n\nBram Osei resigned on Monday. “He had no choice but to go.”',
    absent: [{ name: 'Bram Osei', content: 'no choice' }],
  },
  {
    text: 'River town\n\nTess Orrick’s hands shook. “No swimming,” read the sign.',
    absent: [{ name: 'Tess Orrick', content: 'No swimming' }],
  },
  {
    text: 'River town\n\nIdris Vane is reading “The Long Wait Home” and calls his boat “the Duchess”. The “free” ferry cost nine crowns.',
    absent: [{ content: 'Long Wait Home' }, { naming: 'unstated', content: 'Duchess' }, { content: 'free' }],
  },
  {
    text: 'River town\n\nThe report is a blunt summary of the flood by Lucia Marr. “Nine pumps failed within an hour.”',
    absent: [{ cue: 'is a blunt' }],
  },
  {
    text: 'River town\n\nOn Monday there was more on Channel Nine: “We never owned a boat.”',
    absent: [{ source: 'Channel Nine', content: 'never owned' }],
  },
]

describe.skipIf(!hasRuntime())('quotations without a cue of their own', () => {
  it.each([...GOES_ON, ...TOLD_BY_MANNER, ...TOLD_OTHERWISE, ...NEAR_MISSES])('$text', async one => {
    expect(await faultsOf(one)).toEqual([])
  })

  it('name the rule that gave them away', async () => {
    const rulesOf = async (text: string) => (await readClaims(text)).flatMap(({ rules }) => rules)
    expect(await rulesOf('River town\n\nMona Feld was blunt. “We never saw the boat.”')).toEqual([
      'quotation-after-manner',
    ])
    expect(await rulesOf('River town\n\nThe plan was dropped. “It was never going to float.”')).toContain(
      'quotation-unstated',
    )
  })
})
