import { expect, it } from 'vitest'
import type { Mention } from '../../src/domain/layers.ts'
import type { ProposedAttribution } from './found.ts'
import { takeWholeNames } from './whole-names.ts'

const text = 'Downing Street declined. Robert “Buzz” Lindqvist spoke. Mayor Ann Lee left.'
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const mention = (words: string): Mention => ({
  ...spanOf(words),
  type: 'person',
  firstToken: 0,
  endToken: 1,
  name: spanOf(words),
  role: null,
})
const read = (source: string, content: string | null, mentions: readonly Mention[]) => {
  const attribution = {
    cue: [],
    source: [spanOf(source)],
    content: content === null ? [] : [spanOf(content)],
  } as unknown as ProposedAttribution
  return takeWholeNames(attribution, mentions).source.map(({ start, end }) => text.slice(start, end))
}

it('widens a source to the names that it cuts', () => {
  expect(read('Street', null, [mention('Downing Street')])).toEqual(['Downing Street'])
  expect(read('Buzz” Lind', null, [mention('Robert “Buzz” Lindqvist')])).toEqual(['Robert “Buzz” Lindqvist'])
})

it('widens a title to the name behind it', () => {
  const mayor = { ...mention('Mayor Ann Lee'), name: spanOf('Ann Lee') }
  expect(read('Mayor', null, [mayor])).toEqual(['Mayor Ann Lee'])
})

it('leaves a source that cuts no name', () => {
  expect(read('Street', null, [mention('Robert')])).toEqual(['Street'])
})

it('takes nothing away from the content', () => {
  expect(read('Street', 'Downing', [mention('Downing Street')])).toEqual(['Street'])
})
