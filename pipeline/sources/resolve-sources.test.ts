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
    ['who is named next and called the same', '[source The fire chief] [cue said] no. The chief, Lou Hart, left.', ['Lou Hart']],
    ['who is named behind what that one says', '[source The fire chief] [cue said] no. “It is gone,” said the chief, Lou Hart.', ['Lou Hart']],
    ['whom a headline calls by the title alone', '[source Judge] [cue orders] recount\n\nVotes were lost. Judge Ann Lee spoke.', ['Ann Lee']],
    ['nobody whom the next sentence calls else', '[source The fire chief] [cue said] no. The mayor, Lou Hart, left.', ['unnamed']],
    ['the author who says “I”', 'Why I left\n\nBy Mina Sen\n\n[source I] [cue said] no.', ['Mina Sen']],
    ['whom an office of several matters is named with', 'Then [source minister of roads and bridges Paul Adeyo] [cue said] no.', ['Paul Adeyo']],
    ['nobody whose relative speaks', '[source The wife of coach Dov Marek] [cue said] no.', ['unnamed']],
    ['who is that old', 'Sizwe Mokoena, 54, left. [source The 54-year-old] [cue said] no.', ['Sizwe Mokoena']],
    ['the body that a noun describes', 'Orrin Rock Workers met. [source The union] [cue said] no.', ['Orrin Rock Workers']],
    ['the government behind its seat', '[source Washington] [cue said] no.', ['the United States government']],
    ['unnamed for a role', '[source Officials] [cue said] no.', ['unnamed']],
    ['anonymous when the text says so', '[source An official] [cue said], on condition of anonymity, no.', ['anonymous']],
    ['anonymous when they wish to be', '[source An official who wished to remain anonymous] [cue said] no.', ['anonymous']],
    ['anonymous without wanting a name', '[source A nurse], who did not want her name published, [cue said] no.', ['anonymous']],
    ['anonymous when they give none', '[source A driver], who declined to give his name, [cue said] no.', ['anonymous']],
    ['anonymous, wishing no name', '“No,” [cue said] [source a clerk], not wishing to be named.', ['anonymous']],
    ['unnamed when they decline something else', '[source A driver], who declined to give a date, [cue said] no.', ['unnamed']],
    ['anonymous for how they know', '[source A person familiar with the plan] [cue said] no.', ['anonymous']],
    ['who is named before a relative pronoun', 'It was Ann Lee, a farmer in Kent, [source who] [cue said] no.', ['Ann Lee']],
    ['who is named before brackets', 'It was Sen. Ann Lee (D-Wis.), [source who] [cue said] no.', ['Ann Lee']],
    ['nobody with a name before "who"', 'Ann Lee met voters [source who] [cue said] no.', ['unnamed']],
    ['both of two names', '[source Ann Lee and Bo Roy] [cue said] no. [source They] [cue said] yes.', ['Ann Lee and Bo Roy', 'Ann Lee and Bo Roy']],
    ['both of two named apart', 'Ann Lee met Bo Roy. [source Both] [cue said] no.', ['Ann Lee and Bo Roy']],
    ['the first of two', 'Mali and Niger met. [source The former] [cue said] no.', ['Mali']],
    ['a campaign by its candidate', 'Ann Lee left. [source The Lee campaign] [cue said] no. [source Lee’s campaign] [cue said] yes.', ['Ann Lee campaign', 'Ann Lee campaign']],
    ['a nation’s government', '[source The Indian government] [cue said] no.', ['Indian government']],
    ['the office of an office-holder', '[source The state attorney general’s office] [cue said] no.', ['state attorney general’s office']],
    ['an account', '[source One user, @ann_lee,] [cue said] no.', ['@ann_lee']],
    ['the state last spoken of', 'They met in Ohio. [source The state] [cue said] no.', ['Ohio']],
    ['the country that an article is about', 'Rain fell on Jamaica. Jamaica is wet. [source The government] [cue said] no.', ['Jamaica']],
    ['the body that a headline describes', '[source Flight attendants’ union] [cue said] no.\n\nThe Association of Flight Attendants met.', ['Association of Flight Attendants']],
    ['the holder of an office in short', 'Ohio Gov. Ann Lee met Bo Roy. [source The governor] [cue said] no.', ['Ann Lee']],
    ['who was just spoken of', 'Ann Lee won. [source The Republican nominee] [cue said] no.', ['Ann Lee']],
    ['who says the quotation', '“[source I] [cue think] so,” [source Ann Lee] [cue said].', ['Ann Lee', 'Ann Lee']],
    ['nobody who is spoken of in the quotation', 'John Brown stayed. “My aide, Carl Dean, was late,” [source he] [cue said].', ['John Brown']],
    ['no place that was only spoken of', 'Voters in Ohio left because [source they] [cue said] no.', ['unnamed']],
    ['no body that its leader works for', '[source The team, led by Ann Lee of the University of Leeds,] [cue said] no.', ['unnamed']],
    ['no other body’s board', 'Orrin Rock Workers met. [source The board] [cue said] no.', ['unnamed']],
    ['the plural before it, not a paper', 'The Courier reported it. [source Campaigners] [cue said] no. [source They] [cue said] yes.', ['unnamed', 'unnamed']],
    ['no party', '[source House Republicans] [cue said] no.', ['unnamed']],
    ['no document that somebody reads out', '[source A letter read out by the mayor, Ann Lee,] [cue said] no.', ['unnamed']],
    ['neither the place nor the agency of the dateline', 'Jobs go\n\nLARNE, Nov 3 (Orrin News) - The ferry will close. [source It] [cue said] no. [source The company] [cue said] yes.', ['unnamed', 'unnamed']],
    ['who spoke before, not who stands beside', '[source Abbas Karimi] [cue said] no. Speaking alongside his Iraqi counterpart, Hussein al-Jabouri, [source he] [cue added] yes.', ['Abbas Karimi', 'Abbas Karimi']],
    ['who spoke before, not whom they met', '[source Ann Lee] [cue said] no. After meeting Mary Brown, [source she] [cue said] yes.', ['Ann Lee', 'Ann Lee']],
    ['one with and without the article', 'Hussein al-Jabouri left. [source Al-Jabouri] [cue said] no. [source Jabouri] [cue said] yes.', ['Hussein al-Jabouri', 'Hussein al-Jabouri']],
    ['the holder of an office of a body', 'The strike goes on in the port. [source The National President of the Dockers Association, Otunba Femi Coker,] [cue said] it was late and they left.', ['Femi Coker']],
    ['both judges', 'The law fell on a rainy day. [source Justices Meena Sen and Ashok Iyer] [cue said] it was late and they left.', ['Meena Sen and Ashok Iyer']],
    ['a government with an apposition', '[source Moscow, a close ally,] [cue said] no.', ['the government of Russia']],
    ['no name behind a dateline', 'LAGOS — [source Dockworkers at Apapa port] [cue said] no.', ['unnamed']],
    ['anonymous on background', '[source An official], speaking on background, [cue said] no.', ['anonymous']],
    ['anonymous behind a false name', '[source Maria], not her real name, [cue said] no. [source She] [cue added] yes.', ['anonymous', 'anonymous']],
    ['anonymous with a first name alone', '[source Fatima], a nurse who gave only her first name, [cue said] no.', ['anonymous']],
    ['named with another name in full', '[source Ann Lee] [cue said] no. Her pen name is not her real name.', ['Ann Lee']],
    ['nobody with another department', 'John Key, the finance minister, left. [source The defence minister] [cue said] no.', ['unnamed']],
    ['nobody with another department behind "of"', 'Harbour minister Ann Lee left. [source The minister of forests] [cue said] no.', ['unnamed']],
    ['nobody of other forces', 'Fire chief Ann Lee left. [source The police chief] [cue said] no. [source The fire chief] [cue said] yes.', ['unnamed', 'Ann Lee']],
    ['nobody who only stands in', 'Deputy mayor Ann Lee left. [source The mayor] [cue said] no.', ['unnamed']],
    ['nobody unnamed with another department', '[source A harbour official] [cue said] no. [source The forest official] [cue said] yes.', ['unnamed', 'unnamed']],
    ['no name that comes later as one of many', '[source The baker] [cue said] no. It rained. Ann Lee, a baker in Kent, left.', ['unnamed']],
    ['nobody named later for one of many', '[source A baker] [cue said] no. Baker Ann Lee left.', ['unnamed']],
    ['the one of the headline', 'Judge halts vote\n\n[source A county judge] [cue said] no. Judge Ann Lee left.', ['Ann Lee']],
    ['nobody named who asks for no name', 'Ann Lee, the mediator, left. [source The mediator, who asked not to be named,] [cue said] no.', ['anonymous']],
    ['nobody named who speaks anonymously', 'Ann Lee, the clerk, left. [source The clerk] [cue said] on condition of anonymity that it rained.', ['anonymous']],
    ['the one without a name, not who is called the same', '[source A driver] [cue said] no. [source Ann Lee, a driver,] [cue said] yes. [source The driver] [cue said] no.', ['unnamed', 'Ann Lee', 'unnamed']],
    ['nobody of another firm', 'Chief executive Ann Lee of Zennor left. [source The Acme chief executive] [cue said] no.', ['unnamed']],
    ['the judge who is called justice', 'Justice Quorn left. [source The judge] [cue said] no.', ['Justice Quorn']],
    ['the lawmaker who is called senator', 'Senator Ann Lee left. [source The lawmaker] [cue said] no.', ['Ann Lee']],
    ['who spoke last, by a nationality', 'Owen Keane, the manager, praised Dan Osei. Ann Lee left. [source Owen Keane] [cue said] that Dan Osei was hurt. “It is late,” [cue said] [source the Irishman].', ['Owen Keane', 'Owen Keane']],
    ['whom the sentence before was about, by a place in a team', 'Dan Osei was calm. “It is late,” [source the striker] [cue told] them.', ['Dan Osei']],
    ['nobody named for a trade that somebody without a name had', 'A singer left with Dan Osei. Dan Osei was calm. [source The singer] [cue said] no.', ['unnamed']],
    ['nobody of another gender', 'Ms Ann Lee was calm. [source The Irishman] [cue said] no.', ['unnamed']],
    ['no thing of so many seconds', 'Ann Lee was calm. [source The 30-second spot] [cue said] no.', ['unnamed']],
    ['nobody who only speaks of the candidate', 'Ann Lee leads. Ann Lee is liked. Ann Lee is tall. Bo Roy smiled. [source The candidate] [cue said] no.', ['unnamed']],
    ['no place for "it"', 'They met in Kent. [source It] [cue said] no.', ['unnamed']],
    ['whom an apposition calls something first', '[source A neighbour, the retired plumber Jim Lyle,] [cue said] no.', ['Jim Lyle']],
    ['no name that only says what somebody is', '[source Priest] [cue said] no.', ['unnamed']],
    ['whose the lead says it is', 'Rovers lost, [source their coach] [cue said]. On Monday, [source Coach Ann Lee] [cue said] they were late.', ['Ann Lee', 'Ann Lee']],
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

