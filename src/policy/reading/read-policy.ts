import { POLICY, type Policy, type Rule } from '../policy.ts'
import { RULE_KINDS } from '../rule-kinds.ts'
import { type LocatedYaml, parseYaml, readYaml } from './located-yaml.ts'

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
  const yaml = readYaml(text, name, {
    what: 'policy',
    hint: 'hearsay check --print-policy shows one',
    code: 'policy-invalid',
    mostCharacters: MOST_CHARACTERS,
  })
  const policy = parseYaml(yaml, POLICY, 'the policy')
  checkRules(policy.rules, yaml, ['rules'])
  return policy
}

/**
 * What a schema cannot say of rules: no two have one id, and messages name what is filled in.
 *
 * @param path where they stand in the document
 * @throws HearsayError (2)
 */
export function checkRules(rules: readonly Rule[], { refuse }: LocatedYaml, path: readonly PropertyKey[]): void {
  const seen = new Set<string>()
  rules.forEach(({ id, check, message }, index) => {
    if (seen.has(id)) refuse([...path, index, 'id'], `two rules have the id "${id}"`)
    seen.add(id)
    const facts = RULE_KINDS.find(kind => kind.name === check)?.facts ?? []
    const unknown = [...(message ?? '').matchAll(/\{([^{}]*)\}/g)].find(([, fact = '']) => !facts.includes(fact))
    if (unknown !== undefined) {
      const known = facts.map(fact => `{${fact}}`).join(', ')
      refuse([...path, index, 'message'], `the message names ${unknown[0]}, and ${check} fills in ${known}`)
    }
  })
}
