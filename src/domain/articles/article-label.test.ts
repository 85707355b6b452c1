import { expect, it } from 'vitest'
import { labelOfUri } from './article-label.ts'

it.each([
  ['corpus/budget.txt', 'budget.txt'],
  ['../x/arr.json#/0', 'arr.json#/0'],
  ['feed.xml#https://example.org/a/b', 'feed.xml#https://example.org/a/b'],
  ['https://www.example.org/2026/05/harbour-vote', 'example.org/harbour-vote'],
  ['https://example.org/a/', 'example.org/a'],
  ['https://example.org/a/?p=12', 'example.org/a?p=12'],
  ['https://example.org/?p=12', 'example.org/?p=12'],
  ['http://example.org', 'example.org'],
  ['urn:newsml:example.org:20260531:a', 'urn:newsml:example.org:20260531:a'],
  ['-', '-'],
  ['-#3', '-#3'],
])('calls %s %s', (uri, label) => {
  expect(labelOfUri(uri)).toBe(label)
})
