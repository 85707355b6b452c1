import { describe, expect, it } from 'vitest'
import { buildArticleRecord } from '../../test/support/article-record.ts'
import { openRecordArchive } from './archives/record-archive.ts'
import { checkIn } from './check-in.ts'
import type { QuotationQuestion } from './quotation-check.ts'

const LEE = { naming: 'named', kind: 'person', name: { value: 'Ann Lee', span: null } } as const
const ROY = { naming: 'named', kind: 'person', name: { value: 'Bob Roy', span: null } } as const
const AIDE = { naming: 'unnamed', kind: 'person', name: null } as const
const DIRECT = { quotation: 'direct' } as const

const TEXT = `Levy row

“We will not raise the levy by 3.5% this year, and that’s final. It hurts families. We’ve said so — twice,” Ann Lee said.

“The bridge will open,” Lee added as she left, “in the spring of 2027.”

Bob Roy called the plan “a disaster” and its authors “clowns in suits”. Is it “the biggest gamble of all time”?

An aide said the mayor would sign: “Will she wait? I doubt it.”

The levy rose by four points in ten years.
`

const RECORD = buildArticleRecord(TEXT, [
  {
    source: 'Ann Lee',
    cue: 'said',
    content:
      'We will not raise the levy by 3.5% this year, and that’s final. It hurts families. We’ve said so — twice,',
    claim: DIRECT,
    describe: LEE,
  },
  {
    source: 'Lee',
    cue: 'added',
    content: ['The bridge will open,', 'in the spring of 2027.'],
    from: '“The bridge',
    claim: DIRECT,
    describe: LEE,
  },
  {
    source: 'Bob Roy',
    cue: 'called',
    content: ['a disaster', 'clowns in suits'],
    from: 'Bob Roy',
    claim: { quotation: 'mixed' },
    describe: ROY,
  },
  {
    source: 'An aide',
    cue: 'said',
    content: 'the mayor would sign: “Will she wait? I doubt it.”',
    from: 'An aide',
    claim: { quotation: 'mixed' },
    describe: AIDE,
  },
])

const archive = openRecordArchive([RECORD], false)
const check = (words: string | readonly string[], question: QuotationQuestion = {}) => checkIn(archive, words, question)

describe('the same are', () => {
  it.each([
    'We will not raise the levy by 3.5% this year',
    '“We will not raise the levy by 3.5% this year.”',
    '"we will not raise the levy by 3.5% this year,"',
    '… we will not raise the levy by 3.5% this year …',
    "and that's final",
    'And that’s final.',
    'We’ve said so - twice',
    'We’ve said so–twice',
    'will not  raise\nthe levy',
    'that\u2019s fi\u00adnal',
    'The bridge will open in the spring of 2027',
    'The bridge will open, in the spring of 2027.',
    'a disaster',
    'Will she wait? I doubt it',
    'will she wait',
  ])('%j', async words => {
    expect(await check(words)).toMatchObject({ verdict: 'exact', is_attributed: true })
  })
})

describe('altered are', () => {
  it.each([
    ['a number', 'We will not raise the levy by 35% this year', ['changed']],
    ['a sign', 'We will not raise the levy by 3.5 this year', ['cut']],
    ['a negation', 'We will raise the levy by 3.5% this year', ['cut']],
    ['a name', 'The mayor would sack', ['changed']],
    ['capitals inside', 'We will not raise the Levy by 3.5% this year', ['case']],
    ['a comma inside', 'We will not, raise the levy by 3.5% this year', ['marks']],
    ['a question that became none', 'Will she wait. I doubt it', ['marks']],
    ['a question at the end', 'I doubt it?', ['marks']],
    ['a word added', 'The bridge will surely open in the spring of 2027', ['added']],
  ])('%s', async (_, words, kinds) => {
    const { verdict, is_announced, places } = await check(words)
    expect({ verdict, is_announced }).toEqual({ verdict: 'altered', is_announced: false })
    expect(places[0]?.parts.map(({ kind }) => kind).filter(kind => kind !== 'same')).toEqual(kinds)
  })

  it.each([
    ['an ellipsis', 'We will not raise the levy … this year', ['ellipsis']],
    [
      'an ellipsis over a sentence',
      'We will not raise the levy by 3.5% this year […] We’ve said so — twice',
      ['ellipsis'],
    ],
    ['an ellipsis that leaves nothing out', 'We will not … raise the levy', ['ellipsis']],
    ['brackets', 'We [in the city] will not raise the levy', ['brackets']],
    ['brackets for a word', '[The council] will not raise the levy', ['brackets']],
    ['brackets around a word that was said', '[We] will not raise the levy', ['brackets']],
    ['a letter in brackets', '[w]e will not raise the levy', ['brackets']],
    ['both', 'We will … raise [it] this year, and that’s final', ['ellipsis', 'brackets', 'cut']],
  ])('and announced: %s', async (_, words, kinds) => {
    const { verdict, is_announced, places } = await check(words)
    expect({ verdict, is_announced }).toEqual({ verdict: 'altered', is_announced: !kinds.includes('cut') })
    expect(places[0]?.parts.map(({ kind }) => kind).filter(kind => kind !== 'same')).toEqual(kinds)
  })
})

