import { describe, expect, it } from 'vitest'
import { sameEntity } from './entity-name.ts'

describe('sameEntity', () => {
  it.each([
    ['Donald Trump', 'donald trump'],
    ['Coast Guard', 'the Coast Guard'],
    ['Washington (the United States government)', 'Washington'],
    ['Washington (the United States government)', 'U.S. government'],
    ['Nairobi (the government of Kenya)', 'Kenya government'],
    ['U.S. Army', 'US Army'],
    ['J. K. Mwangi', 'J K Mwangi'],
    ['नेहा (Neha)', 'नेहा'],
    ['Bank (Ltd)', 'Bank (Ltd)'],
  ])('%s is %s', (gold, predicted) => {
    expect(sameEntity(gold, predicted)).toBe(true)
  })

  it.each([
    ['Donald Trump', 'Trump'],
    ['Donald Trump', 'Donald Trump Jr'],
    ['Washington (the United States government)', 'Washington Post'],
    ['Nairobi (the government of Kenya)', 'Kenya'],
  ])('%s is not %s', (gold, predicted) => {
    expect(sameEntity(gold, predicted)).toBe(false)
  })
})
