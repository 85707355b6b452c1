import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { faultsOf, type ReadingCase } from './read-claims.ts'

const APART: readonly ReadingCase[] = [
  {
    text: 'Cup final\n\n“Gladly,” said Idris Vane; “Never,” said Mona Feld.',
    claims: [
      { source: 'Idris Vane', cue: 'said', content: 'Gladly' },
      { source: 'Mona Feld', cue: 'said', content: 'Never' },
    ],
  },
  {
    text: 'Cup final\n\n“We slept,” said Idris Vane, and “they ran,” said Mona Feld.',
    claims: [
      { source: 'Idris Vane', content: 'We slept' },
      { source: 'Mona Feld', content: 'they ran' },
    ],
  },
  {
    text: 'Cup final\n\n"No," said Bram Osei. Tess Orrick added: "Nor would I."',
    claims: [
      { name: 'Bram Osei', cue: 'said', content: 'No' },
      { name: 'Tess Orrick', content: 'Nor would I.' },
    ],
    absent: [{ content: 'Cup final' }],
  },
  {
    text: 'Cup final\n\nLucia Marr was not convinced. “It will sink,” she said. Her deputy was less sure. “It may float if we all bail.”',
    claims: [
      { name: 'Lucia Marr', content: 'It will sink' },
      { source: 'Her deputy', content: 'It may float if we all bail.' },
    ],
  },
  {
    text: 'Cup final\n\n“They hid it from us,” said Mona Feld. The council denied it. “We told every member by post.”',
    claims: [
      { name: 'Mona Feld', content: 'They hid it from us' },
      { source: 'The council', content: 'We told every member by post.' },
    ],
  },
  {
    text: 'Cup final\n\nIdris Vane called it “a farce”; Mona Feld called it “a triumph”.',
    claims: [
      { name: 'Idris Vane', content: 'it “a farce”' },
      { name: 'Mona Feld', content: 'it “a triumph”' },
    ],
  },
]

const SPLIT: readonly ReadingCase[] = [
  ['“The kiln,” said Tess Orrick — a hand on its door — “has hours to go.”', 'The kiln … has hours to go.'],
  ['“The kiln,” Tess Orrick told the class, wiping her hands, “has hours to go.”', 'The kiln … has hours to go.'],
  ['“The kiln,” said Tess Orrick, who built it, “has hours to go”, before she left.', 'The kiln … has hours to go'],
  ['“The kiln …,” said Tess Orrick, “… has hours to go.”', 'The kiln … … … has hours to go.'],
  ['“When you say that,” Tess Orrick said, pointing to the kiln, “you insult the potter.”', null],
  ['“The kiln,” Tess Orrick said—then she yawned—“has hours to go.”', 'The kiln … has hours to go.'],
].map(([text, content]) => ({
  text: `Pottery class\n\n${text}`,
  claims: [{ name: 'Tess Orrick', content: content ?? 'When you say that … you insult the potter.' }],
}))

const MARKS: readonly ReadingCase[] = [
  {
    text: 'Pottery class\n\n„We fire at noon“, said Ute Kranz. „The glaze is dry,“ she added.',
    claims: [
      { name: 'Ute Kranz', content: 'We fire at noon' },
      { name: 'Ute Kranz', content: 'The glaze is dry' },
    ],
  },
  {
    text: 'Pottery class\n\n«We fire at noon», said Luc Morel. «It is dry.»',
    claims: [{ name: 'Luc Morel', content: 'We fire at noon … It is dry.' }],
  },
  {
    text: "Pottery class\n\n'The potters' wheel is late,' said Mona Feld. 'It's always late.'",
    claims: [{ name: 'Mona Feld', content: "'The potters' wheel is late' … 'It's always late.'" }],
  },
  {
    text: 'Pottery class\n\n“It cracked, said Mona Feld. “It cracked at once.”',
    claims: [{ name: 'Mona Feld', cue: 'said' }],
    absent: [{ content: 'said Mona Feld' }],
  },
  {
    text: 'Pottery class\n\n”It cracked,” said Mona Feld. ”It cracked at once.”',
    claims: [{ name: 'Mona Feld', content: 'It cracked … It cracked at once.' }],
  },
  {
    text: 'Pottery class\n\n“It cracked,” said a potter who goes by “Dusty”. Bram “The Kiln” Osei laughed.',
    absent: [{ content: 'Dusty' }, { content: 'The Kiln' }],
  },
  {
    text: 'Pottery class\n\n“The word ‘never’ is not mine,” said Lucia Marr.',
    claims: [{ name: 'Lucia Marr', content: 'The word ‘never’ is not mine' }],
    absent: [{ content: 'never', naming: 'unstated' }],
  },
]

describe.skipIf(!hasRuntime())('quotations of several speakers', () => {
  it.each([...APART, ...SPLIT, ...MARKS])('$text', async one => {
    expect(await faultsOf(one)).toEqual([])
  })
})
