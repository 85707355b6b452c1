import { describe, expect, it } from 'vitest'
import { ADDRESSES, ALL_TITLES, TITLES } from '../../src/domain/text/name-titles.ts'
import { speakerOf } from '../../src/families/grouping/speaker.ts'
import { compareSpeakers } from '../../src/quote/comparing/compare-speakers.ts'
import { readPersonName } from '../../src/voices/people/person-name.ts'

const titled = (title: string) => `${title[0]?.toUpperCase()}${title.slice(1)} Ada Brook`
const stored = (name: string) =>
  ({ name, text: name, naming: 'named' }) as unknown as Parameters<typeof compareSpeakers>[1]

describe('a title before a name, by whoever compares names', () => {
  it.each([...TITLES])('%s is no part of it', title => {
    expect(readPersonName(titled(title))).toEqual(readPersonName('Ada Brook'))
    expect(speakerOf(titled(title))).toBe('ada brook')
    expect(compareSpeakers(titled(title), stored('Ada Brook'), 'person')).toBe('agrees')
  })

  it('the forms of address are among the titles, and these among all', () => {
    expect(ADDRESSES.isSubsetOf(TITLES) && TITLES.isSubsetOf(ALL_TITLES)).toBe(true)
  })

  it('whoever is known by a royal title alone keeps it', () => {
    expect(readPersonName('Prince Otto')).not.toBeNull()
    expect(readPersonName('Captain Otto')).toBeNull()
  })
})
