import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GENDERS, type Gender, SOURCE_TYPES, type SourceType } from '../../domain/voice-labels.ts'
import { TextColumnBuilder } from '../columns/text-column-builder.ts'
import { identifyPeople } from './identify-people.ts'
import { readPersonName } from './person-name.ts'

interface Person {
  readonly name: string
  readonly role?: string | null
  readonly affiliation?: string | null
  readonly gender?: Gender
  readonly type?: SourceType
}

function identify(people: readonly Person[]): number[] {
  const column = (texts: readonly (string | null)[]) => {
    const builder = new TextColumnBuilder(texts.length)
    for (const [row, text] of texts.entries()) builder.set(row, text)
    return builder.build()
  }
  return [
    ...identifyPeople({
      length: people.length,
      name: column(people.map(({ name }) => name)),
      role: column(people.map(({ role }) => role ?? null)),
      affiliation: column(people.map(({ affiliation }) => affiliation ?? null)),
      gender: Uint8Array.from(people, ({ gender }) => GENDERS.indexOf(gender ?? 'unknown')),
      type: Uint8Array.from(people, ({ type }) => SOURCE_TYPES.indexOf(type ?? 'unknown')),
    }),
  ]
}

const areOne = (...people: readonly Person[]) => new Set(identify(people)).size === 1

describe('identifyPeople', () => {
  it.each<[string, Person, Person]>([
    ['the same name', { name: 'Imani Cole' }, { name: 'Imani Cole' }],
    ['a middle initial, a title, marks', { name: 'Dr. José M. Ortega' }, { name: 'Jose Ortega' }],
    ['a comma before Jr.', { name: 'Owen Pratt, Jr.' }, { name: 'Owen Pratt Jr' }],
    [
      'what one article does not tell',
      { name: 'Imani Cole', role: 'head', affiliation: 'Dockers United' },
      { name: 'Imani Cole' },
    ],
    [
      'a body under its initials',
      { name: 'Ana Ruiz', type: 'academic', affiliation: 'Lisbon Institute of Tropical Medicine' },
      { name: 'Ana Ruiz', type: 'academic', affiliation: 'LITM' },
    ],
    [
      'another office of a politician',
      { name: 'Piet Maas', role: 'senator', affiliation: 'Green Alliance', type: 'politician' },
      { name: 'Piet Maas', role: 'minister', affiliation: 'Ministry of Transport', type: 'politician' },
    ],
  ])('joins over %s', (_, a, b) => {
    expect(areOne(a, b)).toBe(true)
  })

  it.each<[string, Person, Person]>([
    ['a surname alone', { name: 'Cole' }, { name: 'Cole' }],
    ['a title and a surname', { name: 'Mrs Cole' }, { name: 'Mrs Cole' }],
    ['one initial and a surname', { name: 'J. Smith' }, { name: 'J. Smith' }],
    ['a senator and a footballer', { name: 'Mark Lund', type: 'politician' }, { name: 'Mark Lund', type: 'sport' }],
    [
      'a professor at one place and a nurse at another',
      { name: 'Eva Brandt', role: 'professor', affiliation: 'University of Ghent', type: 'academic' },
      { name: 'Eva Brandt', role: 'nurse', affiliation: 'Riverside Hospital', type: 'health' },
    ],
    ['a woman and a man', { name: 'Robin Hale', gender: 'woman' }, { name: 'Robin Hale', gender: 'man' }],
    ['other middle initials', { name: 'George W. Park' }, { name: 'George H. W. Park' }],
    ['father and son', { name: 'Owen Pratt Sr.' }, { name: 'Owen Pratt Jr.' }],
    [
      'two trainers of two clubs',
      { name: 'Luca Neri', role: 'coach', affiliation: 'Harbour Rovers', type: 'sport' },
      { name: 'Luca Neri', role: 'coach', affiliation: 'Millfield Athletic', type: 'sport' },
    ],
  ])('keeps apart %s', (_, a, b) => {
    expect(areOne(a, b)).toBe(false)
  })

  it('leaves by itself who could be either of two of a name', () => {
    const senator: Person = { name: 'Mark Lund', type: 'politician', gender: 'man' }
    const goalkeeper: Person = { name: 'Mark Lund', type: 'sport', gender: 'man' }
    expect(identify([senator, goalkeeper, { name: 'Mark Lund' }, { name: 'Mark Lund' }])).toEqual([0, 1, 2, 3])
    expect(identify([{ name: 'Mark Lund' }, senator, senator])).toEqual([0, 0, 0])
  })

  it('joins the same rows whatever their order', () => {
    const texts = (...values: string[]) => fc.option(fc.constantFrom(...values), { nil: null })
    const person: fc.Arbitrary<Person> = fc.record({
      name: fc.constantFrom('Ann Lee', 'Ann B. Lee', 'Ann C. Lee', 'Dr. Ann Lee', 'Lee', 'Ann Lee Jr.', 'Max Roth'),
      role: texts('professor', 'nurse', 'senator', 'chief nurse', 'professor of law'),
      affiliation: texts('Ghent University', 'Riverside Hospital', 'Riverside', 'the university'),
      gender: fc.constantFrom(...GENDERS),
      type: fc.constantFrom<SourceType>('unknown', 'academic', 'health', 'politician', 'sport', 'family'),
    })
    const shuffled = fc
      .array(person, { minLength: 1, maxLength: 30 })
      .chain(people =>
        fc.tuple(fc.constant(people), fc.shuffledSubarray([...people.keys()], { minLength: people.length })),
      )
    fc.assert(
      fc.property(shuffled, ([people, order]) => {
        const whole = identify(people)
        const other = identify(order.map(row => people[row] as Person))
        for (const [i, a] of order.entries())
          for (const [j, b] of order.entries())
            expect(other[i] === other[j], `${i} and ${j}`).toBe(whole[a] === whole[b] || a === b)
        // A person has one key, and at most one gender that is known.
        for (const rows of Map.groupBy(people.keys(), row => whole[row]).values()) {
          expect(new Set(rows.map(row => readPersonName((people[row] as Person).name)?.key)).size).toBe(1)
          expect(
            new Set(rows.map(row => people[row]?.gender).filter(gender => gender !== 'unknown')).size,
          ).toBeLessThan(2)
        }
      }),
    )
  })
})
