import { expect, it } from 'vitest'
import { createTextArticle } from '../read/article/create-text-article.ts'
import type { InputOutcome } from '../read/format.ts'
import { tellByHand } from './told-by-hand.ts'

const origin = {
  location: 'given:now/a.txt',
  file: 'given:now/a.txt',
  decodedHow: null,
  rawSha256: null,
  retrievedAt: null,
}

function outcomeOf(text: string): InputOutcome {
  const article = createTextArticle(text, {
    title: 'First',
    byline: 'Ida Holm',
    origins: { title: 'first line', byline: 'byline' },
  })
  return { outcome: 'article', article, leftOut: [], origin }
}

it('puts what is said by hand before what the text tells, and says so', () => {
  const [outcome] = tellByHand([outcomeOf('Rents rose.')], { title: ' The rent \n rises ', published: '2026-05-31' })
  if (outcome?.outcome !== 'article') throw new Error('no article')
  const { article } = outcome
  expect(article).toMatchObject({ title: 'The rent rises', byline: 'Ida Holm', publishedAt: '2026-05-31' })
  expect(article.origins).toEqual({ title: 'given by hand', byline: 'byline', publishedAt: 'given by hand' })
  expect(article.text).toBe('Rents rose.')
})

it('says it of none of several', () => {
  const outcomes = [outcomeOf('Rents rose.'), outcomeOf('Rents fell.')]
  expect(tellByHand(outcomes, { title: 'Other' })).toEqual(outcomes)
})

it('refuses a date that is none', () => {
  expect(() => tellByHand([outcomeOf('Rents rose.')], { published: 'the other day' })).toThrow(
    '“the other day” is no date of publication',
  )
})
