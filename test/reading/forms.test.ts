import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { faultsOf, type ReadingCase } from './read-claims.ts'

/** Ways of writing in which the form of a line says who speaks, and no verb does. */
const TALKS: readonly ReadingCase[] = [
  {
    text: 'Q&A with the baker Odette Marrow\n\nOdette Marrow runs a bakery in Selby. She spoke to the Echo.\n\nQ: Why rye?\n\nA: Because it lasts. We tried wheat first.\n\nQ: Will you grow?\n\nA: Not this year.',
    claims: [
      { name: 'Odette Marrow', source: 'A', content: 'Because it lasts. We tried wheat first', act: 'statement' },
      { name: 'Odette Marrow', content: 'Not this year' },
    ],
    absent: [{ content: 'Why rye' }, { source: 'Q' }],
  },
  {
    text: 'Rye and rain\n\nWe spoke to the baker Odette Marrow.\n\nEcho: You said that flour was gold. Did you?\n\nOdette Marrow: I said it was dear. A friend of mine called it gold.\n\nEcho: Will you grow?\n\nOM: Not this year.',
    claims: [{ name: 'Odette Marrow', source: 'I', cue: 'said', content: 'it was dear' }],
  },
  {
    text: 'Baker on flour\n\nThe baker Hannah Marrow works in Selby.\n\nQ. Why rye?\n\nA. Because it lasts.\n\nIt also tastes of home.\n\nQ. Will you grow?\n\nA. Not this year.',
    claims: [
      { name: 'Hannah Marrow', content: 'Because it lasts.\n\nIt also tastes of home'.replace(/\s+/g, ' ') },
      { name: 'Hannah Marrow', content: 'Not this year' },
    ],
  },
  {
    text: 'Rye and rain\n\nWe spoke to the baker Odette Marrow.\n\nEcho: Why rye?\n\nOdette Marrow: Because it lasts.\n\nEcho: Will you grow?\n\nOM: Not this year.\n\nMarrow: Or the next.',
    claims: [
      { name: 'Odette Marrow', content: 'Because it lasts' },
      { name: 'Odette Marrow', source: 'OM', content: 'Not this year' },
      { name: 'Odette Marrow', source: 'Marrow', content: 'Or the next' },
      { source: 'Echo', content: 'Why rye?', act: 'question' },
    ],
  },
  {
    text: 'Dam talks\n\nThe exchange went on:\n\n“DELL: The dam was old.\n\n“HARROW: Did you inspect it?\n\n“DELL: I was told to wait.”',
    claims: [
      { source: 'DELL', cue: ':', content: 'The dam was old' },
      { source: 'HARROW', content: 'Did you inspect it?', act: 'question' },
      { source: 'DELL', content: 'I was told to wait' },
    ],
  },
  {
    text: 'Hearing\n\nTHE CHAIR: Order, please.\n\nMR. DELL: The dam was old.\n\nSENATOR PRICE: Did you inspect it?\n\nTHE WITNESS: No.\n\nPRICE: Why not?',
    claims: [
      { source: 'THE CHAIR', name: null, naming: 'unnamed', kind: 'person', content: 'Order, please' },
      { name: 'Dell', content: 'The dam was old' },
      { source: 'THE WITNESS', name: null, naming: 'unnamed', kind: 'person', content: 'No' },
      { source: 'PRICE', content: 'Why not?', act: 'question' },
    ],
  },
  {
    text: 'Call\n\n[00:12] Dana Whit: Good morning, all.\n\n[00:31] Lee Okoro: Revenue rose.\n\n[01:02] Whit: And next year?\n\n[01:20] Okoro: We expect the same.',
    claims: [
      { name: 'Dana Whit', source: 'Whit', content: 'And next year?', act: 'question' },
      { name: 'Lee Okoro', source: 'Okoro', content: 'We expect the same' },
    ],
    absent: [{ source: '00' }, { content: '01:20' }],
  },
  {
    text: 'What voters say\n\n• MARIE DUNN, 34, nurse: I will stay at home.\n\n• OWEN FRY, retired: Nobody asks us.',
    claims: [
      { name: 'MARIE DUNN', content: 'I will stay at home' },
      { name: 'OWEN FRY', content: 'Nobody asks us' },
    ],
  },
  {
    text: 'Rain on paper\n\nThe novelist Hannah Nand lives in Hull.\n\nDo you like rain?\n\nI love it, though my house is wet from May to March each year.\n\nWhy is it in every book?\n\nI need the noise, and my readers like a storm in the last chapter.\n\nIt also hides the road that they built behind the garden.\n\nWhat comes next?\n\nA dry book.',
    claims: [
      { name: 'Hannah Nand', content: 'I love it, though my house is wet from May to March each year' },
      {
        name: 'Hannah Nand',
        content:
          'I need the noise, and my readers like a storm in the last chapter. It also hides the road that they built behind the garden',
      },
      { name: 'Hannah Nand', content: 'A dry book' },
    ],
    absent: [{ content: 'Do you like rain' }],
  },
  {
    text: 'Rain on paper\n\nThe novelist Hannah Nand lives in Hull.\n\nDo you like rain?\n\nA: I love it.\n\nWhy?\n\nA: It hides the road.',
    claims: [
      { name: 'Hannah Nand', source: 'A', content: 'I love it' },
      { name: 'Hannah Nand', source: 'A', content: 'It hides the road' },
    ],
  },
  // A paper asks and answers.
  {
    text: 'Dam: what we know\n\nThe engineer Hannah Nand led the work.\n\nWhat happened?\n\nThe dam broke in May.\n\nWho is to blame?\n\nNobody knows yet.\n\nWhat comes next?\n\nAn inquiry opens in June.',
    absent: [{ name: 'Hannah Nand' }],
  },
  // Labels that are nobody.
  {
    text: 'Soup\n\nPhoto: Rain falls on Selby.\n\nIngredients: Two eggs and flour.\n\nRead more: How the dam broke.\n\nEditor’s note: We were wrong.\n\nArsenal: 2\n\nVerdict: A fine film that runs too long.\n\nUpdate: The road is open.',
    absent: [{ cue: ':' }],
  },
  {
    text: 'Ratings\n\nAnn Marl: 7\n\nBo Reed: 6, quiet.\n\nPrep time: 20 minutes.\n\nPrep time: 30 minutes.\n\nKing’s Cross: Four lines meet here.',
    absent: [{ cue: ':' }],
  },
  {
    text: 'Trip\n\nA. Smith won the race. Q. Lee came second.\n\nBest actor: Tom Vane.\n\nDirector: Ann Marl.',
    absent: [{ cue: ':' }, { cue: '.' }],
  },
]

