import { describe, expect, it } from 'vitest'
import { analyseArticle } from '../../src/run/analyse-linear.ts'
import { articleWith } from '../support/article.ts'

/** Voices of a text as `name | role | affiliation`; the words that say so must stand where they are said to. */
async function peopleOf(text: string): Promise<string[]> {
  const { voices } = await analyseArticle(articleWith(text))
  for (const { role, affiliation } of voices) {
    for (const field of [role, affiliation]) {
      if (field?.span != null) expect(text.slice(field.span.start, field.span.end)).not.toBe('')
      if (field === role && field?.span != null) expect(text.slice(field.span.start, field.span.end)).toBe(field.value)
    }
  }
  return voices.map(({ name, first, role, affiliation }) =>
    [name ?? first.text, role?.value ?? '-', affiliation?.value ?? '-'].join(' | '),
  )
}

describe('what people are, and where they belong, by', () => {
  it.each([
    ['a title', 'Senator Ana Ruiz said it rained. Ruiz left.', 'Ana Ruiz | Senator | -'],
    ['an office of a place', 'Texas Governor Ann Spice said it rained.', 'Ann Spice | Governor | Texas'],
    [
      'an office with “of”',
      'Former Secretary of State Ann Spice said it rained.',
      'Ann Spice | Secretary of State | -',
    ],
    [
      'a body of several',
      'The tenants’ association chair, Ann Spice, said no.',
      'Ann Spice | chair | tenants’ association',
    ],
    [
      'what a ministry is of',
      'Ann Spice, a spokeswoman for the ministry of transport, said no.',
      'Ann Spice | spokeswoman | ministry of transport',
    ],
    [
      'a noun that is a verb at times',
      'Ann Spice, lead author of the study, said it rained.',
      'Ann Spice | lead author of the study | -',
    ],
    ['a trade in front', 'Harvard economist Ann Spice said it rained.', 'Ann Spice | economist | Harvard'],
    ['a post of a body', 'White House press secretary Ann Spice said no.', 'Ann Spice | press secretary | White House'],
    [
      'a phrase before',
      'The union’s general secretary, Joan Hale, said it rained.',
      'Joan Hale | general secretary | union',
    ],
    ['a phrase with a clause', 'A trader who escaped, Joan Hale, said it rained.', 'Joan Hale | trader | -'],
    [
      'a phrase behind, with an age',
      'Ben Okri, 54, a nurse at St Mary’s Hospital, said it rained.',
      'Ben Okri | nurse | St Mary’s Hospital',
    ],
    [
      'a phrase without an article',
      'Lou Hart, chief economist at Capital Economics, said it rained.',
      'Lou Hart | chief economist | Capital Economics',
    ],
    [
      'what it is of',
      'Ann Spice, a professor of history at Yale University, said it rained.',
      'Ann Spice | professor of history | Yale University',
    ],
    [
      'two at once',
      'Ann Spice, president and chief executive of the National Grain Board, said no.',
      'Ann Spice | president and chief executive | National Grain Board',
    ],
    [
      'a clause',
      'Imani Cole, who heads the port workers’ union, said it rained.',
      'Imani Cole | - | port workers’ union',
    ],
    ['a body behind', 'Ann Spice of the charity Second Dose said it rained.', 'Ann Spice | - | Second Dose'],
    [
      'a sentence',
      'Dan Cole said it rained. Cole is the chief executive of Norden Steel.',
      'Dan Cole | chief executive | Norden Steel',
    ],
    [
      'an appointment',
      'Dan Cole said it rained. Cole was appointed director of the Tate Gallery in May.',
      'Dan Cole | director | Tate Gallery',
    ],
    [
      'a noun of British spelling',
      'Marta Quayle, an organiser of the bakers’ union, said it rained.',
      'Marta Quayle | organiser | bakers’ union',
    ],
    ['one of several', 'Emma Stroud, one of the farmers who lost hay, said it rained.', 'Emma Stroud | farmers | -'],
    ['whose kin they are', 'The victim’s sister, Joy Amadi, said it rained.', 'Joy Amadi | sister | -'],
    [
      'what they were at the time',
      'As governor of Ohio, Ann Spice opened the dam. Spice said it rained.',
      'Ann Spice | governor | Ohio',
    ],
    [
      'a place where they work',
      'Nick Frey, the studio’s Lima-based overseer, said no.',
      'Nick Frey | overseer | studio',
    ],
    [
      'a body with what it is for',
      'Farida Aziz, director of the Centre for Water Law, said it rained.',
      'Farida Aziz | director | Centre for Water Law',
    ],
    [
      'a body with what it is for, and an article',
      'Anna Roe, adviser to the centrist Committee for a Responsible Tax Code, said no.',
      'Anna Roe | adviser | Committee for a Responsible Tax Code',
    ],
    [
      'words joined by hyphens',
      'Priya Nair, a third-year law student, said it rained.',
      'Priya Nair | law student | -',
    ],
    [
      'when, with a hyphen',
      'The then-chairman of the Coal Board, Ed Pugh, said no.',
      'Ed Pugh | chairman | Coal Board',
    ],
    [
      'two words in front',
      'Current and former officials said it rained.',
      'Current and former officials | officials | -',
    ],
    [
      'shares of many',
      'Large majorities of rural voters said it rained.',
      'Large majorities of rural voters | rural voters | -',
    ],
    [
      'a plural behind several',
      'Joan Hale and Ann Spice, both nurses at St Mary’s Hospital, left.',
      'Joan Hale | nurses | St Mary’s Hospital',
    ],
    ['party and state', 'Sen. Tim Moss (R-Tex.) said it rained.', 'Tim Moss | Sen. | R-Tex.'],
    [
      'words of who has no name',
      'A spokeswoman for the ministry said it rained.',
      'A spokeswoman for the ministry | spokeswoman | ministry',
    ],
  ])('%s', async (_, text, expected) => {
    expect(await peopleOf(text)).toContain(expected)
  })

  it.each([
    ['where somebody lives', 'Ann Spice, 34, from Leeds, said it rained.', 'Ann Spice | - | -'],
    ['whom somebody is unlike', 'Unlike the mayor, Ann Spice said it rained.', 'Ann Spice | - | -'],
    ['a thing behind', 'Ann Spice, a move that few liked, said it rained.', 'Ann Spice | - | -'],
    ['a list', 'Ann Spice, the mayor and Bo Lee said it rained.', 'Ann Spice | - | -'],
  ])('but not by %s', async (_, text, expected) => {
    expect(await peopleOf(text)).toContain(expected)
  })
})

