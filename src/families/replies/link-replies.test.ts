import { describe, expect, it } from 'vitest'
import { articleWith } from '../../../test/support/article.ts'
import { analyseArticle } from '../../run/analyse-linear.ts'
import { linkReplies } from './link-replies.ts'

async function link(text: string) {
  const record = await analyseArticle(articleWith(text))
  const { accusations, replies } = linkReplies(record)
  return {
    accused: accusations.map(({ accused, rule }) => `${rule}: ${accused.text}`),
    replies: replies.map(({ kind, replier, rule }) => `${kind} ${replier} ${rule}`),
    record,
    accusations,
  }
}

describe('linkReplies', () => {
  it('links the accused, who speaks for them, and an attempt that reached nobody', async () => {
    const { accused, replies } = await link(
      'Growers accused Harlow Mills of tampering with its scales.\n\nA spokesman for Harlow Mills denied the allegation.\n\nThe union said the inspector, Ada Brook, had falsified the records. Brook could not be reached.',
    )
    expect(accused).toEqual(['accuses: Harlow Mills', 'does-wrong: the inspector'])
    expect(replies).toEqual(['denial spokesperson speaks-for-accused', 'unreachable accused accused-answers'])
  })

  it('takes nobody for the accused who only stands near', async () => {
    const { replies } = await link(
      'Growers accused Harlow Mills of tampering with its scales.\n\nThe mayor, Ana Petrov, declined to comment.',
    )
    expect(replies).toEqual([])
  })

  it.each([
    'Residents said the company had never lied.',
    'Residents said the company might ignore the rules.',
    'Residents said the company had been robbed.',
    'Is the company lying, asked Ana Petrov.',
  ])('finds no wrong that is not said to have been done: %s', async text => {
    expect((await link(text)).accused).toEqual([])
  })

  it.each([
    ['Residents said Larkfield Homes cut corners on fire doors.', 'does-wrong: Larkfield Homes'],
    ['Auditors said Larkfield Homes could not account for the deposits.', 'does-wrong: Larkfield Homes'],
    ['A tenant said the caretaker, Ivo Petrak, had struck a boy.', 'does-wrong: the caretaker'],
    ['Tenants blamed the Ministry of Ports for losing the register.', 'accuses: Ministry of Ports'],
    ["Tenants alleged that the borough's housing officer took money for keys.", 'accuses: officer'],
  ])('finds who is said to have done wrong: %s', async (text, accused) => {
    expect((await link(text)).accused).toEqual([accused])
  })

  it.each([
    [
      'a lawyer for whom nobody accused yet',
      'An audit found that the bursar, Ivo Petrak, had moved school money into his own account.\n\nPetrak’s lawyer, Hana Mares, said the school had owed him the money.',
      ['answered-account: Petrak’s lawyer, Hana Mares'],
      ['response lawyer speaks-for-accused'],
    ],
    [
      'lawyers by a genitive, and words for what is made up',
      'Tenants accused Larkfield Homes of forging safety papers.\n\nLarkfield’s lawyers said the papers were in order and the story invented.',
      ['accuses: Larkfield Homes'],
      ['denial lawyer speaks-for-accused'],
    ],
    [
      'what it is that was denied before it',
      'Larkfield Homes denied claims that it had let fire doors rot.\n\nThe claims were made by two caretakers. “They painted over the hinges before each inspection,” one of them said.',
      ['denied-report: Larkfield Homes', 'carries-on: Larkfield Homes'],
      ['denial accused accused-answers'],
    ],
    [
      'a deed that only its denial tells of',
      'Larkfield Homes has denied bribing a surveyor of the lifts.\n\nThey are to be tested in June, officials said.',
      ['denied-deed: Larkfield Homes'],
      ['denial accused accused-answers'],
    ],
    [
      'an account of whoever flatly denies it, without a word of wrong',
      'Two anglers said Ostrava Stone emptied its pond into the stream after dark.\n\nOstrava Stone said the story was invented.',
      ['answered-account: Ostrava Stone'],
      ['denial accused accused-answers'],
    ],
    [
      'who holds an office that is told with what it is of',
      'Tenants accused the warden of the lock, Ivo Petrak, of taking bribes.\n\nPetrak denied the allegation.',
      ['accuses: the warden'],
      ['denial accused accused-answers'],
    ],
    [
      'who is named only after the charge',
      'Tenants accused the housing officer of taking bribes. They named the officer as Ivo Petrak.\n\nPetrak insisted that every flat was let by lot.',
      ['accuses: the housing officer'],
      ['response accused accused-answers'],
    ],
    [
      'an officer of the accused body, whatever the office is called',
      'Fishermen accused the coast guard of sinking a boat.\n\nIts commander, Owen Tarrant, insisted that the boat was empty.',
      ['accuses: the coast guard'],
      ['response spokesperson speaks-for-accused'],
    ],
    [
      'a charge that comes after its answer',
      'Judge Petra Vos denied an allegation by two clerks on Monday.\n\nThe clerks said last week that the judge kept a file in her car for a year.',
      ['answered-account: Judge Petra Vos'],
      ['denial accused accused-answers'],
    ],
    [
      'an apposition behind the accused, and a judgement of the charge',
      'Growers blamed Ostrava Stone, a quarry firm, for poisoning the stream.\n\nOstrava Stone dismissed this as fantasy.',
      ['accuses: Ostrava Stone'],
      ['denial accused accused-answers'],
    ],
    [
      'an attempt of which no answer is told, in words that are no claim’s',
      'Growers accused Ostrava Stone of poisoning the stream.\n\nOstrava Stone has been approached for comment.',
      ['accuses: Ostrava Stone'],
      ['unreachable accused accused-answers'],
    ],
  ])('finds %s', async (_, text, wanted, answers) => {
    const { accused, replies } = await link(text)
    expect(accused).toEqual(wanted)
    expect(replies.toSorted()).toEqual(answers.toSorted())
  })

  it.each([
    'Larkfield Homes has denied everything.',
    'Larkfield Homes has denied planning a tower of flats.',
    'Larkfield Homes has denied that it would leave the town.',
  ])('takes for no deed what is none: %s', async text => {
    expect((await link(text)).accused).toEqual([])
  })

  it('takes no deed from a denial where somebody else tells of it', async () => {
    const { accused } = await link(
      'Larkfield Homes has denied bribing a surveyor of the lifts.\n\nTenants accused Larkfield Homes of bribing him in May.',
    )
    expect(accused).toEqual(['accuses: Larkfield Homes'])
  })

  it('takes who speaks of “she” for somebody else than her', async () => {
    const { replies } = await link(
      'Adaeze Obi, prosecuting, said Maureen Talbot stole five rings. “She counted on the families being too sad to ask,” she said.\n\nTalbot denies theft.',
    )
    expect(replies.filter(reply => reply.startsWith('response'))).toEqual([])
  })

  it('gives words that are no claim’s a place in code points', async () => {
    const { record } = await link(
      '😀 Growers accused Ostrava Stone of poisoning the stream.\n\nOstrava Stone hit back.',
    )
    const [reply] = linkReplies(record).replies
    expect([...record.article.text].slice(reply?.span.start, reply?.span.end).join('')).toBe('hit back')
    expect(reply?.replyId).toBe(`${record.article.id.slice(0, 20)}:${reply?.span.start}-${reply?.span.end}`)
  })

  it('counts offsets in code points', async () => {
    const { accusations, record } = await link('😀 Growers accused Harlow Mills of tampering with scales.')
    const { start, end, text } = accusations[0]?.accused ?? { start: 0, end: 0, text: '' }
    expect([...record.article.text].slice(start, end).join('')).toBe(text)
    expect(text).toBe('Harlow Mills')
  })
})
