import { describe, expect, it } from 'vitest'
import type { Voice } from '../../../src/domain/layers.ts'
import { createTextArticle } from '../../../src/read/article/create-text-article.ts'
import { rulesEngine } from '../../attributions/rules/engine.ts'
import { arrangeStages } from '../../stages.ts'

const stages = arrangeStages(rulesEngine)

async function voiceOf(text: string, name: string): Promise<Voice> {
  const { voices } = (await stages.run(createTextArticle(text))).voices
  const found = voices.find(voice => (voice.name ?? text.slice(voice.first.start, voice.first.end)) === name)
  if (found === undefined) throw new Error(`nobody is called ${name}: ${voices.map(({ name }) => name).join(', ')}`)
  return found
}

/** Brackets mark what has to come out: `[R …]` the role, `[A …]` the affiliation. */
async function expectTold(marked: string, name: string): Promise<void> {
  const text = marked.replace(/\[[RA] ([^\]]*)\]/g, '$1')
  const wanted = (letter: string) => new RegExp(`\\[${letter} ([^\\]]*)\\]`).exec(marked)?.[1] ?? null
  const { role, affiliation } = await voiceOf(text, name)
  const at = ({ span }: NonNullable<Voice['role']>) => (span === null ? null : text.slice(span.start, span.end))
  expect({ role: role && at(role), affiliation: affiliation && at(affiliation) }).toEqual({
    role: wanted('R'),
    affiliation: wanted('A'),
  })
}

describe('what somebody is', () => {
  it.each([
    ['a plural over a list of names', '[R Councillors] Ada Quom, Bo Lund and Cy Dahl said it rained.', 'Bo Lund'],
    ['a plural abbreviation', '[R Sens.] Ada Quom, Bo Lund and Cy Dahl said it rained.', 'Cy Dahl'],
    ['examples of a plural', 'Local [R farmers] such as Ada Quom and Bo Lund said it rained.', 'Ada Quom'],
    ['who leads a plural', '[R Hydrologists] led by Ada Quom said it rained.', 'Ada Quom'],
    ['a name that is given', 'A [R carpenter] named Ada Quom said it rained.', 'Ada Quom'],
    ['two offices', 'Ada Quom, the [R president and chief executive] of [A Tarn Mills], said it rained.', 'Ada Quom'],
    ['an office without an article', 'Ada Quom, who was [R treasurer] of Tarn Mills, said it rained.', 'Ada Quom'],
    ['an office that somebody serves as', 'Ada Quom, who served as [R treasurer], said it rained.', 'Ada Quom'],
    [
      'the second of two, where the first says nothing',
      'Ada Quom, a Tarn woman and former [R miner], said it rained.',
      'Ada Quom',
    ],
    ['a role without praise', 'The outspoken young [R lawyer] Ada Quom said it rained.', 'Ada Quom'],
    ['a relative, without whose', 'Ada Quom, the [R widow] of a miner, said it rained.', 'Ada Quom'],
    [
      'the sentence after one about them',
      'Ada Quom left early. The former Ohio [R senator] said it rained.',
      'Ada Quom',
    ],
  ])('takes %s', async (_, marked, name) => {
    const text = marked.replace(/\[[RA] ([^\]]*)\]/g, '$1')
    const wanted = /\[R ([^\]]*)\]/.exec(marked)?.[1]
    const { role } = await voiceOf(text, name)
    expect(role?.span && text.slice(role.span.start, role.span.end)).toBe(wanted)
  })

  it.each([
    ['blame', 'Ada Quom is a disgrace. Ada Quom said it rained.'],
    ['a wish', 'Should Ada Quom become mayor, it rains. Ada Quom said so.'],
  ])('is not %s', async (_, text) => {
    expect((await voiceOf(text, 'Ada Quom')).role).toBeNull()
  })
})

describe('whom somebody belongs to', () => {
  it.each([
    ['what drives a driver', 'Crane [R driver] Ada Quom said it rained.'],
    ['the field of a minister', '[R Culture Minister] Ada Quom said it rained.'],
    ['where somebody lives', 'Ada Quom, a [R nurse] from Leeds, said it rained.'],
    ['where somebody was born', 'Ada Quom, an Australian woman, said it rained.'],
    ['what an office is for', 'Secretary of Defense Ada Quom said it rained.'],
    ['an office', '[R Chief Justice] Ada Quom said it rained.'],
  ])('is not %s', async (_, marked) => {
    const text = marked.replace(/\[[RA] ([^\]]*)\]/g, '$1')
    expect((await voiceOf(text, 'Ada Quom')).affiliation).toBeNull()
  })

  it.each([
    ['a team that goes by its town', 'Accra Queens [R captain] Ada Quom said it rained.', 'Accra Queens'],
    ['a party, without where', 'The Leeds-based Labour [R strategist] Ada Quom said it rained.', 'Labour'],
    [
      'what a name goes on with',
      'Ada Quom, [R director] of Tarn Communities for Change, said it rained.',
      'Tarn Communities for Change',
    ],
  ])('is %s', async (_, marked, wanted) => {
    const text = marked.replace(/\[[RA] ([^\]]*)\]/g, '$1')
    expect((await voiceOf(text, 'Ada Quom')).affiliation?.value).toBe(wanted)
  })

  it('comes with the role', async () => {
    await expectTold('Ada Quom, [R host] of the [A BBC]’s evening show, said it rained.', 'Ada Quom')
  })
})
