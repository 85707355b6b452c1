import { z } from 'zod'
import type { AccusationInArticle } from '../../store/queries/across/accusations-in-articles.ts'
import { quote } from '../claim-words.ts'
import type { RuleKind } from '../rule-kind.ts'

const parameters = z.strictObject({
  criticism: z
    .boolean()
    .default(false)
    .describe('Whether criticism ("criticised the board for …") wants a reply as an accusation does.'),
  elsewhere: z.boolean().default(false).describe('Whether an answer in another article is enough.'),
  attempts: z
    .boolean()
    .default(true)
    .describe('Whether an attempt that reached nobody, or a refusal to comment, is enough.'),
})

/** Somebody is accused, and the article has no word of theirs and none of an attempt to get one. */
export const noReply: RuleKind<z.infer<typeof parameters>> = {
  name: 'no-reply',
  description: 'Somebody is accused, and nothing says that they answered or were asked to.',
  message: '{accused} is accused, and nothing says that they answered or were asked ({claims}).',
  facts: ['accused', 'claims'],
  parameters,
  *find({ accusations }, claims, { criticism, elsewhere, attempts }) {
    const selected = new Set(claims.map(({ id }) => id))
    const isAnswer = ({ kind, isElsewhere }: AccusationInArticle['replies'][number]) =>
      (elsewhere || !isElsewhere) && (attempts || kind === 'denial' || kind === 'response')
    for (const [accused, all] of Map.groupBy(accusations, one => one.accused.toLowerCase())) {
      // Who answered one accusation was asked; what they were asked of is for the desk to see.
      if (all.some(({ replies }) => replies.some(isAnswer))) continue
      const open = all.filter(({ claimId, rule }) => selected.has(claimId) && (criticism || rule !== 'criticises'))
      const [first] = open
      if (first === undefined) continue
      yield {
        claims: open.map(({ claimId }) => claimId),
        span: first.words,
        facts: {
          accused: quote(first.accused === accused ? first.words.text : first.accused),
          claims: `${open.length} claim${open.length === 1 ? '' : 's'}`,
        },
      }
    }
  },
}
