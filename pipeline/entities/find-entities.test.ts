import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sliceOf } from '../../src/domain/span.ts'
import { tokenise } from '../tokens/stage.ts'
import { findEntities } from './find-entities.ts'

const LETTER: Readonly<Record<string, string>> = { person: 'P', place: 'L', organisation: 'O' }

function namesIn(text: string): string[] {
  return mentionsIn(text, 'name').map(
    ({ type, name, role }) => `${LETTER[type]}:${sliceOf(text, name ?? role ?? { start: 0, end: 0 })}`,
  )
}

function mentionsIn(text: string, of: 'name' | 'common') {
  const { mentions } = findEntities(tokenise(text))
  return mentions.filter(({ type }) => (type === 'group' || type === 'document') === (of === 'common'))
}

describe('names', () => {
  it.each([
    ['a title before a name', 'We met Defence Minister Rajiv Menon.', ['P:Rajiv Menon']],
    ['a title of three words', 'It was Chief Financial Officer Pete Lund who called.', ['P:Pete Lund']],
    ['a leader of a chamber', 'It was Senate Majority Leader Carla Dunning who called.', ['P:Carla Dunning']],
    ['a leader of the opposition', 'It was Opposition Leader Rick Stahl who called.', ['P:Rick Stahl']],
    ['an apposition', 'It was Cres Oduya, a professor at Leeds, who called.', ['P:Cres Oduya', 'L:Leeds']],
    ['an office of state', 'It was Secretary of Defense Pete Lund who called.', ['P:Pete Lund']],
    ['a country inside a title', 'It was U.S. President Ann Lee who called.', ['P:Ann Lee', 'L:U.S.']],
    ['a company', 'The deal with Harrow Semiconductor Inc. is off.', ['O:Harrow Semiconductor Inc.']],
    ['a ministry of two matters', 'He joined the Ministry of Health and Welfare.', ['O:Ministry of Health and Welfare']],
    ['a panel on a matter', 'He joined the Intergovernmental Panel on Climate Change (IPCC).', ['O:Intergovernmental Panel on Climate Change', 'O:IPCC']],
    ['a place inside a body', 'She left the University of Lagos.', ['O:University of Lagos', 'L:Lagos']],
    ['a river', 'They swam in the Orrin River.', ['L:Orrin River']],
    ['two people joined by a hyphen', 'Anil Sen met Pete Lund. The Sen-Lund meeting failed.', [
      'P:Anil Sen', 'P:Pete Lund', 'P:Sen', 'P:Lund',
    ]],
    ['two countries joined by a hyphen', 'It strained India-Japan ties.', ['L:India', 'L:Japan']],
    ['a hyphen that ends a name', 'It is a London-based firm.', ['L:London']],
    ['a name in another script', '王秀英 said no.', ['P:王秀英']],
    ['a title in the plural', 'It was Justices Meena Rao and Ashok Iyer who called.', ['P:Meena Rao', 'P:Ashok Iyer']],
    ['a chief’s title', 'It was Otunba Femi Coker who called.', ['P:Femi Coker']],
    ['an office for a matter', 'It was Vice President for Research Ann Coe who called.', ['P:Ann Coe']],
    ['an office of a body', 'They met the National President of the Dockers Association.', ['P:National President of the Dockers Association', 'O:Dockers Association']],
    ['a body of several matters', 'He joined the Ministry of Trade, Industry and Tourism.', ['O:Ministry of Trade, Industry and Tourism']],
    ['a hyphen before "and"', 'He joined the Organisation for Economic Co-operation and Development.', ['O:Organisation for Economic Co-operation and Development']],
    ['a capital with an apposition', 'Moscow, a close ally, was glad.', ['L:Moscow']],
    ['an Arabic name without the first', 'We met Hussein al-Jabouri. Al-Jabouri left. Then al-Jabouri called.', ['P:Hussein al-Jabouri', 'P:Al-Jabouri', 'P:al-Jabouri']],
    ['an event', 'It rained on the Lantern Festival.', []],
    ['a nationality', 'Many Indian and Muslim voters stayed away.', []],
    ['a leaning before a name', 'It was Republican Ann Lee who called.', ['P:Ann Lee']],
    ['a month', 'It opened on a Friday in March.', []],
    ['a capital at the start of a sentence', 'Lawyers disagreed. Seventeen left.', []],
  ])('finds %s', (_, text, names) => {
    expect(namesIn(text)).toEqual(names)
  }) // biome-ignore format: one line a case

  it('takes a surname for a person’s where the article has the full name', () => {
    expect(namesIn('Valeska Paris was born there. In May, Paris left.')).toEqual(['P:Valeska Paris', 'P:Paris'])
  })

  it('takes an acronym for what it stands behind', () => {
    expect(namesIn('The Orrin Basin Authority (OBA) met. Later the OBA left.')).toEqual([
      'O:Orrin Basin Authority',
      'O:OBA',
      'O:OBA',
    ])
  })

  it('keeps a title that stands for its holder as a mention without a name', () => {
    const text = 'They asked the Prime Minister.'
    const [mention] = mentionsIn(text, 'name')
    expect(mention).toMatchObject({ type: 'person', name: null })
    expect(sliceOf(text, mention?.role ?? { start: 0, end: 0 })).toBe('Prime Minister')
  })

  it('believes capitals in a headline only where the text below has the name', () => {
    expect(namesIn('Big Storm Hits Quiet Town As Mensah Flees\n\nAnn Mensah left on Friday.')).toEqual([
      'P:Mensah',
      'P:Ann Mensah',
    ])
  })
})

