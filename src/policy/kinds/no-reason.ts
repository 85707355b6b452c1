import { z } from 'zod'
import { nameSource, sourceWordsOf } from '../claim-words.ts'
import type { RuleKind } from '../rule-kind.ts'

const parameters = z.strictObject({})

/** One finding for each source, however many claims rest on it and by whatever words it is taken up again. */
export const noReason: RuleKind<z.infer<typeof parameters>> = {
  name: 'no-reason',
  description: 'The article does not say why a source is anonymous.',
  message: 'The article does not say why {source} is not named ({claims} resting on it).',
  facts: ['source', 'claims'],
  parameters,
  *find(_article, claims) {
    const unexplained = claims.filter(({ naming, reason }) => naming === 'anonymous' && reason === null)
    for (const ofSource of Map.groupBy(unexplained, ({ id, rootId }) => rootId ?? id).values()) {
      const [first] = ofSource
      if (first === undefined) continue
      const count = `${ofSource.length} claim${ofSource.length === 1 ? '' : 's'}`
      yield {
        claims: ofSource.map(({ id }) => id),
        span: sourceWordsOf(first),
        facts: { source: nameSource(first), claims: count },
      }
    }
  },
}
