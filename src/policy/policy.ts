import { z } from 'zod'
import { ACTS, QUOTATION_TYPES, SOURCE_KINDS } from '../domain/labels.ts'
import type { RuleKind } from './rule-kind.ts'
import { RULE_KINDS } from './rule-kinds.ts'

/** How grave a finding is; `note` alone lets `hearsay check` end well. */
export const SEVERITIES = ['error', 'warning', 'note'] as const
export type Severity = (typeof SEVERITIES)[number]

const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'it must be words of a-z and 0-9 with hyphens between them')
  .max(60)
  .describe('Name of the rule, given with each finding; no two rules have the same.')
const severity = z.enum(SEVERITIES).describe('error and warning make hearsay check fail; note only with --strict.')
const where = z
  .strictObject({
    act: z.array(z.enum(ACTS)).min(1).optional(),
    quotation: z.array(z.enum(QUOTATION_TYPES)).min(1).optional(),
    kind: z.array(z.enum(SOURCE_KINDS)).min(1).optional().describe('What the source is.'),
    publisher: z
      .array(z.string().min(1))
      .min(1)
      .optional()
      .describe('Publishers whose articles are looked at; upper and lower case count as equal.'),
    confidence: z.number().min(0).max(1).optional().describe('Claims found with at least this confidence.'),
  })
  .describe(
    'The claims that the rule looks at; every condition must hold. Without act all acts but belief, intention and feeling.',
  )

/** Which claims a rule looks at. */
export type Selection = z.infer<typeof where>

/** One rule of a policy, with all its parameters filled in. */
export interface Rule {
  readonly id: string
  readonly check: string
  readonly severity: Severity
  readonly message?: string | undefined
  readonly where?: Selection | undefined
  readonly parameters: unknown
}

/** What a newsroom asks of its articles. */
export interface Policy {
  readonly version: 1
  readonly rules: readonly Rule[]
}

/** The shape of the rules of a policy. */
export const POLICY_RULES: z.ZodType<readonly Rule[]> = z
  .array(z.discriminatedUnion('check', RULE_KINDS.map(toSchema) as OneOrMore<RuleSchema>))
  .min(1)

/** The shape of a policy; the published JSON Schema is made from it. */
export const POLICY: z.ZodType<Policy> = z
  .strictObject({
    $schema: z.string().optional().describe('Where this schema lies, for editors.'),
    version: z.literal(1).describe('Version of this format.'),
    rules: POLICY_RULES,
  })
  .meta({ title: 'Hearsay policy', description: 'Rules that hearsay check --policy holds articles against.' })

type RuleSchema = ReturnType<typeof toSchema>
type OneOrMore<Item> = [Item, ...Item[]]

function toSchema({ name, description, message, facts, parameters }: RuleKind) {
  const inBraces = facts.map(fact => `{${fact}}`).join(', ')
  return z
    .strictObject({
      id,
      check: z.literal(name).describe(description),
      severity,
      message: z
        .string()
        .min(1)
        .max(1000)
        .optional()
        .describe(`What is said of a finding; ${inBraces} are filled in. Otherwise: ${message}`),
      where: where.optional(),
      parameters: parameters.prefault({}),
    })
    .meta({ title: name, description })
}