describe('groups and documents', () => {
  it.each([
    ['a group with number and rank', 'They asked two senior officials.', ['group: two senior officials']],
    ['a group of a place', 'Orrin residents marched.', ['group: Orrin residents']],
    ['a nationality', 'Many Kenyans stayed away.', ['group: Many Kenyans']],
    ['a court filing', 'It is in the court filing.', ['document: court filing']],
    ['a poll', 'A national poll was taken.', ['document: national poll']],
    ['no single person', 'They asked the senior official.', []],
    ['no noun that modifies', 'The report author called the police station.', []],
    ['no minutes of the clock', 'It took five minutes, in order to win.', []],
  ])('finds %s', (_, text, expected) => {
    const found = mentionsIn(text, 'common').map(mention => `${mention.type}: ${sliceOf(text, mention)}`)
    expect(found).toEqual(expected)
  })
})

it('takes a first line of capitals for a headline though it has a full stop', () => {
  expect(namesIn('Ann Mensah Calls Carl Tetteh a Liar Over Storm.\n\nAnn Mensah met Carl Tetteh.')).toEqual([
    'P:Ann Mensah',
    'P:Carl Tetteh',
    'P:Ann Mensah',
    'P:Carl Tetteh',
  ])
})

it('every mention lies in the text, on the tokens it names', () => {
  const word = fc.constantFrom(
    'Ann',
    'Lee',
    'Bank',
    'of',
    'the',
    'The',
    'Kenya',
    'said',
    '-',
    ',',
    '.',
    '“',
    '’s',
    'U.S.',
    '王',
    '😀',
    'President',
    '\n\n',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string({ maxLength: 4 })), { maxLength: 40 }), words => {
      const text = words.join(' ').toWellFormed()
      const { tokens } = tokenise(text)
      for (const { start, end, firstToken, endToken, name, role } of findEntities({ ...tokenise(text) }).mentions) {
        expect(tokens[firstToken]?.start).toBe(start)
        expect(tokens[endToken - 1]?.end).toBe(end)
        for (const inner of [name, role]) {
          if (inner !== null) expect(start <= inner.start && inner.start < inner.end && inner.end <= end).toBe(true)
        }
      }
    }),
    { numRuns: 150 },
  )
})
