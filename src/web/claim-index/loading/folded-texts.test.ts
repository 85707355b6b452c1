import fc from 'fast-check'
import { expect, it } from 'vitest'
import { searchTerms } from '../../../store/full-text/search-terms.ts'
import { FoldedTexts } from './folded-texts.ts'

const find = (texts: FoldedTexts, search: string) => searchTerms(search).map(term => [...texts.find(term)])

it('finds words, phrases and beginnings, whatever their case and accents', () => {
  const texts = FoldedTexts.of([
    ['Café to close', 'Ida Holm'],
    ['A cafeteria opens', null],
    [null, null],
    ['To close or not: Holm says', 'Ida'],
  ])
  expect(find(texts, 'cafe cafe* "to close" "ida holm" "close ida"')).toEqual([[0], [0, 1], [0, 3], [0], []])
  expect(texts.length).toBe(4)
})

it('finds in each entry what a look at its words finds', () => {
  const word = fc.constantFrom('a', 'b', 'ab', 'É', 'ba', 'x y')
  const entry = fc.array(word, { maxLength: 4 }).map(words => [words.join(' ')])
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 12 }),
      fc.constantFrom('a', 'ab', 'e', 'a*', '"a b"', 'b'),
      (entries, search) => {
        const [term] = searchTerms(search)
        if (term === undefined) return
        const wanted = ` ${term.words.join(' ')}${term.isPrefix ? '' : ' '}`
        const expected = entries.flatMap(([text = ''], place) =>
          ` ${text.toLowerCase().replaceAll('é', 'e')} `.includes(wanted) ? [place] : [],
        )
        expect([...FoldedTexts.of(entries).find(term)]).toEqual(expected)
      },
    ),
  )
})

it('orders entries by their letters', () => {
  const texts = FoldedTexts.of([['Beta'], ['alpha'], ['ALPHA beta'], ['Alpha'], []])
  expect([...texts.inOrder()]).toEqual([4, 1, 3, 2, 0])
})
