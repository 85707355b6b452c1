import { LineCounter, type ParsedNode, parseDocument } from 'yaml'
import type { z } from 'zod'
import { EXIT, HearsayError } from '../domain/errors.ts'
import { POLICY, type Policy } from './policy.ts'
import { RULE_KINDS } from './rule-kinds.ts'

/** Larger than any policy that people write, and small enough to be parsed at once. */
const MOST_CHARACTERS = 1_000_000

/**
 * Reads a policy from YAML, of which JSON is a part.
 *
 * @param name of the file, for the error
 * @throws HearsayError (2) with the place of the first thing that is wrong
 *
 * @example
 * readPolicy('version: 1\nrules: [{ id: why, check: no-reason, severity: error }]', 'policy.yaml')
 */
export function readPolicy(text: string, name: string): Policy {
  if (text.length > MOST_CHARACTERS)
    throw new HearsayError(`${name} is no policy: it has more than ${MOST_CHARACTERS} characters.`, EXIT.usage)
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true })
  const refuse = (offset: number, problem: string): never => {
    const { line, col } = lines.linePos(offset)
    throw new HearsayError(
      `${name} is no policy: line ${line}, column ${col}: ${problem}; hearsay check --print-policy shows one.`,
      EXIT.usage,
    )
  }
  const [problem] = [...document.errors, ...document.warnings]
  if (problem !== undefined) refuse(problem.pos[0], toClause(problem.message))
  const offsetOf = (path: readonly PropertyKey[]) => {
    // Of what is missing, the place of whatever should hold it.
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as ParsedNode | null | undefined
      if (node?.range !== undefined && node.range !== null) return node.range[0]
    }
    return document.contents?.range[0] ?? 0
  }
  const parsed = POLICY.safeParse(toValue(document, name))
  if (!parsed.success) {
    const [issue] = parsed.error.issues.toSorted((a, b) => offsetOf(a.path) - offsetOf(b.path))
    if (issue === undefined) throw new Error('a policy was refused without a reason')
    refuse(offsetOf(issue.path), describeIssue(issue))
  }
  const policy = parsed.data as Policy
  policy.rules.forEach(({ id, check, message }, index) => {
    if (policy.rules.findIndex(rule => rule.id === id) < index)
      refuse(offsetOf(['rules', index, 'id']), `two rules have the id "${id}"`)
    const facts = RULE_KINDS.find(kind => kind.name === check)?.facts ?? []
    const unknown = [...(message ?? '').matchAll(/\{([^{}]*)\}/g)].find(([, fact = '']) => !facts.includes(fact))
    if (unknown !== undefined) {
      const known = facts.map(fact => `{${fact}}`).join(', ')
      refuse(offsetOf(['rules', index, 'message']), `the message names ${unknown[0]}, and ${check} fills in ${known}`)
    }
  })
  return policy
}

function toValue(document: ReturnType<typeof parseDocument>, name: string): unknown {
  try {
    return document.toJS()
  } catch (error) {
    // Aliases that multiply, or lead nowhere.
    if (!(error instanceof Error)) throw error
    throw new HearsayError(`${name} is no policy: ${toClause(error.message)}.`, EXIT.usage, { cause: error })
  }
}

/** `rules[0].severity must be one of "error", "warning", "note"`. */
function describeIssue(issue: z.core.$ZodIssue): string {
  const where = issue.path.map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  const what = where === '' ? 'the policy' : where.slice(1)
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map(key => `"${key}"`).join(', ')
    return `${what} has ${keys}, which it cannot have`
  }
  if (issue.code === 'invalid_value') return `${what} must be ${listValues(issue.values)}`
  if (issue.code === 'invalid_union' && issue.path.at(-1) === 'check')
    return `${what} must be ${listValues(RULE_KINDS.map(({ name }) => name))}`
  return `${what}: ${toClause(issue.message)}`
}

function listValues(values: readonly unknown[]): string {
  const listed = values.map(value => JSON.stringify(value)).join(', ')
  return values.length === 1 ? listed : `one of ${listed}`
}

/** A library's sentence as part of ours. */
function toClause(message: string): string {
  const line = message.split('\n', 1)[0] ?? ''
  return (line.charAt(0).toLowerCase() + line.slice(1)).replace(/[.:]$/, '')
}
