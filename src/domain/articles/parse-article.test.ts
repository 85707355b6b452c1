import { expect, it } from 'vitest'
import { buildArticle } from '../../../test/support/article-record.ts'
import { parseArticle } from './parse-article.ts'

const article = buildArticle('The lock was shut.', {
  modifiedAt: '2026-03-05T09:00:00Z',
  section: 'Harbour',
  origins: { section: 'breadcrumbs' },
})

it('gives the article that was kept, frozen', () => {
  const parsed = parseArticle(JSON.stringify(article))
  expect(parsed).toEqual(article)
  expect([parsed, parsed.warnings, parsed.origins].every(Object.isFrozen)).toBe(true)
})

it('fills in what older versions did not keep', () => {
  const { modifiedAt: _, section: __, origins: ___, ...older } = article
  expect(parseArticle(JSON.stringify(older))).toEqual({ ...article, modifiedAt: null, section: null, origins: {} })
})
