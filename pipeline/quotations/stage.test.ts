import { describe, expect, it } from 'vitest'
import { tokenise } from '../tokens/stage.ts'
import { findQuotations } from './stage.ts'

function quotationsIn(text: string) {
  return findQuotations(text, tokenise(text)).quotations
}

const innerOf = (text: string) =>
  quotationsIn(text).map(({ inner }) => inner.map(({ start, end }) => text.slice(start, end)).join(' / '))

describe('marks', () => {
  it.each([
    ['curly', '“It is so,” he said.', ['It is so,']],
    ['straight', '"It is so," he said.', ['It is so,']],
    ['doubled apostrophes', "''It is so,'' he said.", ['It is so,']],
    ['single curly', '‘It’s so,’ he said. ‘We’ll see.’', ['It’s so,', 'We’ll see.']],
    ['single straight', "'It's so,' said Ms O'Neil.", ["It's so,"]],
    ['guillemets turned inwards', '»It is so«, he said. (»Yes.«)', ['It is so', 'Yes.']],
    ['guillemets', '«It is so», he said.', ['It is so']],
    ['an opening mark typed for a closing one', '“It is so,“ he said. “Yes.”', ['It is so,', 'Yes.']],
    ['a closing mark typed for an opening one', '”It is so,” he said. ”Yes.”', ['It is so,', 'Yes.']],
    ['a mark with a space on its wrong side', '“It is so, “ he said, ”as ever.”', ['It is so,', 'as ever.']],
    ['marks with spaces inside', '“ It is so, ” he said.', ['It is so,']],
    ['low and high marks', '„It is so“, he said. „Yes,“ he added.', ['It is so', 'Yes,']],
    ['a missing closing mark before a cue', '“It is so, said Ann Lee. “Yes.”', ['It is so,', 'Yes.']],
    ['a missing closing mark elsewhere', '“It is so. “Yes.”', ['It is so.', 'Yes.']],
  ])('%s', (_, text, inner) => {
    expect(innerOf(text)).toEqual(inner)
  })

  it('does not take apostrophes for marks', () => {
    expect(innerOf("The '90s and the boys' coats weren't hers.")).toEqual([])
  })

  it('nests single marks in double ones', () => {
    const [outer, inner] = quotationsIn('“She called it ‘a joke’ and left.”')
    expect(outer?.parent).toBeNull()
    expect(inner?.parent).toBe(0)
  })
})

describe('paragraphs', () => {
  it('joins speech whose every paragraph opens with a mark', () => {
    expect(innerOf('“One.\n\n“Two.\n\n“Three,” she said.')).toEqual(['One. / Two. / Three,'])
  })

  it('closes an unbalanced quotation at the end of its paragraph', () => {
    const text = '“We left at once.\n\nNobody stayed.'
    const [only] = quotationsIn(text)
    expect(only?.balanced).toBe(false)
    expect(text.slice(only?.start, only?.end)).toBe('“We left at once.')
  })
})

it('says which tokens it holds', () => {
  const text = 'He said “no way” twice.'
  const layer = tokenise(text)
  const [only] = findQuotations(text, layer).quotations
  expect(layer.tokens.slice(only?.firstToken, only?.endToken).map(token => token.text)).toEqual(['“', 'no', 'way', '”'])
})
