import { z } from 'zod'
import { SOURCE_TYPE_GLOSSARY, SOURCE_TYPES } from '../../domain/voice-labels.ts'
import { claimIdsOf, hearVoices } from '../heard-voices.ts'
import type { RuleKind } from '../rule-kind.ts'

const parameters = z.strictObject({
  type: z
    .array(z.enum(SOURCE_TYPES).exclude(['unknown']))
    .min(1)
    .optional()
    .describe('Only these types; otherwise any.'),
  sources: z.int().min(1).default(3).describe('Articles with at most so many sources are left alone.'),
})

/** An article that hears one kind of people only, however many of them. */
export const singleType: RuleKind<z.infer<typeof parameters>> = {
  name: 'single-type',
  description: 'All sources of the article are of one type.',
  message: 'All {sources} sources are of one type, {type}: {gloss}.',
  facts: ['sources', 'type', 'gloss'],
  parameters,
  *find(article, claims, { type: asked, sources: most }) {
    const voices = hearVoices(article, claims)
    const [type, ...others] = new Set(voices.map(({ voice }) => voice.type))
    // Of whom the text does not say what they are, nobody can say that they are the same.
    if (voices.length <= most || type === undefined || type === 'unknown' || others.length > 0) return
    if (asked !== undefined && !asked.includes(type)) return
    yield {
      claims: claimIdsOf(voices),
      span: null,
      facts: { sources: voices.length, type, gloss: SOURCE_TYPE_GLOSSARY[type] },
    }
  },
}
