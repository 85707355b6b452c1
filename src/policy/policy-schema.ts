import { z } from 'zod'
import { POLICY } from './policy.ts'

/** The JSON Schema (2020-12) of policies, as it is published in `policy.schema.json`: what a policy may leave out it does not demand. */
export function writePolicySchema(): string {
  return `${JSON.stringify(z.toJSONSchema(POLICY, { io: 'input' }), null, 2)}\n`
}