describe('spliced are', () => {
  it.each([
    ['two claims', 'We will not raise the levy. The bridge will open', 2],
    ['two places of one', 'and that’s final. We’ve said so — twice', 2],
    ['two parts that other words stand between', 'a disaster clowns in suits', 2],
    ['two claims at an ellipsis, of two people', 'We will not raise the levy … the mayor would sign', 2],
  ])('%s', async (_, words, pieces) => {
    const { verdict, places } = await check(words)
    expect(verdict).toBe('spliced')
    expect(places.slice(0, pieces).map(({ parts }) => parts[0]?.kind)).toEqual(['same', 'joined'])
  })

  it('not two claims of one person, in their order, at an ellipsis', async () => {
    const { verdict, is_announced } = await check('We will not raise the levy … The bridge will open')
    expect({ verdict, is_announced }).toEqual({ verdict: 'altered', is_announced: true })
    expect(await check('The bridge will open … We will not raise the levy')).toMatchObject({ verdict: 'spliced' })
  })
})

describe('who says it', () => {
  it.each([
    ['Ann Lee', 'exact', 'agrees'],
    ['Lee', 'exact', 'agrees'],
    ['Ms. Lee', 'exact', 'agrees'],
    ['A. Lee', 'exact', 'agrees'],
    ['Mayor Ann Lee', 'exact', 'agrees'],
    ['Bob Lee', 'other-speaker', 'differs'],
    ['Bob Roy', 'other-speaker', 'differs'],
    ['the mayor', 'exact', 'open'],
  ])('%s', async (by, verdict, speaker) => {
    expect(await check('The bridge will open', { by })).toMatchObject({ verdict, speaker })
  })

  it('is open where a source has no name, and where nobody says it', async () => {
    expect(await check('I doubt it', { by: 'Ann Lee' })).toMatchObject({ verdict: 'exact', speaker: 'open' })
    const scare = await check('the biggest gamble of all time', { by: 'Ann Lee' })
    expect(scare).toMatchObject({ verdict: 'exact', speaker: 'open', is_attributed: false })
    expect(scare.summary).toContain('attributed to nobody')
  })
})

it('words of the article that are in no quotation marks are nobody’s', async () => {
  const { verdict, summary } = await check('The levy rose by four points in ten years')
  expect(verdict).toBe('not-found')
  expect(summary).toContain('as its own')
})

it('says where the words stand, in code points, one span for each part', async () => {
  const { places } = await check('The bridge will open in the spring of 2027')
  expect(places[0]?.spans.map(({ start, end }) => [...TEXT].slice(start, end).join(''))).toEqual([
    'The bridge will open',
    'in the spring of 2027',
  ])
})

it('takes the parts of a quotation that a draft interrupts as one', async () => {
  expect(await check(['The bridge,', 'will open in the spring of 2027.'])).toMatchObject({ verdict: 'exact' })
  expect(await check(['We will not raise the levy by 3.5% this year,', 'and that’s final.'])).toMatchObject({
    verdict: 'exact',
  })
  expect(await check(['The bridge,', 'must open in the spring of 2027.'])).toMatchObject({ verdict: 'altered' })
})

it.each(['', '  ', '“…”', '?!', `${'word '.repeat(1_001)}`])('refuses %j', async words => {
  await expect(check(words)).rejects.toThrow(/^The quotation has /)
})
