import { describe, expect, it } from 'vitest'
import { tokenise } from '../tokens/stage.ts'
import { isOthersRole, readDescribedRole, readRole } from './other-role.ts'

function isOther(description: string, noun: string, roles: readonly string[]): boolean {
  const { tokens } = tokenise(`${description} said it rained.`)
  const head = tokens.findIndex(({ lower }) => lower === noun)
  return isOthersRole(readDescribedRole(tokens, 0, head), roles.map(readRole))
}

describe('a description means another', () => {
  it.each([
    ['of another department', 'The transport minister', 'minister', ['tourism minister']],
    ['of another department behind "of"', 'The minister of transport', 'minister', ['minister for tourism']],
    ['of other forces', 'The army chief', 'chief', ['navy chief']],
    ['of another nation', 'The Danish ambassador', 'ambassador', ['norwegian ambassador']],
    ['who leads other people', 'The Labour leader', 'leader', ['conservative leader']],
    ['who only stands in', 'The mayor', 'mayor', ['deputy mayor']],
    ['for whom another stands in', 'The vice president', 'president', ['president']],
    ['of another firm by the same title', 'The Zennor chief executive', 'executive', ['chief executive of acme']],
    ['of another country', 'The Kenyan president', 'president', ['president of zambia']],
    ['who holds the office now', 'The president', 'president', ['former president']],
    ['who is called so of two by any word', 'The water engineer', 'engineer', ['a former rail engineer']],
  ])('%s', (_, description, noun, roles) => {
    expect(isOther(description, noun, roles)).toBe(true)
  })
})

describe('a description may mean somebody', () => {
  it.each([
    ['of the same department', 'The transport minister', 'minister', ['the new minister of transport']],
    ['in another spelling', 'The defense minister', 'minister', ['defence minister']],
    ['without department', 'The minister', 'minister', ['tourism minister']],
    ['of whom no department is told', 'The transport minister', 'minister', ['minister']],
    ['with two offices', 'The tourism minister', 'minister', ['transport minister', 'minister of tourism and sport']],
    ['by age and praise', 'The embattled young minister', 'minister', ['tourism minister']],
    ['by a body of any sort', 'The party leader', 'leader', ['labour leader']],
    ['by nation beside department', 'The Danish minister', 'minister', ['tourism minister']],
    ['of a longer department', 'The health secretary', 'secretary', ['health and social care secretary']],
    ['by another office', 'The transport minister', 'minister', ['tourism secretary']],
    ['of the same country', 'The Zambian president', 'president', ['president of zambia']],
    ['who held it once', 'The former president', 'president', ['former president', 'president']],
    ['of any rank', 'The professor', 'professor', ['assistant professor']],
  ])('%s', (_, description, noun, roles) => {
    expect(isOther(description, noun, roles)).toBe(false)
  })
})
