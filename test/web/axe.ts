import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

/**
 * Holds a page against the rules of axe.
 *
 * @param what `colours` where the same page was held against all of them in other colours, on which no other rule looks
 */
export async function expectNothingToMend(page: Page, what: 'all' | 'colours' = 'all'): Promise<void> {
  if (!(await page.evaluate("typeof axe === 'object'"))) await page.evaluate(axe.source)
  // What axe passed would be described, too, element by element, which takes most of its time.
  const options = { resultTypes: ['violations'], ...(what === 'all' ? {} : { runOnly: ['color-contrast'] }) }
  const violations = (await page.evaluate(
    `axe.run(${JSON.stringify(options)}).then(({ violations }) => violations)`,
  )) as readonly Violation[]
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}
