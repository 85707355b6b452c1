import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { generateDocuments, WITH_EXAMPLES } from './docs/generated.ts'
import { withLastDigitsOf } from './docs/last-digits.ts'
import { fillExamples } from './docs/readme-examples.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

describe('documents with examples', () => {
  it('show what the program prints now (otherwise: npm run docs)', async () => {
    const files = await generateDocuments(path => WITH_EXAMPLES.includes(path))
    for (const { path, text } of files)
      expect(withLastDigitsOf(read(path), text), `${path}: npm run docs makes it anew`).toBe(text)
  }, 600_000)

  it('may have other last digits than on another processor, and nothing else', () => {
    const shown = 'Run 1: 771 claims.\nbelief   9  0.76\n'
    for (const now of ['Run 1: 770 claims.\nbelief  10  0.77\n', 'Run 1: 764 claims.\nbelief   9  0.74\n'])
      expect(withLastDigitsOf(shown, now)).toBe(now)
    for (const now of [
      'Run 1: 771 claims.\nbelief  12  0.76\n',
      'Run 1: 751 claims.\nbelief   9  0.76\n',
      'Run 1: 771 claims.\nbelief   9  0.79\n',
      'Run 1: 771 claims.\nfeeling   9  0.76\n',
      'Run 1: 771 claims.\nbelief   9\n',
    ])
      expect(withLastDigitsOf(shown, now)).toBe(shown)
  })

  it('name no place or moment of the machine that made them', () => {
    const readme = read('README.md')
    expect(readme).not.toContain(root)
    expect(readme).not.toMatch(/hearsay-docs-/)
    expect(readme).not.toMatch(/\d\d:\d\d:\d\d/)
  })

  it('have the commands of an example run in order, and what they printed replaced', async () => {
    const before = 'a\n<!-- example -->\n```console\n$ one\nold\n\n$ two \\\n  three\n```\n<!-- /example -->\nb\n'
    const filled = await fillExamples(before, async command => `<${command}>`)
    expect(filled).toBe(
      'a\n<!-- example -->\n```console\n$ one\n<one>\n\n$ two \\\n  three\n<two three>\n```\n<!-- /example -->\nb\n',
    )
    expect(await fillExamples(filled, async command => `<${command}>`)).toBe(filled)
  })
})
