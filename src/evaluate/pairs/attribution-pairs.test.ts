import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { scoredArticle } from '../../../test/support/scored-article.ts'
import { type PairedArticle, readAttributionPairs, scoreAttributionPairs } from './attribution-pairs.ts'

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-pairs-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

const text = 'Officials said it rained. Nobody asked.'
const gum = JSON.stringify({ name: 'rain', text, attributions: [{ satellite: [0, 14], nucleus: [15, 24] }] })

it('counts a pair as found when cue or source touch the satellite and content the nucleus', () => {
  const [gold] = readAttributionPairs([folderWith({ 'rain.json': gum })])
  const recallOf = (marked: string) =>
    scoreAttributionPairs([{ gold: gold as NonNullable<typeof gold>, predicted: scoredArticle(marked) }]).recall
  expect(recallOf('[source Officials] said [content it rained]. Nobody asked.')).toBe(1)
  expect(recallOf('Officials [cue said] it [content rained]. Nobody asked.')).toBe(1)
  expect(recallOf('[source Officials] [cue said] it rained. [content Nobody] asked.')).toBe(0)
  expect(recallOf('Officials said [content it rained]. [source Nobody] asked.')).toBe(0)
})

describe('the speaker', () => {
  const text = 'Mayor Ann Lee said it rained. She said it poured. Nobody asked.'
  const mentions = [
    { start: 0, end: 13, type: 'person', chain: '1', named: true, name: [0, 13] },
    { start: 30, end: 33, type: 'person', chain: '1', named: false, name: null },
    { start: 50, end: 56, type: 'person', chain: '2', named: false, name: null },
  ]
  const attributions = [
    { satellite: [0, 18], nucleus: [19, 28] },
    { satellite: [30, 38], nucleus: [39, 48] },
    { satellite: [50, 62], nucleus: [39, 48] },
  ]
  const [gold] = readAttributionPairs([
    folderWith({ 'lee.json': JSON.stringify({ name: 'lee', text, attributions, mentions }) }),
  ]) as [PairedArticle]
  const speakerOf = (first: string | null, second: string | null) =>
    scoreAttributionPairs([
      {
        gold,
        predicted: scoredArticle(
          '[source1 Mayor Ann Lee] [cue1 said] [content1 it rained]. [source2 She] [cue2 said] [content2 it poured]. Nobody asked.',
          { 1: { entity: first }, 2: { entity: second } },
        ),
      },
    ]).speaker

  it('is right by any name of whoever it is, also where the source is a pronoun', () => {
    expect(speakerOf('Ann Lee', 'Lee')).toEqual({ total: 2, found: 2, given: 2, right: 2, precision: 1, recall: 1 })
  })

  it('is wrong by another name, and missing without one', () => {
    expect(speakerOf('Bo Roy', null)).toEqual({ total: 2, found: 2, given: 1, right: 0, precision: 0, recall: 0 })
    expect(speakerOf('Ann Lee', null)).toMatchObject({ given: 1, right: 1, precision: 1, recall: 0.5 })
  })

  it('is that of the claim that shares most with the unit', () => {
    const rest = '. She said it poured. Nobody asked.'
    const part = scoredArticle(`Mayor [source Ann Lee] said [content it rained]${rest}`, { 1: { entity: 'Bo Roy' } })
    const whole = scoredArticle(`[source Mayor Ann Lee] [cue said] [content it rained]${rest}`, {
      1: { entity: 'Ann Lee' },
    })
    const predicted = { ...part, attributions: [...part.attributions, ...whole.attributions] }
    expect(scoreAttributionPairs([{ gold, predicted }]).speaker).toMatchObject({ found: 1, right: 1 })
  })
})

it.each([
  ['a folder without articles', {}, /holds no \.json file/],
  ['a file of another kind', { 'a.json': '{}' }, /is no GUM article/],
])('refuses %s', (_, files, message) => {
  expect(() => readAttributionPairs([folderWith(files)])).toThrow(message)
})
