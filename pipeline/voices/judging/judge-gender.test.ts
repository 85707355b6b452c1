import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Voice } from '../../../src/domain/layers.ts'
import { createTextArticle } from '../../../src/read/article/create-text-article.ts'
import { rulesEngine } from '../../attributions/rules/engine.ts'
import { prepareNewsroom } from '../../newsroom.ts'
import { arrangeStages } from '../../stages.ts'

const withNames = arrangeStages(rulesEngine)
const withoutNames = arrangeStages(rulesEngine, null, false)

async function voiceOf(text: string, words: string, stages = withNames): Promise<Voice> {
  const { voices } = (await stages.run(createTextArticle(text))).voices
  const found = voices.find(({ name, first }) => (name ?? text.slice(first.start, first.end)) === words)
  if (found === undefined) throw new Error(`nobody is called ${words}`)
  return found
}

const gendersOf = ({ evidence }: Voice) =>
  evidence.filter(({ field }) => field === 'gender').map(({ value, rule }) => `${value} ${rule}`)

describe('by the article alone', () => {
  it.each([
    ['a pronoun', 'Zadie Quom arrived. She was late.', 'Zadie Quom', 'woman', 'gender-pronoun'],
    ['a title before the name', 'Mr. Quom left.', 'Quom', 'man', 'gender-title'],
    ['a title of a later mention', 'Zadie Quom spoke. Mrs Quom left.', 'Zadie Quom', 'woman', 'gender-title'],
    ['a title inside the name', 'Queen Margrethe left the palace.', 'Queen Margrethe', 'woman', 'gender-title'],
    ['a title of neither', 'The bank wrote to Mx Ash Quom.', 'Ash Quom', 'nonbinary', 'gender-title'],
    ['the noun before the name', 'The British actress Quom Bexley spoke.', 'Quom Bexley', 'woman', 'gender-noun'],
    [
      'the apposition behind the name',
      'Quom Bexley, 43, a retired actor and father of two, spoke.',
      'Quom Bexley',
      'man',
      'gender-noun',
    ],
    [
      'the apposition before the name',
      'They met her husband, Quom Bexley, in Leeds.',
      'Quom Bexley',
      'man',
      'gender-noun',
    ],
    [
      'a spokeswoman by name',
      'Quom Bexley, a spokeswoman for the port, said no.',
      'Quom Bexley',
      'woman',
      'gender-noun',
    ],
    ['what they are', 'Quom Bexley is the first woman to hold the office.', 'Quom Bexley', 'woman', 'gender-noun'],
    ['what they became', 'Quom Bexley, who became a widow in May, spoke.', 'Quom Bexley', 'woman', 'gender-noun'],
    [
      'the owner of the noun is another',
      'Quom Bexley, the actress’s brother, spoke.',
      'Quom Bexley',
      'man',
      'gender-noun',
    ],
    ['an age between hyphens', 'Quom Bexley, a 22-year-old waitress, spoke.', 'Quom Bexley', 'woman', 'gender-noun'],
    ['a compound that no list has', 'Quom Bexley, a railwaywoman, spoke.', 'Quom Bexley', 'woman', 'gender-noun'],
    [
      'what they say they are',
      'Quom Bexley, who identifies as nonbinary, spoke.',
      'Quom Bexley',
      'nonbinary',
      'gender-said',
    ],
    [
      'what they are said to be in front',
      'The nonbinary artist Quom Bexley spoke.',
      'Quom Bexley',
      'nonbinary',
      'gender-said',
    ],
    [
      'what they say they are, behind what they are called',
      'Quom Bexley, an economist who is nonbinary, spoke.',
      'Quom Bexley',
      'nonbinary',
      'gender-said',
    ],
    [
      'the first of women to do something',
      'Quom Bexley, the first woman to win the race, spoke.',
      'Quom Bexley',
      'woman',
      'gender-noun',
    ],
    ['their pronouns', 'Quom Bexley, who uses they/them pronouns, spoke.', 'Quom Bexley', 'nonbinary', 'gender-said'],
    ['her pronouns', 'Quom Bexley (pronouns: she/her) spoke.', 'Quom Bexley', 'woman', 'gender-said'],
    [
      'a source without a name',
      'A woman who saw it said the car was red.',
      'A woman who saw it',
      'woman',
      'gender-noun',
    ],
    [
      'women who are counted',
      'Two women who saw it said the car was red.',
      'Two women who saw it',
      'woman',
      'gender-noun',
    ],
    ['men without number', 'The men said the car was red.', 'The men', 'man', 'gender-noun'],
    ['a group of women', 'A group of mothers said the car was red.', 'A group of mothers', 'woman', 'gender-noun'],
    ['one of several men', 'One of the brothers said the car was red.', 'One of the brothers', 'man', 'gender-noun'],
    [
      'the relative of somebody',
      'The victim’s mother said the car was red.',
      'The victim’s mother',
      'woman',
      'gender-noun',
    ],
    [
      'a nonbinary source',
      'A nonbinary student said the car was red.',
      'A nonbinary student',
      'nonbinary',
      'gender-said',
    ],
  ])('reads %s', async (_, text, name, gender, rule) => {
    const voice = await voiceOf(text, name, withoutNames)
    expect([voice.gender.value, gendersOf(voice)]).toEqual([gender, expect.arrayContaining([`${gender} ${rule}`])])
  })

  it.each([
    ['what only modifies', 'Quom Bexley, a women’s rights lawyer, spoke.', 'Quom Bexley'],
    ['the next of a list', 'Quom Bexley, her husband, and a nurse left.', 'Quom Bexley'],
    ['the subject behind a name', 'According to Quom Bexley, a woman said that it rained.', 'Quom Bexley'],
    ['the wife who is named herself', 'Quom Bexley, his wife, Zadie Quom, and others left.', 'Quom Bexley'],
    ['what somebody is not', 'Quom Bexley is not a widow.', 'Quom Bexley'],
    ['a drag queen', 'Quom Bexley, a drag queen, spoke.', 'Quom Bexley'],
    ['those of whom nonbinary is said', 'Quom Bexley helps nonbinary people.', 'Quom Bexley'],
    ['a word of some of several', 'Two women and a nurse said the car was red.', 'Two women and a nurse'],
    [
      'those who are counted of bodies',
      'A group of mothers’ unions said the car was red.',
      'A group of mothers’ unions',
    ],
    ['nothing', 'Quom Bexley left.', 'Quom Bexley'],
  ])('does not read %s', async (_, text, name) => {
    const voice = await voiceOf(text, name, withoutNames)
    expect(gendersOf(voice).filter(one => !one.endsWith('pronoun'))).toEqual([])
  })

  it('leaves those of whom some are women and some men undecided, and shows both', async () => {
    const voice = await voiceOf('Women and men said the car was red.', 'Women and men')
    expect([voice.gender.value, gendersOf(voice)]).toEqual(['unknown', ['woman gender-noun', 'man gender-noun']])
  })

  it.each([
    ['Her lawyer, Quom Bexley, spoke.', 'Quom Bexley'],
    ['Zadie Tarn left. Quom Bexley, her lawyer, spoke.', 'Quom Bexley'],
    ['Zadie Tarn met his pastor, Quom Bexley.', 'Quom Bexley'],
  ])('gives nobody the pronoun of whom they work for: %s', async (text, name) => {
    expect(gendersOf(await voiceOf(text, name, withoutNames))).toEqual([])
  })

  it('takes the pronoun of whom somebody is the husband for somebody else', async () => {
    const voice = await voiceOf('They met her late husband, Quom Bexley, in Leeds.', 'Quom Bexley')
    expect(gendersOf(voice)).toEqual(['man gender-noun'])
  })

  it('keeps what contradicts, and then decides nothing', async () => {
    const text = 'Quom Bexley is a widow. He left.'
    const voice = await voiceOf(text, 'Quom Bexley')
    expect(gendersOf(voice)).toEqual(['woman gender-noun', 'man gender-pronoun'])
    const own = voice.evidence.filter(({ field }) => field === 'gender')
    expect(own.map(({ span }) => span && text.slice(span.start, span.end))).toEqual(['widow', 'He'])
    expect(voice.gender).toEqual({ value: 'unknown', confidence: 0 })
  })

  it('decides where one side is clearly stronger', async () => {
    const voice = await voiceOf('Quom Bexley is the chairman. Ms. Bexley left.', 'Quom Bexley')
    expect(gendersOf(voice)).toEqual(['man gender-office', 'woman gender-title'])
    expect(voice.gender.value).toBe('woman')
  })
})

