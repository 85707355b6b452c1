import { describe, expect, it } from 'vitest'
import { ERROR_TITLES, isErrorPage } from './error-page.ts'

const SHORT = 'The page you are looking for may have been moved or deleted.'

describe('isErrorPage', () => {
  it.each(ERROR_TITLES.flatMap(({ examples }) => examples))('knows %j', title => {
    expect(isErrorPage(title, SHORT)).toBe(true)
  })

  it.each(ERROR_TITLES.flatMap(({ nearMisses }) => nearMisses))('takes not for one: %j', title => {
    expect(isErrorPage(title, SHORT)).toBe(false)
  })

  it('takes no page that says more for one', () => {
    expect(isErrorPage('Access Denied', `${SHORT} `.repeat(20))).toBe(false)
  })
})
