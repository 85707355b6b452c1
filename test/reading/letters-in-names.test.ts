import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { faultsOf, type ReadingCase } from './read-claims.ts'

const CASES: readonly ReadingCase[] = [
  {
    text: 'Council\n\nŁukasz Wiśniewski said it rained. Jiří Dvořák agreed that it did. President Recep Çağlar Şahin said it was dry.',
    claims: [
      { name: 'Łukasz Wiśniewski', cue: 'said' },
      { name: 'Jiří Dvořák', cue: 'agreed' },
      { name: 'Recep Çağlar Şahin', cue: 'said' },
    ],
  },
  {
    text: 'Council\n\nTrần Văn Đức told reporters it rained. “It was dry,” said Đorđe Živković.',
    claims: [
      { name: 'Trần Văn Đức', cue: 'told', addressee: 'reporters' },
      { name: 'Đorđe Živković', content: 'It was dry' },
    ],
  },
  {
    text: 'Council\n\nSheikh Mohammed bin Saif al-Harthy said the port would open. Prince Turki bin Khalid al-Noor said it was open.',
    claims: [{ name: 'Mohammed bin Saif al-Harthy' }, { name: 'Turki bin Khalid al-Noor' }],
  },
  {
    text: 'Port\n\nSafe Roads Orle (@saferoadsorle): “The bridge is closed until further notice.”',
    claims: [{ name: 'Safe Roads Orle', content: 'The bridge is closed until further notice.' }],
    absent: [{ name: 'Roads Orle', content: 'Safe' }],
  },
]

describe.skipIf(!hasRuntime())('names with letters of other languages', () => {
  it.each(CASES)('$text', async one => {
    expect(await faultsOf(one)).toEqual([])
  })
})
