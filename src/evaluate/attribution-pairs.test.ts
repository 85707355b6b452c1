import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { scoredArticle } from '../../test/support/scored-article.ts'
import { readAttributionPairs, scoreAttributionPairs } from './attribution-pairs.ts'

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-pairs-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

const text = 'Officials said it rained. Nobody asked.'
const gum = JSON.stringify({ name: 'rain', text, attributions: [{ satellite: [0, 14], nucleus: [15, 24] }] })

it('counts a pair as found when cue or source touch the satellite and content the nucleus', () => {
  const [gold] = readAttributionPairs(folderWith({ 'rain.json': gum }))
  const recallOf = (marked: string) =>
    scoreAttributionPairs([{ gold: gold as NonNullable<typeof gold>, predicted: scoredArticle(marked) }]).recall
  expect(recallOf('[source Officials] said [content it rained]. Nobody asked.')).toBe(1)
  expect(recallOf('Officials [cue said] it [content rained]. Nobody asked.')).toBe(1)
  expect(recallOf('[source Officials] [cue said] it rained. [content Nobody] asked.')).toBe(0)
  expect(recallOf('Officials said [content it rained]. [source Nobody] asked.')).toBe(0)
})

it.each([
  ['a folder without articles', {}, /holds no \.json article/],
  ['a file of another kind', { 'a.json': '{}' }, /is no GUM article/],
])('refuses %s', (_, files, message) => {
  expect(() => readAttributionPairs(folderWith(files))).toThrow(message)
})
