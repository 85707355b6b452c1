import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolveMarked } from '../../test/support/resolve-marked.ts'

/** Name or, without one, the naming of every source in turn. */
function whoIn(marked: string): (string | undefined)[] {
  const { sources, sourceOf } = resolveMarked(marked)
  return sourceOf.map(i => (i === null ? undefined : (sources[i]?.name?.value ?? sources[i]?.naming)))
}

describe('a source is', () => {
  it.each([
    ['the full name behind a surname', 'Ann Lee arrived. [source Lee] [cue said] no.', ['Ann Lee']],
    ['the full name behind title and surname', 'Ann Lee arrived. [source Ms Lee] [cue said] no.', ['Ann Lee']],
    ['one person under two titles', '[source U.S. President Ann Lee] [cue said] no. [source President Lee] [cue said] yes.', ['Ann Lee', 'Ann Lee']],
    ['the name behind a pronoun', '[source Ann Lee] [cue said] no. [source She] [cue added] that it was late.', ['Ann Lee', 'Ann Lee']],
    ['the man when the pronoun is his', 'Ann Lee met John Brown. [source He] [cue said] no.', ['John Brown']],
    ['whom a fronted pronoun announces', 'Asked about her plans, [source Ann Lee] [cue said] no.', ['Ann Lee']],
    ['the body behind an acronym', 'The World Health Organization (WHO) met. [source The WHO] [cue said] no.', ['World Health Organization']],
    ['who holds the office', 'John Key, the finance minister, left. [source The minister] [cue said] no.', ['John Key']],
    ['who is that old', 'Sizwe Mokoena, 54, left. [source The 54-year-old] [cue said] no.', ['Sizwe Mokoena']],
    ['the body that a noun describes', 'Orrin Rock Workers met. [source The union] [cue said] no.', ['Orrin Rock Workers']],
    ['the government behind its seat', '[source Washington] [cue said] no.', ['the United States government']],
    ['unnamed for a role', '[source Officials] [cue said] no.', ['unnamed']],
    ['anonymous when the text says so', '[source An official] [cue said], on condition of anonymity, no.', ['anonymous']],
    ['anonymous for how they know', '[source A person familiar with the plan] [cue said] no.', ['anonymous']],
    ['nobody when nobody fits', '[source She] [cue said] no.', ['unnamed']],
  ])('%s', (_, marked, who) => {
    expect(whoIn(marked)).toEqual(who)
  }) // biome-ignore format: one line a case
})

it('links a member to the group and lets what is said of the group hold for it', () => {
  const { sources } = resolveMarked(
    '[source Two senior Kenyan officials] [cue said] no. It was late, [source one of the officials] [cue said]. ' +
      'Both requested anonymity as they were not authorised to speak to the media.',
  )
  expect(sources[0]).toMatchObject({ naming: 'anonymous', number: { value: 2 }, rank: { value: 'senior' } })
  expect(sources[0]?.affiliation?.value).toBe('Kenyan')
  expect(sources[1]).toMatchObject({ naming: 'anonymous', antecedent: 0, number: { value: 1 } })
  expect(sources[1]?.reason?.value).toBe('not authorised to speak to the media')
})

it('keeps what is said of one member from the others', () => {
  const { sources } = resolveMarked(
    '[source Three traders] [cue said] no. [source The third, who asked for anonymity because his licence is up,] [cue said] yes.',
  )
  expect(sources.map(({ naming }) => naming)).toEqual(['unnamed', 'anonymous'])
  expect(sources[1]?.reason?.value).toBe('his licence is up')
})

it('says who promised not to name a source', () => {
  const { sources } = resolveMarked(
    '[source A technician] [cue said] no. This newspaper has agreed not to name him because he is under contract.',
  )
  expect(sources[0]).toMatchObject({ naming: 'anonymous', grantedBy: { value: 'This newspaper' } })
})

it('keeps the runners-up of a pronoun with their scores', () => {
  const { sources } = resolveMarked('Ann Lee met Mary Brown. [source She] [cue said] no.')
  const { rule, detail } = sources[0]?.evidence[0] ?? {}
  expect(rule).toBe('pronoun')
  expect(detail?.runnersUp).toEqual([{ name: expect.any(String), score: expect.any(Number) }])
})

it('joins names and pronouns to chains', () => {
  const { chains, text } = resolveMarked('Ann Lee left. Mr Brown met her. Lee smiled.')
  const lee = chains.find(({ name }) => name === 'Ann Lee')
  expect(lee?.mentions).toHaveLength(2)
  expect(lee?.pronouns.map(({ start, end }) => text.slice(start, end))).toEqual(['her'])
})

it('every field says the words that it was read from', () => {
  const sources = fc.constantFrom(
    'Ann Lee',
    'She',
    'Two senior aides',
    'one of the aides',
    'The minister',
    'Its director, Bo Li',
    'They',
    'the firm’s owner',
  )
  const sentence = sources.map(source => `[source ${source}] [cue said] no, because they feared the 😀 press.`)
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          sentence,
          fc.string({ maxLength: 12 }).filter(words => !/[[\]]/.test(words)),
        ),
        { maxLength: 8 },
      ),
      parts => {
        const { text, sources, chains } = resolveMarked(parts.join(' ').toWellFormed())
        for (const { role, rank, affiliation, reason, knowledge, antecedent } of sources) {
          for (const field of [role, rank, reason, knowledge]) {
            if (field?.span != null) expect(text.slice(field.span.start, field.span.end)).toBe(field.value)
          }
          if (affiliation?.span != null) expect(text.slice(affiliation.span.start, affiliation.span.end)).not.toBe('')
          if (antecedent !== null) expect(sources[antecedent]).toBeDefined()
        }
        for (const { start, end } of chains.flatMap(({ pronouns }) => pronouns))
          expect(text.slice(start, end)).toMatch(/^\p{L}+$/u)
      },
    ),
    { numRuns: 80 },
  )
})
