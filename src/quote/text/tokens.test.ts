import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findTurns } from '../archives/transcript-turns.ts'
import { findQuotedPassages } from './quoted-passages.ts'
import { readTokens, toMarks } from './tokens.ts'

const keysOf = (text: string) => readTokens(text).list.map(({ key }) => key)

it.each([
  ['It’s the O‘Brien case', ["It's", 'the', "O'Brien", 'case']],
  ['1,000 at 3.5% or £5bn', ['1,000', 'at', '3.5', '%', 'or', '£', '5bn']],
  ['fell to -5, 10-20 came', ['fell', 'to', '-5', '10', '20', 'came']],
  ['−5 and –5', ['-5', 'and', '-5']],
  ['“[W]e will”', ['We', 'will']],
  ['cafe\u0301', ['café']],
  ['dis\u00adaster\u200b', ['disaster']],
  ['ﬁnal', ['final']],
  ['well-known—twice', ['well', 'known', 'twice']],
])('%j is read as %j', (text, keys) => {
  expect(keysOf(text)).toEqual(keys)
})

it.each([
  ['.” “', '.'],
  [' -- [...] ', '-…'],
  [' – ', '-'],
  [' . . . ', '…'],
  ['\n\n', ''],
  ['?!', '?!'],
])('marks %j are compared as %j', (between, marks) => {
  expect(toMarks(between)).toBe(marks)
})

it('says where each word stands, and keeps every letter and figure', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), text => {
      const { list, marks } = readTokens(text)
      expect(marks).toHaveLength(list.length + 1)
      let behind = 0
      for (const { start, end } of list) {
        expect(text.slice(behind, start)).not.toMatch(/[\p{L}\p{N}]/u)
        expect(end).toBeGreaterThan(start)
        behind = end
      }
      expect(text.slice(behind)).not.toMatch(/[\p{L}\p{N}]/u)
    }),
  )
})

it.each([
  ['He said “one” and "two".', ['one', 'two']],
  ['“One ‘inner’ one.”', ['One ‘inner’ one.']],
  ['‘It’s so,’ he said.', ['It’s so,']],
  ['the boys’ own «mot»', ['mot']],
  ['“First paragraph\n\n“second.”', ['First paragraph', 'second.']],
  ['“”', []],
])('quoted passages of %j are %j', (text, passages) => {
  expect(findQuotedPassages(text).map(({ start, end }) => text.slice(start, end))).toEqual(passages)
})

it.each([
  [
    'MAYOR LEE: We will.\nQ: Why?\n',
    [
      ['MAYOR LEE', 'We will.'],
      ['Q', 'Why?'],
    ],
  ],
  [
    '**Ann Lee:** One.\n\nTwo.\n[00:01:02] Bob Roy (via video): Three.',
    [
      ['Ann Lee', 'One.Two.'],
      ['Bob Roy', 'Three.'],
    ],
  ],
  ['The list: one.\nAnd so he said: no.', []],
  ['Note: one label is none.', []],
])('turns of %j', (text, turns) => {
  const found = findTurns(text).map(({ speaker, spans }) => [
    speaker,
    spans.map(({ start, end }) => text.slice(start, end)).join(''),
  ])
  expect(found).toEqual(turns)
})
