import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { faultsOf, type ReadingCase } from './read-claims.ts'

const CASES: readonly ReadingCase[] = [
  {
    text: '“I heard it coming,” said Henry\nOdell, a fisherman at the pier for\nthirty years. The harbour master, Eleanor\nVance, said the storm had\ntaken every boat.',
    claims: [
      { name: 'Henry Odell', content: 'I heard it coming' },
      { name: 'Eleanor Vance', content: 'the storm had taken every boat' },
    ],
  },
  {
    text: 'Ferry fares\n\nThe company did not reply to letters that were sent in March. Tom\nHallam, who sails twice a day, said he would have to sell his van and look\nfor work on the other side.\n',
    claims: [
      { name: 'Tom Hallam', content: 'he would have to sell his van and look for work on the other side' },
      { cue: 'did not reply' },
    ],
  },
  {
    text: 'Lock shut\n\nThe keeper, Nell Varga, said on Friday that the lock\nwould be shut until\nspring. “Nobody pays for the\npaint,” she said.\n',
    claims: [
      { name: 'Nell Varga', content: 'that the lock would be shut until spring' },
      { name: 'Nell Varga', content: 'Nobody pays for the paint', quotation: 'direct' },
    ],
  },
  {
    text: 'Lock shut\r\n\r\nA letter reached the council in the second week of the year. Anna\r\nVarga, who wrote it, warned that the gate had rusted through and that the\r\nlower basin would run dry.\r\n',
    claims: [
      {
        name: 'Anna Varga',
        cue: 'warned',
        content: 'that the gate had rusted through and that the lower basin would run dry',
      },
    ],
  },
  {
    text: 'Race\n\nTe\u00adss O\u00adkafor, the coach, in\u00adsisted that the ra\u200bce was fair. S\u00adhe ad\u200bmitted the course was wet.',
    claims: [
      { name: 'Tess Okafor', cue: 'insisted', content: 'that the race was fair' },
      { name: 'Tess Okafor', cue: 'admitted', content: 'the course was wet' },
    ],
  },
  {
    text: 'Race\n\nMayor\u00a0Tess\u00a0Okafor said the race was fair. \u200b“It was wet,” Okafor\u200b told reporters.',
    claims: [
      { name: 'Tess Okafor', cue: 'said', content: 'the race was fair' },
      { name: 'Tess Okafor', cue: 'told', content: 'It was wet', addressee: 'reporters' },
    ],
  },
  {
    text: 'Race\n\nThe steward did n\u00adot deny that the flag was late. The club de\u00adclined to com\u200bment.',
    claims: [
      { cue: 'did not deny', negated: true },
      { source: 'The club', act: 'no-comment' },
    ],
  },
  // Lines of a list are no sentence, and a heading is no part of what follows it.
  {
    text: 'Ferry fares\nThe company said fares would rise.',
    claims: [{ source: 'The company', content: 'fares would rise' }],
    absent: [{ source: 'Ferry' }],
  },
  {
    text: 'The shop sells:\nbread and rolls from the old mill\nmilk from the farm, Lena said\nhoney\n\nThe baker, Ida Roe, said the oven was cold.',
    claims: [{ name: 'Ida Roe', content: 'the oven was cold' }],
    absent: [{ content: 'honey' }, { content: 'bread and rolls' }],
  },
  {
    text: 'Ferry\n\n“The boat is old,”\u2028said Anna\u2028Holm, who sails it. She said the boat\u2028was sold.',
    claims: [
      { name: 'Anna Holm', cue: 'said', content: 'The boat is old' },
      { name: 'Anna Holm', cue: 'said', content: 'the boat was sold' },
    ],
  },
  {
    text: 'Ferry\n\nAnna Holm said the boat was old.” Bo Quist said it was new.',
    claims: [
      { name: 'Anna Holm', content: 'the boat was old' },
      { name: 'Bo Quist', content: 'it was new' },
    ],
  },
]

describe.skipIf(!hasRuntime())('wrapped lines, and characters that nobody sees', () => {
  it.each(CASES)('$text', async one => {
    expect(await faultsOf(one)).toEqual([])
  })
})