it('gives "I" to who says it, and "he" to nobody in the quotation', () => {
  const { sources, candidates } = resolveMarked('“[source I] [cue told] them to leave,” [source he] [cue said].')
  expect(sources).toMatchObject([{ antecedent: 1 }, { antecedent: null }])
  expect(candidates).toEqual([])
})

it('lets no two sources go back to each other, and says so', () => {
  const { sources, candidates } = resolveMarked('“[source We] [cue think] so,” [source others] [cue said].')
  expect(sources).toMatchObject([{ antecedent: null }, { antecedent: 0 }])
  expect(candidates).toMatchObject([
    { rule: 'first-person', reason: 'It does not go back to “others”, which goes back to it.' },
  ])
})

it('takes sources at the start of a sentence for several', () => {
  const { sources } = resolveMarked(
    '[source Sources in the ministry] [cue said] no. [source One of them] [cue said] yes.',
  )
  expect(sources).toMatchObject([{ kind: 'group' }, { antecedent: 0, number: { value: 1 } }])
})

it('takes a plural that comes again without number or rank for one source', () => {
  const { sources } = resolveMarked(
    '[source Officials] [cue said] no. [source Senior officials] [cue said] yes. [source officials] [cue said] no. [source Residents] [cue said] yes.',
  )
  expect(sources.map(({ antecedent }) => antecedent)).toEqual([null, null, 0, null])
})

