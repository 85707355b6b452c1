import { HearsayError } from '../../domain/errors.ts'
import type { Policy } from '../policy.ts'

/**
 * Refuses ids that are no rule's: what nothing breaks would look like a policy that is kept.
 *
 * @throws HearsayError (2) naming the rules that there are
 */
export function requireRules({ rules }: Policy, asked: readonly string[]): void {
  const unknown = asked.find(id => rules.every(rule => rule.id !== id))
  if (unknown === undefined) return
  const known = rules.map(({ id }) => id).join(', ')
  throw new HearsayError(`"${unknown.slice(0, 60)}" is no rule of the policy; choose from ${known}.`, 'value-unknown')
}
