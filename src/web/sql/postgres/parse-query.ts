import { hasSqlDetails, loadModule, type Node, parseSync } from 'libpg-query'
import { HearsayError } from '../../../domain/errors.ts'

await loadModule()

/**
 * Reads a query as PostgreSQL 18 does: this is the server's own parser, compiled. Older servers refuse what they do not
 * know of it; nothing means something else there, as long as `standard_conforming_strings` is on.
 *
 * @param query without NUL, where the parser would end, and no longer than `LONGEST_QUERY`: three times as long, nesting
 * alone would take more than its stack
 * @throws HearsayError (2) when it is not understood, or no single statement
 */
export function parseQuery(query: string): Node {
  const [first, ...others] = parse(query)
  if (first?.stmt === undefined)
    throw new HearsayError('There is no query; start it with SELECT or WITH.', 'argument-missing')
  if (others.length > 0)
    throw new HearsayError(
      'Only one statement may run here; there is more text after the first one.',
      'query-not-allowed',
    )
  return first.stmt
}

function parse(query: string) {
  try {
    return parseSync(query).stmts ?? []
  } catch (error) {
    if (!hasSqlDetails(error)) throw error
    throw new HearsayError(`The query does not work: ${error.message}.`, 'query-failed', { cause: error })
  }
}