it('says why somebody gives a first name alone, and goes back to where it stands', () => {
  const { sources } = resolveMarked(
    '[source Ahmed], who gave only his first name because he feared reprisals, [cue said] no. [source He] [cue said] yes.',
  )
  expect(sources).toMatchObject([
    { reason: { value: 'he feared reprisals' }, name: null, antecedent: null },
    { reason: { value: 'he feared reprisals' }, name: null, antecedent: 0 },
  ])
})

it('takes a share of people for them, and which for nobody', () => {
  const { sources } = resolveMarked(
    '[source 54% of likely voters] [cue said] no. The reports, [source many of which] [cue said] yes, burned.',
  )
  expect(sources).toMatchObject([
    { kind: 'group', role: { value: 'likely voters' }, number: null },
    { kind: 'unknown' },
  ])
})

it('keeps what is said of one member from the others', () => {
  const { sources } = resolveMarked(
    '[source Three traders] [cue said] no. [source The third, who asked for anonymity because his licence is up,] [cue said] yes.',
  )
  expect(sources.map(({ naming }) => naming)).toEqual(['unnamed', 'anonymous'])
  expect(sources[1]?.reason?.value).toBe('his licence is up')
})

describe('an affiliation is', () => {
  it.each([
    ['a nationality', '[source Indian officials] [cue said] no.', 'Indian', 'Indian'],
    ['a body before the noun', '[source A Pentagon spokesman] [cue said] no.', 'Pentagon', 'Pentagon'],
    ['a body behind the noun', '[source Ann Lee, a professor at Orrin University,] [cue said] no.', 'Orrin University', 'Orrin University'],
    ['where people are', '[source Officials in Kyiv] [cue said] no.', 'Kyiv', 'Kyiv'],
    ['a body without a name', '[source The trade ministry’s spokeswoman] [cue said] no.', 'trade ministry', 'trade ministry'],
    ['a body by its noun', 'The Commerce Department met. [source A department official] [cue said] no.', 'Commerce Department', 'department'],
    ['the body behind a pronoun', 'Orrin Bank met. [source Its director, Ann Lee,] [cue said] no.', 'Orrin Bank', 'Its'],
    ['the person behind a pronoun', 'Ann Lee left. [source Her lawyer] [cue said] no.', 'Ann Lee', 'Her'],
    ['who was spoken for', 'Ann Lee left. [source Advisers to Ms Lee] [cue said] no.', 'Lee', 'Lee'],
    ['a campaign', 'Ann Lee left. [source A Lee campaign spokesman] [cue said] no.', 'Lee campaign', 'Lee campaign'],
    ['the body that acted before', 'Orrin Bank closed. [source A spokesman] [cue said] no.', 'Orrin Bank', 'Orrin Bank'],
    ['party and state', '[source Sen. Ann Lee (D-Wis.)] [cue said] no.', 'D-Wis.', 'D-Wis.'],
    ['who made a document', '[source A poll by Orrin University] [cue said] no.', 'Orrin University', 'Orrin University'],
    ['no newspaper that saw something', '[source Records seen by this newspaper] [cue said] no.', undefined, undefined],
    ['no place of birth', '[source Ann Lee, who was born in Kyiv,] [cue said] no.', undefined, undefined],
    ['no body of itself', '[source The Association of Orrin Farmers] [cue said] no.', undefined, undefined],
  ])('%s', (_, marked, value, words) => {
    const { sources, text } = resolveMarked(marked)
    const { value: found, span } = sources[0]?.affiliation ?? {}
    expect([found, span == null ? undefined : text.slice(span.start, span.end)]).toEqual([value, words])
  }) // biome-ignore format: one line a case
})

