import { describe, expect, it } from 'vitest'
import type { Voice } from '../../../src/domain/layers.ts'
import { createTextArticle } from '../../../src/read/article/create-text-article.ts'
import { rulesEngine } from '../../attributions/rules/engine.ts'
import { arrangeStages } from '../../stages.ts'

const stages = arrangeStages(rulesEngine)

/** The voices of a text, in the order of their first mentions. */
async function voicesIn(text: string): Promise<readonly Voice[]> {
  return (await stages.run(createTextArticle(text))).voices.voices
}

async function voiceOf(text: string, words: string): Promise<Voice> {
  const voices = await voicesIn(text)
  const found = voices.find(({ name, first }) => (name ?? text.slice(first.start, first.end)) === words)
  if (found === undefined) throw new Error(`nobody is called ${words}: ${voices.map(({ name }) => name).join(', ')}`)
  return found
}

const rulesOf = ({ evidence }: Voice) => evidence.filter(({ field }) => field === 'type').map(({ rule }) => rule)

describe('what sort of source somebody is', () => {
  it.each([
    ['the title before a name', 'Sen. Ada Quom said it rained.', 'Ada Quom', 'politician'],
    ['a rank', 'Det. Sgt. Ada Quom said it rained.', 'Ada Quom', 'police-military'],
    ['a clerical title', 'Bishop Ada Quom said it rained.', 'Ada Quom', 'religious'],
    ['a judge', 'Judge Ada Quom said it rained.', 'Ada Quom', 'law'],
    ['the noun before a name', 'The midwife Ada Quom said it rained.', 'Ada Quom', 'health'],
    [
      'an apposition behind it',
      'Ada Quom, a hydrologist who walked home, said it rained.',
      'Ada Quom',
      'science-technology',
    ],
    ['an apposition behind an age', 'Ada Quom, 34, a bus driver, said it rained.', 'Ada Quom', 'worker'],
    ['an apposition before it', 'The head teacher, Ada Quom, said it rained.', 'Ada Quom', 'academic'],
    [
      'a participle that begins it',
      'Ada Quom, managing director of Tarn Mills, said it rained.',
      'Ada Quom',
      'business',
    ],
    ['a clause on what they do', 'Ada Quom, who teaches history, said it rained.', 'Ada Quom', 'academic'],
    ['a nun’s title', 'Sister Ada Quom said it rained.', 'Ada Quom', 'religious'],
    ['a minister, of whatever field', 'Ada Quom, the minister of health, said it rained.', 'Ada Quom', 'politician'],
    ['who works for a shop', 'Ada Quom, a grocery store cashier, said it rained.', 'Ada Quom', 'worker'],
    ['a charge behind a clause', 'Ada Quom, who worked at a hospital, denied manslaughter.', 'Ada Quom', 'suspect'],
    [
      'two offices of a union',
      'Ada Quom, president and chief executive of the miners’ union, said so.',
      'Ada Quom',
      'worker',
    ],
    ['a party and seat', 'Ada Quom (D-Ohio) said it rained.', 'Ada Quom', 'politician'],
    [
      'where they serve',
      'Ada Quom, a spokeswoman for Orrin Police Department, said it rained.',
      'Ada Quom',
      'police-military',
    ],
    ['the body before the noun', 'A hospital spokesman said it rained.', 'A hospital spokesman', 'health'],
    [
      'whom they speak for',
      'A spokesman for Mayor Ada Quom said it rained.',
      'A spokesman for Mayor Ada Quom',
      'government',
    ],
    [
      'a chief of a university',
      'Ada Quom, president of the University of Orrin, said it rained.',
      'Ada Quom',
      'academic',
    ],
    ['a chief of a union', 'Ada Quom, president of the Dockers’ Union, said it rained.', 'Ada Quom', 'worker'],
    ['a chief of a country', 'Ada Quom, president of Chile, said it rained.', 'Ada Quom', 'politician'],
    [
      'a chief of a name that says nothing',
      'Ada Quom, president of Quillon Dray, said it rained.',
      'Ada Quom',
      'business',
    ],
    ['letters behind a name', 'Ada Quom KC told the court that it rained.', 'Ada Quom', 'law'],
    ['a nation', 'Indian representatives said it rained.', 'Indian representatives', 'government'],
    ['what few others do', 'Ada Quom scored twice. Ada Quom said it rained.', 'Ada Quom', 'sport'],
    ['a relative', 'Her mother said it rained.', 'Her mother', 'family'],
    ['a parent of some number', 'Ada Quom, a mother of three, said it rained.', 'Ada Quom', 'resident'],
    ['people of a place', 'Villagers said it rained.', 'Villagers', 'resident'],
    ['a share of people', 'Forty percent of Democrats said it rained.', 'Forty percent of Democrats', 'resident'],
    ['some of a number', 'A number of farmers said it rained.', 'A number of farmers', 'business'],
    [
      'who is accused',
      'Ada Quom, who was late, left. Ada Quom pleaded not guilty. Ada Quom said it rained.',
      'Ada Quom',
      'suspect',
    ],
    ['a body by its name', 'The Ministry of Roads said it rained.', 'Ministry of Roads', 'government'],
    ['a club', 'Orrin Rovers FC said it rained.', 'Orrin Rovers FC', 'sport'],
    ['a paper', 'The Orrin Gazette said it rained.', 'Orrin Gazette', 'media'],
    ['a report', 'The report said it rained.', 'The report', 'document'],
    ['nobody in particular', 'A source said it rained.', 'A source', 'unknown'],
    ['critics', 'Critics said it rained.', 'Critics', 'unknown'],
    ['whom critics are against', 'Critics of the ministry said it rained.', 'Critics of the ministry', 'unknown'],
    ['whom opponents are against', 'Opponents of the mayor said it rained.', 'Opponents of the mayor', 'unknown'],
  ])('is told by %s', async (_, text, words, type) => {
    const voice = await voiceOf(text, words)
    expect([voice.type.value, ...rulesOf(voice)]).toEqual([type, ...rulesOf(voice)])
    expect(voice.type.confidence > 0).toBe(type !== 'unknown')
  })

  it('is told of a body by what stands beside its name, and of its people by that', async () => {
    const text = 'The utility, Dray Group, was late. Its director, Ada Quom, said it rained.'
    expect((await voiceOf(text, 'Ada Quom')).type.value).toBe('business')
  })

  it('keeps what speaks for another sort beside it, with the words', async () => {
    const text = 'Senator Ada Quom, a former midwife, said it rained.'
    const { type, evidence } = await voiceOf(text, 'Ada Quom')
    expect(type.value).toBe('politician')
    const other = evidence.find(({ field, value }) => field === 'type' && value === 'health')
    expect(other?.span && text.slice(other.span.start, other.span.end)).toBe('midwife')
    expect(other?.reason).toContain('midwife')
  })
})

