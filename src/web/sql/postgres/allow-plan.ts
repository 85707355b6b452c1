import { HearsayError } from '../../../domain/errors.ts'
import type { OwnTables } from '../../../store/postgres/read/own-tables.ts'

/**
 * Looks at the plan of a query that was found to be allowed, once more and by other means: in the plan no view hides what
 * it reads.
 *
 * @param plan as `EXPLAIN (VERBOSE, FORMAT JSON)` gives it
 * @throws HearsayError (2) when it reads anything but these tables of this schema
 */
export function allowPlan(plan: unknown, own: OwnTables): void {
  if (Array.isArray(plan)) {
    for (const part of plan) allowPlan(part, own)
  } else if (typeof plan === 'object' && plan !== null) {
    const node = plan as Readonly<Record<string, unknown>>
    const name = node['Relation Name']
    if (name !== undefined && !(node.Schema === own.schema && own.tables.has(String(name))))
      throw new HearsayError(
        `This is not allowed here: the console only reads the tables and views listed beside it, and not ${String(name)}.`,
        'query-not-allowed',
      )
    for (const part of Object.values(node)) allowPlan(part, own)
  }
}