describe('voices', () => {
  it('are one for every person, whatever they are called', async () => {
    const text = 'Mayor Ann Spice said it rained. Spice met Bo Lee. She said no. The mayor denied it.'
    const { voices } = await analyseArticle(articleWith(text))
    expect(voices.map(({ name }) => name)).toEqual(['Ann Spice', 'Bo Lee'])
    expect(voices.map(({ claims }) => claims.length)).toEqual([3, 0])
  })

  it('are one for a government by whichever name', async () => {
    const { voices } = await analyseArticle(articleWith('Paris said it rained. The French left. Paris denied it.'))
    expect(voices.map(({ name, kind, claims }) => [name, kind, claims.length])).toEqual([
      ['the government of France', 'government', 2],
    ])
  })

  it('are none for an office, a place or a party alone', async () => {
    const { voices } = await analyseArticle(articleWith('Ohio Gov. Ann Spice said it rained in Texas. The State left.'))
    expect(voices.map(({ name }) => name)).toEqual(['Ann Spice'])
  })

  it('of bodies have no role', async () => {
    const { voices } = await analyseArticle(
      articleWith('The union, United Rock Workers, said it rained. The company denied it.'),
    )
    expect(voices.map(({ kind, role }) => [kind, role?.value ?? null])).toEqual([
      ['organisation', null],
      ['organisation', null],
    ])
  })
})
