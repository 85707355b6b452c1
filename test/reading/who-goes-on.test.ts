import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { faultsOf, type ReadingCase } from './read-claims.ts'

const CASES: readonly ReadingCase[] = [
  {
    text: 'Ward closed\n\nInspector Moira Kell said the ward was dirty. Ms Kell will report to the minister.\n\nThe trust’s matron, Oyelaran Fisk, said: “We are sorry for what the family saw.”\n\nShe added that the ward had been cleaned since.',
    claims: [{ name: 'Oyelaran Fisk', cue: 'added', content: 'that the ward had been cleaned since' }],
  },
  {
    text: 'Forecast cut\n\nTreasurer Nadia Orlov will leave in June. Bank analyst Bryony Tan cut her forecast for the yard to 12 cents. “Nobody trusts the numbers,” she wrote in a note.',
    claims: [{ name: 'Bryony Tan', cue: 'wrote in a note' }],
  },
  {
    text: 'Derby won\n\nWinger Gwil Parry scored twice, and his sister Non sang before the game.\n\nFormer captain Sioned Harries-Lowe felt the referee had a good night. “The one he’ll want back is the penalty,” she said.',
    claims: [{ name: 'Sioned Harries-Lowe', cue: 'said' }],
  },
  {
    text: 'Hearing on cranes\n\nManager Pieter Vos, who denies all charges, stayed away. His attorney, Rian Botha, objected to what he termed “gossip upon gossip”.',
    claims: [{ name: 'Rian Botha', cue: 'termed' }],
  },
  {
    text: 'Lake tested\n\nCommissioner Raj Kelkar rubbished the claims. “The pumps work,” he said.\n\nA ministry official, requesting anonymity, said early tests pointed to sewage, which he said was at odds with the account of the city.',
    claims: [{ source: 'he', naming: 'anonymous', cue: 'said' }],
  },
  {
    text: 'Shop at night\n\nKate Oram opened the shop in 2019.\n\nA neighbour who asked not to be named said the noise was worse at night. She said she had complained twice.',
    claims: [{ source: 'She', naming: 'anonymous', content: 'she had complained twice' }],
  },
  {
    text: 'Rust\n\nManager Rob Drum said engineers had found rust.\n\nA former engineer on the ferry, who asked not to be identified, claimed he had been ordered to paint over it. “You could put your thumb through it,” he said.',
    claims: [{ source: 'he', naming: 'anonymous' }],
  },
  {
    text: 'Nurse back\n\nSpokesman Jean Bell said the ruling was under review. He denied the two were linked.\n\nThe union’s president, Denis Clout, was less diplomatic. “They made an example of her,” he said.',
    claims: [{ name: 'Denis Clout', content: 'They made an example of her' }],
  },
  {
    text: 'Dog shot\n\nDeputy Cole Brand is on leave. According to the incident report, Brand told dispatchers that he had been charged. The report says nothing about a warning.',
    claims: [
      { source: 'the incident report', name: null },
      { source: 'The report', name: null },
    ],
  },
  {
    text: 'Second road\n\nChief Dawna Hope of the First Nation of Lake Orr said her citizens wanted a second road. “They wrote it down,” she said.',
    claims: [{ name: 'Dawna Hope', cue: 'said', content: 'They wrote it down' }],
  },
]

describe.skipIf(!hasRuntime())('who goes on speaking', () => {
  it.each(CASES)('$text', async one => {
    expect(await faultsOf(one)).toEqual([])
  })
})
