import { describe, expect, it } from 'vitest'
import { scoredArticle, scoredPair } from '../../test/support/scored-article.ts'
import { countQuotedWords, markQuoted } from './quoted-words.ts'
import { scoreArticles } from './score.ts'
import { tokenise } from './words/tokenise.ts'

function quotedIn(text: string): string[] {
  const table = tokenise(text)
  const points = [...text]
  const marked = markQuoted(text, table)
  return [...marked.keys()]
    .filter(token => marked[token] === 1)
    .map(token => points.slice(table.starts[token], table.ends[token]).join(''))
}

describe('markQuoted', () => {
  it.each([
    ['straight marks', 'He said "we left" and "it rained", then sat.', 'we left it rained'],
    ['curly marks', 'He said “we left”. They sat.', 'we left'],
    ['low and high marks', '„We left,“ he said. „It rained“, he added.', 'We left It rained'],
    ['guillemets', 'He said « we left ». They sat.', 'we left'],
    ['two apostrophes', "He said ''we left'' and ``it rained''.", 'we left it rained'],
    ['letters outside the basic plane', '😀 “𝒜b c” d', '𝒜b c'],
  ])('knows %s', (_, text, words) => {
    expect(quotedIn(text).join(' ')).toBe(words)
  })

  it('goes on over paragraphs that each begin with a mark, and leaves out a stray one', () => {
    expect(quotedIn('“We left.\n\n“It rained,” he said.').join(' ')).toBe('We left It rained')
    expect(quotedIn('“We left.\n\nIt rained. He sat.')).toEqual([])
  })

  it('takes no single mark for one', () => {
    expect(quotedIn("The boys' boat, 'the Wren', sank.")).toEqual([])
  })
})

describe('countQuotedWords', () => {
  it('tells words of claims with a source from those without', () => {
    const text =
      '[content1 “We left at noon,”] [cue1 said] [source1 Ann]. [content2 “It rained a lot.”] [cue2 Reportedly]. “Nobody asked us.”'
    const article = scoredArticle(text, { 1: { naming: 'named' }, 2: { naming: 'unstated' } })
    expect(countQuotedWords([article])).toEqual({ words: 11, owned: 4, unstated: 4 })
  })

  it('leaves out passages of one or two words', () => {
    expect(countQuotedWords([scoredArticle('The “golden ticket” was “lost”.')]).words).toBe(0)
  })

  it('counts a word once, whoever claims it', () => {
    const article = scoredArticle('[content1 “We [content2 left at noon”]]', {
      1: { naming: 'unstated' },
      2: { naming: 'named' },
    })
    expect(countQuotedWords([article])).toEqual({ words: 4, owned: 3, unstated: 1 })
  })
})

it('measures direct recall over contents that stand wholly between marks', () => {
  const pair = scoredPair(
    '[content1 “We left,”] [cue1 said] [source1 Ann]. [content2 “It rained,”] [cue2 said] [source2 Bo]. [source3 Cy] [cue3 said] [content3 it “snowed”].',
    '[content1 “We left,”] [cue1 said] [source1 Ann]. “It rained,” said Bo. [source3 Cy] [cue3 said] [content3 it “snowed”].',
  )
  expect(scoreArticles([pair], { resamples: 0 }).direct).toMatchObject({ hit: 1, total: 2, share: 0.5 })
})
