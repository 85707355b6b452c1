import { describe, expect, it } from 'vitest'
import { titleOf } from './title.ts'

describe('titleOf', () => {
  it.each([
    ['Minister quits over dam\n\nLUSAKA — The minister …', 'Minister quits over dam'],
    ['\n  Minister: ‘I never knew’  \r\n\r\nThe minister …', 'Minister: ‘I never knew’'],
    ['# Dam report\nThe minister …', 'Dam report'],
    ['Dam report\n==========\nThe minister …', 'Dam report'],
    [`Minister quits over dam\n${'The minister quit. '.repeat(12)}\nHe said so.`, 'Minister quits over dam'],
  ])('takes a short first line that is set off: %j', (text, title) => {
    expect(titleOf(text)).toBe(title)
  })

  it.each([
    ['a sentence', 'The minister quit.\n\nHe said so.'],
    ['a sentence in quotation marks', '“I quit.”\n\nHe said so.'],
    ['a line that the text continues', 'The minister quit over\nthe dam, he said.'],
    ['a line that introduces the next', 'The minister said:\n\n“I quit.”'],
    ['one that a wrapped paragraph follows', `Minister quits over\n${'the dam '.repeat(9)}\nsaid so.`],
    ['a word above a paragraph', `LUSAKA\n${'The minister quit. '.repeat(12)}`],
    ['a byline above a paragraph', `By a staff reporter\n${'The minister quit. '.repeat(12)}`],
    ['the only line', 'Minister quits over dam\n'],
    ['a long line', `${'very '.repeat(40)}long\n\nText.`],
    ['one long line of a large text', 'word '.repeat(100_000)],
  ])('is null for %s', (_name, text) => {
    expect(titleOf(text)).toBeNull()
  })

  it('takes what stands above a byline whatever it ends with', () => {
    expect(titleOf('Did the minister quit?\nHe did, he said.\n', true)).toBe('Did the minister quit?')
    expect(titleOf('The minister quit.\n\nHe did, he said.\n', true)).toBe('The minister quit.')
  })
})