describe('a role is', () => {
  it.each([
    ['an apposition', '[source Ann Lee, a drill operator,] [cue said] no.', 'drill operator'],
    ['a title', '[source Sen. Ann Lee] [cue said] no.', 'Sen.'],
    ['no honorific', '[source Ms Lee] [cue said] no.', undefined],
    ['no noun for a thing', 'In a speech, [source Ann Lee] [cue said] no.', undefined],
    ['no age', 'Ann Lee, 54, left. [source The 54-year-old] [cue said] no.', undefined],
  ])('%s', (_, marked, value) => {
    expect(resolveMarked(marked).sources[0]?.role?.value).toBe(value)
  }) // biome-ignore format: one line a case
})

describe('whom a source cites', () => {
  it.each([
    ['[source Reuters] [cue reported] that it closed, citing two officials.', 'officials'],
    ['[source Reuters] [cue reported] that it closed, citing a court filing.', 'court filing'],
    ['[source Ann Lee] [cue said] the plan, citing costs, was dead.', undefined],
    ['[source Ann Lee] [cue said] it closed, citing high costs.', undefined],
  ])('in %s', (marked, role) => {
    const { sources, citedOf } = resolveMarked(marked)
    expect(sources[citedOf[0] ?? -1]?.role?.value).toBe(role)
  })
})

