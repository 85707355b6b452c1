import { expect, it } from 'vitest'
import type { Token } from '../../src/domain/layers.ts'
import { headOfCue, lemmaOfCue } from './cue-lemma.ts'

const token = (lemma: string, pos: Token['pos']): Token => ({
  ...{ start: 0, end: lemma.length, text: lemma, lower: lemma, sentence: 0 },
  ...{ lemma, pos },
})

it.each([
  ['requested', 'request'],
  ['argued', 'argue'],
  ['admitted', 'admit'],
  ['denied', 'deny'],
  ['beloved', 'beloved'],
  ['red', 'red'],
])('takes the ending off %s where that leaves a cue', (word, lemma) => {
  expect(lemmaOfCue(token(word, 'ADJ'))).toBe(lemma)
})

it('leaves to the tagger what it knows as a verb', () => {
  expect(lemmaOfCue(token('said', 'VERB'))).toBe('said')
})

it.each([
  ['has/AUX been/AUX seeking/VERB', 'been', 'seeking'],
  ['is/AUX also/ADV likely/ADJ to/PART highlight/VERB', 'also', 'highlight'],
  ['is/AUX wary/ADJ of/ADP', 'is', 'wary'],
  ['have/VERB told/VERB', 'have', 'told'],
  ['According/VERB to/ADP', 'According', 'According'],
  ['was/AUX quoted/VERB as/ADP saying/VERB', 'quoted', 'quoted'],
  ['is/AUX', 'is', 'is'],
])('turns %s on a word that says something', (cue, likeliest, head) => {
  const tokens = cue.split(' ').map(word => {
    const [text, pos] = word.split('/') as [string, Token['pos']]
    return token(text, pos)
  })
  expect(headOfCue(tokens.find(({ text }) => text === likeliest) as Token, tokens).text).toBe(head)
})
