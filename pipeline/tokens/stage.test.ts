import { describe, expect, it } from 'vitest'
import { tokenise } from './stage.ts'

const sentencesOf = (text: string) => tokenise(text).sentences.map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  it.each([
    [
      'an abbreviated state in parentheses',
      'Sen. Ann Lee (D-Wis.) voted no. She left.',
      ['Sen. Ann Lee (D-Wis.) voted no.', 'She left.'],
    ],
    ['an exclamation inside a quotation', '"Go!" he said. They went.', ['"Go!" he said.', 'They went.']],
    [
      'an abbreviation after a hyphen',
      'The India-U.S. talks failed. All left.',
      ['The India-U.S. talks failed.', 'All left.'],
    ],
    [
      'a letter that is no initial',
      'It cost £40m. The ministry paid. Anna B. Lee left.',
      ['It cost £40m.', 'The ministry paid.', 'Anna B. Lee left.'],
    ],
    ['a line break without a full stop', 'Looking ahead\nTalks go on.', ['Looking ahead', 'Talks go on.']],
  ])('are not split or joined by %s', (_, text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences)
  })

  it('end after "no." unless a number follows', () => {
    expect(sentencesOf('He said no. House Whip Tom Reyes said yes.')).toEqual([
      'He said no.',
      'House Whip Tom Reyes said yes.',
    ])
    expect(sentencesOf('She is no. 10 in the list. It rained.')).toEqual(['She is no. 10 in the list.', 'It rained.'])
  })

  it('keep the closing mark of a quotation', () => {
    expect(sentencesOf('“We left. It was late.” Nobody came.')).toEqual(['“We left.', 'It was late.”', 'Nobody came.'])
  })
})

describe('headings', () => {
  const headingsOf = (text: string) => tokenise(text).paragraphs.map(({ heading }) => heading)

  it('are short lines without final punctuation', () => {
    expect(
      headingsOf(
        'It rained all day in the valley. Then it snowed until nobody could leave the house.\nThe flood\nIt rose fast.',
      ),
    ).toEqual([false, true, false])
  })

  it('may be a sentence where an article begins', () => {
    expect(headingsOf('Minister denies the claim.\nShe said so.')[0]).toBe(true)
  })
})

it('reads a capitalised word after a name as part of the name', () => {
  const tokens = tokenise('On Monday Mr Cooper denied it.').tokens
  expect(tokens.find(({ text }) => text === 'Cooper')?.pos).toBe('PROPN')
})

it.each([
  ['The court rejected the plea, observing that it was late.', 'observing', 'VERB', 'observe'],
  ['He left on Friday, warning that it was dead.', 'warning', 'VERB', 'warn'],
  ['“Enough!” fumed the cook.', 'fumed', 'VERB', 'fume'],
  ['“Never,” snarled Ann Lee.', 'snarled', 'VERB', 'snarl'],
  ['He was “late” and tired of it.', 'tired', 'ADJ', 'tired'],
  ['They sold food, clothing that fits and boots.', 'clothing', 'NOUN', 'clothing'],
] as const)('reads as a verb what the tagger takes for none: %s', (text, word, pos, lemma) => {
  expect(tokenise(text).tokens.find(token => token.text === word)).toMatchObject({ pos, lemma })
})

it('covers words that wink-nlp drops', () => {
  const text = 'One\ufeff two\u2028three \f four'
  expect(tokenise(text).tokens.map(token => token.text.replace('\ufeff', ''))).toEqual(['One', 'two', 'three', 'four'])
})
