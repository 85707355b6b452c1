import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { faultsOf, type ReadingCase } from './read-claims.ts'

/** Labels whose names are ordinary words, talks without labels, and lines that sign what stands above them. */
const CASES: readonly ReadingCase[] = [
  {
    text: 'From the studio\n\nJUNE WELLS, HOST: Is the water clean?\n\nDR. TARO BLOOM, CHEMIST: It is clear. That is not the same.\n\nWELLS: Should we drink it?\n\nBLOOM: Boil it first.',
    claims: [
      { name: 'JUNE WELLS', content: 'Is the water clean?', act: 'question' },
      { name: 'TARO BLOOM', content: 'It is clear. That is not the same' },
      { name: 'JUNE WELLS', source: 'WELLS', content: 'Should we drink it?' },
      { name: 'TARO BLOOM', source: 'BLOOM', content: 'Boil it first' },
    ],
  },
  {
    text: 'On the quay\n\nEcho: Why a ferry?\n\nRose Winter: My father had one. I missed it.\n\nEcho: And the crew?\n\nWinter: Two cousins.',
    claims: [
      { name: 'Rose Winter', content: 'My father had one. I missed it' },
      { name: 'Rose Winter', source: 'Winter', content: 'Two cousins' },
    ],
  },
  {
    text: 'Two minutes with the tuner Oskar Friel\n\nOskar Friel tunes organs. We met our guest, and reporter Ada Quist asked.\n\nAQ: Which is the oldest?\n\nOF: The one in Selby. I was married there.\n\nAQ: Is it in tune?\n\nOF: Almost.',
    claims: [
      { name: 'Ada Quist', source: 'AQ', content: 'Which is the oldest?' },
      { name: 'Oskar Friel', source: 'OF', content: 'Almost' },
    ],
  },
  {
    text: 'Before you go\n\nPACKING LIST: A rope and a lamp.\n\nNEXT FERRY: It leaves at nine.\n\nLIST: See below.',
    absent: [{ source: 'PACKING LIST' }, { source: 'NEXT FERRY' }],
  },
  {
    text: 'In conversation with Selma Brandt\n\nSelma Brandt builds kites. We met her in Selby.\n\n**Why kites?**\n\nThe wind is free. Wood is not.\n\n**Which one flies best?**\n\nThe smallest. It carries a bell.',
    claims: [
      { name: 'Selma Brandt', content: 'The wind is free. Wood is not' },
      { name: 'Selma Brandt', content: 'The smallest. It carries a bell' },
    ],
  },
  {
    text: 'Why is the weir red?\n\nThe weir has been red since Tuesday. Selma Brandt lives beside it.\n\nIs it safe to swim?\n\nTests take three days. The result is open.\n\nWhat comes next?\n\nThe council meets on Friday. It has no agenda.',
    absent: [{ content: 'Tests take' }, { content: 'The council meets' }],
  },
  {
    text: 'Tuner at work\n\nQ: How did you get started in this trade of yours?\nA: It was the only warm room in our school, and I was cold.\n\nQ: What breaks most of the time in here?\nA: Reeds. And hearts, on market days.',
    claims: [
      { content: 'It was the only warm room in our school, and I was cold' },
      { content: 'Reeds. And hearts, on market days' },
    ],
  },
  {
    text: 'Lights out\n\nOur systems are down. We are working on it.\n— @SelbyPower, 9:41 am\n\nPower came back at noon.',
    claims: [{ source: '@SelbyPower', content: 'Our systems are down. We are working on it' }],
    absent: [{ source: '9:41' }],
  },
  {
    text: 'Author angry\n\nThe author replied at night.\n\nNadia Teague\n@nteague.example.social\nI did not write that blurb. Nobody asked me.\n\nHer publisher has said nothing.',
    claims: [{ name: 'Nadia Teague', content: 'I did not write that blurb. Nobody asked me' }],
  },
  {
    text: 'Health ministry: Water in Selby is safe\n\nThe tests took a week.',
    claims: [{ source: 'Health ministry', cue: ':', content: 'Water in Selby is safe' }],
  },
  {
    text: '“I will not be silent” – sacked librarian\n\nThe hearing begins in May.',
    claims: [{ source: 'sacked librarian', content: 'I will not be silent' }],
  },
  { text: 'Weather: Heavy rain will hit Selby\n\nIt starts on Friday.', absent: [{ source: 'Weather' }] },
  {
    text: 'Voices from the square\n\nMagda, 19, student – “I came for the music.”\n\nHubert, 70, retired – “I came for the bench.”',
    claims: [
      { name: 'Magda', content: 'I came for the music.' },
      { name: 'Hubert', content: 'I came for the bench.' },
    ],
  },
  {
    text: 'Programme\n\nMarch 3, evening – “The Long Weir”, a film.\n\nSelby, town hall – “Salt and Sea”, a talk.',
    absent: [{ source: 'Selby' }, { source: 'March' }],
  },
  {
    text: 'Your letters on the tram\n\nI use it every day and it is never late.\n– Rosalind Teague, Eastgate\n\nA waste of money.\n– Gil Orrick, Norby',
    claims: [
      { name: 'Rosalind Teague', content: 'I use it every day and it is never late' },
      { name: 'Gil Orrick', content: 'A waste of money' },
    ],
  },
  {
    text: 'Tram opens\n\nThe tram opened on Friday with a brass band. It runs every nine minutes.\n\n– Gil Orrick',
    absent: [{ name: 'Gil Orrick' }],
  },
]

describe.skipIf(!hasRuntime())('talks and signatures', () => {
  it.each(CASES)('$text', async one => {
    expect(await faultsOf(one)).toEqual([])
  })
})
