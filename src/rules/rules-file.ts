import { z } from 'zod'
import { ACTS } from '../domain/labels.ts'
import { CUE_PATTERN_GLOSSARY, CUE_PATTERNS, WORD_LIST_GLOSSARY, WORD_LISTS } from '../domain/newsroom-rules.ts'
import { POLICY_RULES } from '../policy/policy.ts'

/** What a file may hold: more would be a mistake, and every start would wait for it. */
export const MOST = {
  cues: 500,
  lists: 200,
  listed: 5000,
  names: 20_000,
  sources: 200,
  phrases: 500,
  examples: 1000,
  /** Of a phrase and of an example. */
  letters: 200,
  exampleLetters: 1000,
} as const

const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'it must be words of a-z and 0-9 with hyphens between them')
  .max(60)
const reason = z.string().min(1).max(500).describe('Why, in one sentence; explain gives it with what the rule found.')
const words = z.string().min(1).max(MOST.letters)
const example = z.string().min(1).max(MOST.exampleLetters)
const yes = z
  .array(example)
  .min(1)
  .max(20)
  .describe(
    'Texts in which the rule has a part in a claim, whose parts stand in brackets: "[source Officials] [cue said] [content it rained]." They must come out exactly so.',
  )
const no = z.array(example).min(1).max(20).describe('Texts in which the rule has a part in no claim.')

const cue = z
  .strictObject({
    id: id.describe('Name of the rule; what it found says rules:ID. No two rules of the file have the same.'),
    phrases: z
      .array(words)
      .min(1)
      .max(50)
      .describe('Words that attribute; each matches as it is given and by its base form: "took to X to say".'),
    like: z
      .union([z.enum(CUE_PATTERNS), z.array(z.enum(CUE_PATTERNS)).min(1)])
      .describe(`The pattern around them, or several. ${glossed(CUE_PATTERNS, CUE_PATTERN_GLOSSARY)}`),
    act: z.enum(ACTS).optional().describe('What kind of speech it is; otherwise the pattern and the words decide.'),
    source: z
      .enum(['before', 'after'])
      .optional()
      .describe('On which side of the phrase who says it stands; otherwise on either.'),
    confidence: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe('Share of its claims that is right, where you measured it; otherwise that of the pattern.'),
    reason,
    examples: z.strictObject({ yes, no }),
  })
  .describe('A cue phrase.')

const list = z
  .strictObject({
    id,
    list: z.enum(WORD_LISTS).describe(`The list that is extended. ${glossed(WORD_LISTS, WORD_LIST_GLOSSARY)}`),
    add: z.array(words).min(1).max(MOST.listed).describe('Words or phrases, whether with capitals or without.'),
    reason: reason.optional(),
    examples: z.strictObject({ yes, no: no.optional() }),
  })
  .describe('More words of a list of the pipeline.')

const name = z
  .strictObject({
    id: id.optional().describe('Otherwise made of the name.'),
    name: words.describe('The full name, by which claims and sources go.'),
    aliases: z
      .array(words)
      .max(50)
      .default([])
      .describe('Other words for the same, with the capitals that they have in articles: "AKK", "the Mayor of Orrin".'),
    kind: z.enum(['person', 'organisation', 'place']),
    gender: z.enum(['woman', 'man', 'nonbinary']).optional().describe('By which "she", "he" or "they" can mean them.'),
    role: z.string().min(1).max(200).optional().describe('What they are, where the article does not say.'),
    affiliation: z.string().min(1).max(200).optional().describe('Whom they belong to, where the article does not say.'),
    examples: z.strictObject({ yes, no: no.optional() }).optional(),
  })
  .describe('Somebody or something of your own.')

const source = z
  .strictObject({
    id,
    says: z
      .enum(['withheld', 'knowledge'])
      .describe(
        'withheld: the phrase says that a name is not given, and the source before it is anonymous; knowledge: in the source’s own words it says how they know.',
      ),
    anonymous: z
      .boolean()
      .default(true)
      .describe('Of knowledge: whether who knows so is anonymous by that alone, as who is "familiar with the matter".'),
    phrases: z.array(words).min(1).max(50).describe('Each matches as it is given and by its base form.'),
    reason: reason.optional(),
    examples: z.strictObject({ yes, no }),
  })
  .describe('Words for how a source is told of.')

/** The shape of a file of rules; the published JSON Schema is made from it. */
export const RULES_FILE = z
  .strictObject({
    $schema: z.string().optional().describe('Where this schema lies, for editors.'),
    version: z.literal(1).describe('Version of this format.'),
    cues: z.array(cue).max(MOST.cues).default([]).describe('Phrases that attribute.'),
    words: z.array(list).max(MOST.lists).default([]).describe('Words that the pipeline’s lists do not have.'),
    names: z
      .array(name)
      .max(MOST.names)
      .default([])
      .describe('People, bodies and places of your own, with their aliases.'),
    sources: z
      .array(source)
      .max(MOST.sources)
      .default([])
      .describe('Phrases for anonymity and for how a source knows.'),
    policy: POLICY_RULES.optional().describe('Rules of a policy, for hearsay check --rules.'),
  })
  .meta({ title: 'Hearsay rules', description: 'What a newsroom adds to Hearsay: hearsay run --rules FILE.' })

export type RulesFile = z.infer<typeof RULES_FILE>

function glossed<Label extends string>(labels: readonly Label[], glossary: Readonly<Record<Label, string>>): string {
  return labels.map(label => `${label}: ${glossary[label]}`).join('; ')
}

/** The JSON Schema (2020-12) of files of rules, as it is published in `rules.schema.json`. */
export function writeRulesSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(RULES_FILE, { io: 'input' }), null, 2)}\n`
}
