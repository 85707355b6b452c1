import { expect, it } from 'vitest'
import type { Mention } from '../../src/domain/layers.ts'
import { bracketedText } from '../../test/support/bracketed-text.ts'
import { toMention, toOfficeMention } from '../entities/to-mention.ts'
import { tokenise } from '../tokens/stage.ts'
import { joinPeople } from './join-people.ts'

/**
 * Who is who in a text whose people stand in brackets: `[person …]` by name, `[titled …]` by a title of one word and a name,
 * `[office …]` by an office alone. Each person as the words of all mentions.
 */
function join(marked: string): string[] {
  const { text, spans } = bracketedText(marked)
  const { tokens } = tokenise(text)
  const mentions = Object.entries(spans).flatMap(([form, found]) =>
    found.map(({ start, end }): Mention => {
      const from = tokens.findIndex(token => token.end > start)
      const to = tokens.findLastIndex(token => token.start < end) + 1
      if (form === 'office') return toOfficeMention(tokens, { from, to }, 'person')
      return toMention(tokens, { from, nameFrom: form === 'titled' ? from + 1 : from, to }, 'person')
    }),
  )
  mentions.sort((a, b) => a.start - b.start)
  return joinPeople(text, tokens, mentions).map(person =>
    person.mentions.map(({ start, end }) => text.slice(start, end)).join(', '),
  )
}

it.each([
  [
    'whoever has the title',
    'Then [titled Secretary Moss] left. Later the [office Secretary] came.',
    ['Secretary Moss, Secretary'],
  ],
  [
    'two of one name by what they do, and each surname with the last',
    'The vote fell. [person Jon Quill], the mayor, left. [person Quill] slept. [person Jon Quill], a plumber from Kent, came. [person Quill] sat.',
    ['Jon Quill, Quill', 'Jon Quill, Quill'],
  ],
  [
    'two of one name by their age, and who is that old with them',
    'The [person Jon Quill], 34, left. [person Jon Quill], 61, came. [person Jon Quill], 34, slept.',
    ['Jon Quill, Jon Quill', 'Jon Quill'],
  ],
  [
    'one who is a parent, was something else and is called the same again',
    'The [person Jon Quill], a baker, left. [person Jon Quill], a father of two, came. [person Jon Quill], a former plumber, sat. [person Jon Quill], a baker in Kent, slept.',
    ['Jon Quill, Jon Quill, Jon Quill, Jon Quill'],
  ],
  ['the one in apposition', 'The [office President], [person Una Moss], left.', ['President, Una Moss']],
  [
    'one whom nothing names, at every mention',
    'The [office Speaker] left. The [office Speaker] came.',
    ['Speaker, Speaker'],
  ],
  [
    'not who stands in for the holder',
    'Then [titled Premier Moss] met [person Bo Roy], the deputy premier, and the [office Premier] left.',
    ['Bo Roy', 'Premier Moss, Premier'],
  ],
  [
    'not who has another office',
    'Mr [office President], [titled Governor Moss], we begin.',
    ['Governor Moss', 'President'],
  ],
  [
    'not the present holder, where another is introduced',
    'Then [titled Speaker Moss] left. A former [office Speaker] came.',
    ['Speaker Moss', 'Speaker'],
  ],
])('takes an office for %s', (_, marked, expected) => {
  expect(join(marked).toSorted()).toEqual(expected.toSorted())
})