it('counts people, not documents', () => {
  const { sources } = resolveMarked('[source A poll] [cue said] no. [source A clerk] [cue said] yes.')
  expect(sources.map(({ number }) => number?.value)).toEqual([undefined, 1])
})

it.each([
  ['[source The leader of the House, Ann Lee,] [cue said] no.', 'leader'],
  ['[source A spokesman for the mine, Bo Roy,] [cue said] no.', 'spokesman'],
  ['[source Ann Lee, Kenya’s envoy for trade,] [cue said] no.', 'envoy for trade'],
  ['In Manchester, [source Ann Lee] [cue said] no.', undefined],
  ['Town reaches the final\n\nTown captain [source Ann Lee] [cue said] on Sunday that it was no.', 'captain'],
])('says what somebody is in "%s"', (marked, role) => {
  expect(resolveMarked(marked).sources[0]?.role?.value).toBe(role)
})

it('says whom a paper agreed not to name', () => {
  const { sources } = resolveMarked(
    'A clerk left. The Courier agreed not to name the nurse, [source who] [cue said] no.',
  )
  expect(sources[0]).toMatchObject({
    naming: 'anonymous',
    role: { value: 'nurse' },
    grantedBy: { value: 'The Courier' },
  })
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

it('says whom the pronoun in a source means', () => {
  const { chains, text } = resolveMarked('[source Ann Lee] [cue said] [source her party] [cue supports] the idea.')
  const lee = chains.find(({ name }) => name === 'Ann Lee')
  expect(lee?.pronouns.map(({ start, end }) => text.slice(start, end))).toEqual(['her'])
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

it.each([
  ['[source A father-of-two] [cue said] no.', 'person'],
  ['[source A teen] [cue said] no.', 'person'],
  ['[source A young bride] [cue said] no.', 'person'],
  ['[source Women] [cue said] no.', 'group'],
  ['[source Dozens of mothers] [cue said] no.', 'group'],
  ['[source The couple] [cue said] no.', 'group'],
  ['[source A group of companies] [cue said] no.', 'organisation'],
])('says what speaks by its noun: %s', (marked, kind) => {
  expect(resolveMarked(marked).sources[0]?.kind).toBe(kind)
})