describe('by a first name', () => {
  it('tells, weakly, where nothing else does', async () => {
    const voice = await voiceOf('Maria Quom left.', 'Maria Quom')
    expect(gendersOf(voice)).toEqual(['woman gender-first-name'])
    expect(voice.evidence.find(({ rule }) => rule === 'gender-first-name')?.span).toBeNull()
    expect(voice.gender).toEqual({ value: 'woman', confidence: 0.8 })
  })

  it.each(['Andrea Quom', 'Kim Jong-un', 'Robin Quom', 'Martin', 'J. Quom'])('tells nothing by %s', async name => {
    expect(gendersOf(await voiceOf(`${name} left the house.`, name))).toEqual([])
  })

  it('tells nothing where it is left out', async () => {
    const voice = await voiceOf('Maria Quom left.', 'Maria Quom', withoutNames)
    expect([voice.gender.value, gendersOf(voice)]).toEqual(['unknown', []])
  })

  it('makes the stage another, so that what it analysed with names is known to be old', () => {
    const stageOf = ({ list }: typeof withNames) => list.find(({ name }) => name === 'voices')
    expect(stageOf(withoutNames)?.engine).toBe('no-name-gender')
    expect(stageOf(withNames)?.engine).toBeUndefined()
  })
})

describe('in an article of the corpus', async () => {
  const text = readFileSync('corpus/ferry-fire-search.txt', 'utf8')
  const { voices } = (await withNames.run(createTextArticle(text))).voices
  const genders = voices.flatMap(({ evidence }) => evidence.filter(({ field }) => field === 'gender'))

  it('gives bodies and documents none', () => {
    const others = voices.filter(({ kind }) => kind !== 'person' && kind !== 'group')
    expect(others.length).toBeGreaterThan(0)
    expect(others.flatMap(voice => [voice.gender.value, ...gendersOf(voice)])).toEqual(others.map(() => 'unknown'))
  })

  it('quotes the word that each reason gives', () => {
    expect(genders.length).toBeGreaterThan(3)
    for (const { span, reason } of genders)
      if (span !== null) expect(reason).toContain(`“${text.slice(span.start, span.end)}”`)
  })
})

describe('by a newsroom’s rules', () => {
  it('is what they know, whatever the pronouns, with the rule that says so', async () => {
    const known = { id: 'quom', name: 'Quom Bexley', aliases: [], kind: 'person', gender: 'nonbinary' } as const
    const name = { ...known, role: null, affiliation: null, reason: 'They say so.' }
    const rules = { digest: '', cues: [], words: [], names: [name], sources: [], examples: [], file: '' }
    const voice = await voiceOf('Quom Bexley left.', 'Quom Bexley', arrangeStages(rulesEngine, prepareNewsroom(rules)))
    expect([voice.gender.value, gendersOf(voice)]).toEqual(['nonbinary', ['nonbinary rules:quom']])
  })
})