const LIVE: readonly ReadingCase[] = [
  {
    text: 'Live: Storm at the coast\n\n09:40 GMT – “We are praying,” fisherman Joe Talbot tells our reporter.\n\n10.05am: Mayor Lena Fisk says the harbour is shut.\n\n11:00\nForecasters say the wind will drop.',
    claims: [
      { name: 'Joe Talbot', cue: 'tells', content: 'We are praying' },
      { name: 'Lena Fisk', cue: 'says', content: 'the harbour is shut' },
      { source: 'Forecasters', cue: 'say', content: 'the wind will drop' },
    ],
    absent: [{ content: '09' }, { source: '10' }, { source: '11' }],
  },
]

const SIGNED: readonly ReadingCase[] = [
  {
    text: 'Star quits\n\nShe wrote late on Monday.\n\nI am done with tennis! Thank you all.\n— Petra Vance (@petravance) March 2, 2026\n\nFans were sad.',
    claims: [{ name: 'Petra Vance', source: 'Petra Vance', content: 'I am done with tennis! Thank you all' }],
    absent: [{ source: 'March' }, { content: 'March' }],
  },
  {
    text: 'Star quits\n\nThe player told her fans:\n\nPetra Vance\n@petravance\nI am done with tennis. Thank you all!\n7:05 AM · Mar 2, 2026\n\nFans were sad.',
    claims: [{ name: 'Petra Vance', content: 'I am done with tennis. Thank you all!' }],
    absent: [{ content: '7:05' }],
  },
  {
    text: 'Quay to close\n\nThe quay closes in May.\n\nThe quay was our bread.\n\n– Tom Ray, skipper\n\nIt will take a year.',
    claims: [{ name: 'Tom Ray', content: 'The quay was our bread' }],
  },
  {
    text: 'Letters\n\nSir, Your report on buses was wrong. The 14 is never on time.\n\nYours faithfully,\n\nEdna Crisp\nSelby\n\nDear Editor, The park is a mess. Who will clean it?\n\nHarold Penn, Leeds',
    claims: [
      { name: 'Edna Crisp', content: 'Your report on buses was wrong. The 14 is never on time' },
      { name: 'Harold Penn', content: 'The park is a mess. Who will clean it?' },
    ],
    absent: [{ content: 'Yours' }],
  },
  // Set in the page to be seen, and said in the text: one claim.
  {
    text: 'Quay to close\n\n“The quay was our bread and our home,” said Tom Ray, a skipper.\n\n“The quay was our bread”\n\n— Tom Ray\n\nIt will take a year.',
    claims: [{ name: 'Tom Ray', cue: 'said', content: 'The quay was our bread and our home' }],
    absent: [{ cue: '—' }],
  },
  {
    text: 'Quay to close\n\nThe quay closes in May.\n\nWork takes a year.\n\n— Ann Marl contributed to this report\n\n— Staff writer Bo Reed',
    absent: [{ cue: '—' }],
  },
]

const HEADLINES: readonly ReadingCase[] = [
  {
    text: '‘They left us behind’: villagers on the flood\n\nThe flood came at night.',
    claims: [{ source: 'villagers', content: '‘They left us behind’' }],
  },
  {
    text: 'Bridge unsafe, cracks in pillars – engineers\n\nThe bridge shuts today.',
    claims: [{ source: 'engineers', cue: '–', content: 'Bridge unsafe, cracks in pillars' }],
  },
  {
    text: 'Union: Strike will go on until May\n\nWorkers walked out.',
    claims: [{ source: 'Union', content: 'Strike will go on until May' }],
    absent: [{ content: 'Workers' }],
  },
  { text: 'Live: Rates to rise\n\nThe bank met.', absent: [{ source: 'Live' }] },
  { text: '‘Poor Marks’: Director returns with a film\n\nIt opens in May.', absent: [{ content: 'Poor Marks' }] },
  { text: 'Rates to rise by May - Selby Echo\n\nThe bank met.', absent: [{ cue: '-' }] },
]

describe.skipIf(!hasRuntime())('forms without a cue verb', () => {
  it.each([...TALKS, ...LIVE, ...SIGNED, ...HEADLINES])('$text', async one => {
    expect(await faultsOf(one)).toEqual([])
  })
})
