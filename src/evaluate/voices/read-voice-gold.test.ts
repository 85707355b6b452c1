import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readVoiceGold } from './read-voice-gold.ts'

const folder = mkdtempSync(join(tmpdir(), 'hearsay-voices-'))
afterAll(() => rmSync(folder, { recursive: true }))

const text = '😀 Ada Roy said no.'
const hash = createHash('sha256').update(text).digest('hex')
const VOICE = {
  ...{ id: 1, corpus: 'mine', document: 'no.txt', start: 2, end: 9, head: [6, 9], people: true },
  ...{ type: 'worker', function: 'subject', gender: 'woman', gender_by: 'name', role: [], affiliation: [[2, 5]] },
}
writeFileSync(join(folder, 'no.txt'), text)
writeFileSync(join(folder, 'no.json'), JSON.stringify({ text }))

function fileWith(voice: object, more: object = {}): string {
  const path = join(folder, 'voices.json')
  const documents = { mine: { 'no.txt': hash }, gum: { no: hash } }
  writeFileSync(path, JSON.stringify({ folders: { mine: '.' }, documents, voices: [{ ...VOICE, ...voice }], ...more }))
  return path
}

it('reads voices with the article that lies beside them', () => {
  const { articles, leftOut } = readVoiceGold(fileWith({}), {})
  expect(articles).toMatchObject([
    {
      name: 'no.txt',
      text,
      voices: [{ head: { start: 6, end: 9 }, genderBy: 'name', affiliation: [{ start: 2, end: 5 }] }],
    },
  ])
  expect(leftOut).toEqual([])
})

it('reads articles of a corpus from the folder that is given', () => {
  const file = fileWith({ corpus: 'gum', document: 'no' })
  expect(readVoiceGold(file, { gum: folder }).articles).toMatchObject([{ name: 'no', text }])
  expect(() => readVoiceGold(file, {})).toThrow(/is about articles of gum: say where they are \(--gum FOLDER\)\.$/)
})

describe('a file that does not fit', () => {
  it.each([
    [{ type: 'wizard' }, 'voice 1 has the unknown type "wizard"; correct the gold.'],
    [{ head: [6, 90] }, 'voice 1 has the span [6,90], which is none of its article; correct the gold.'],
    [{ role: 'pilot' }, 'voice 1 has no list of spans for role; correct the gold.'],
    [{ document: 'yes.txt' }, 'yes.txt cannot be read (ENOENT); check the path.'],
  ])('%j is refused', (wrong, message) => {
    expect(() => readVoiceGold(fileWith(wrong), {})).toThrow(message)
  })

  it('is refused when the article has changed', () => {
    const file = fileWith({}, { documents: { mine: { 'no.txt': 'another' } } })
    expect(() => readVoiceGold(file, {})).toThrow('mine/no.txt has another text than the gold was made for (SHA-256)')
  })
})