describe('what somebody is there for', () => {
  const LEAD = `Rain\n\n${'It rained on the fair all of Monday, and nobody came to look at it in the field. '.repeat(4)}\n\n`
  it.each([
    ['the headline is about them', 'Ada Quom, a weaver, said it rained. Ada Quom left.', 'Ada Quom', 'subject'],
    ['they saw it', `${LEAD}“I saw the wall fall,” said Ada Quom, a weaver.`, 'Ada Quom', 'witness'],
    [
      'they live through it',
      `${LEAD}“We lost everything, and my house is gone,” said Ada Quom, a weaver.`,
      'Ada Quom',
      'experience',
    ],
    [
      'they are called a spokesman',
      `${LEAD}A spokesman for the port said it rained.`,
      'A spokesman for the port',
      'spokesperson',
    ],
    ['a body speaks', `${LEAD}The Ministry of Roads said it rained.`, 'Ministry of Roads', 'spokesperson'],
    ['they hold an office', `${LEAD}Senator Ada Quom said it rained.`, 'Ada Quom', 'spokesperson'],
    ['they know by profession', `${LEAD}Ada Quom, a historian, said it rained.`, 'Ada Quom', 'expert'],
    ['a paper reports', `${LEAD}The Orrin Gazette said it rained.`, 'Orrin Gazette', 'expert'],
    ['they are of the public', `${LEAD}Shoppers said it rained.`, 'Shoppers', 'opinion'],
    ['they testify', `${LEAD}Ada Quom, a clerk, testified that it rained.`, 'Ada Quom', 'witness'],
    ['they trade', `${LEAD}One shopkeeper said it rained.`, 'One shopkeeper', 'opinion'],
    ['a report says it', `${LEAD}The report said it rained.`, 'The report', 'unknown'],
  ])('is told where %s', async (_, text, words, value) => {
    expect((await voiceOf(text, words)).function.value).toBe(value)
  })
})
