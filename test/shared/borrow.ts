import { inject } from 'vitest'
import type { ResourceName } from './resources.ts'

/**
 * The address of what all test files share, started when it is asked for the first time.
 *
 * @throws Error when it cannot be started
 */
export async function borrow(name: ResourceName): Promise<string> {
  const answer = await fetch(`${inject('lender')}/${name}`)
  const text = await answer.text()
  if (!answer.ok) throw new Error(text)
  return text
}
