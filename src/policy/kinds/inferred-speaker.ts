import { z } from 'zod'
import { contentWordsOf, nameSource, quote } from '../claim-words.ts'
import type { RuleKind } from '../rule-kind.ts'

/** The rules by which a quotation without a cue of its own is given to somebody. */
export const INFERRING_RULES = [
  'quotation-goes-on',
  'quotation-goes-on-paragraph',
  'quotation-takes-turn',
  'quotation-before-speaker',
  'quotation-after-message',
  'quotation-after-manner',
  'quotation-after-colon',
  'quotation-after-person',
  'quotation-before-pointing',
  'quotation-before-person',
] as const

const parameters = z.strictObject({
  rules: z
    .array(z.enum(INFERRING_RULES))
    .min(1)
    .default([...INFERRING_RULES])
    .describe('The ways in which the speaker is inferred; hearsay explain names them.'),
})

/** Words in quotation marks that no verb gives to anybody. */
export const inferredSpeaker: RuleKind<z.infer<typeof parameters>> = {
  name: 'inferred-speaker',
  description: 'No word says who speaks a quotation; it follows from what stands around it.',
  message: 'That {source} said {words} follows only from what stands around.',
  facts: ['source', 'words', 'rule'],
  parameters,
  *find(_article, claims, { rules }) {
    for (const claim of claims) {
      const rule = rules.find(one => claim.rules.includes(one))
      if (rule === undefined) continue
      const span = contentWordsOf(claim)
      const words = quote(claim.content ?? span?.text ?? '')
      yield { claims: [claim.id], span, facts: { source: nameSource(claim), words, rule } }
    }
  },
}
