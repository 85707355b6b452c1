import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadPolicy, readDefaultPolicyText } from '../load-policy.ts'
import { writePolicySchema } from '../policy-schema.ts'
import { RULE_KINDS } from '../rule-kinds.ts'
import { readPolicy } from './read-policy.ts'

/** How many voices a newsroom wants of whom is for it to say. */
const OF_VOICES = ['share-of-voice', 'single-type', 'no-woman-quoted', 'expert-without-affiliation']

const rule = (lines: string) => `version: 1\nrules:\n  - id: one\n    severity: error\n${lines}`

describe('readPolicy', () => {
  it('fills in what a rule leaves out', () => {
    const { rules } = readPolicy(rule('    check: share\n    parameters: { percent: 20 }'), 'p.yaml')
    expect(rules).toEqual([
      {
        id: 'one',
        check: 'share',
        severity: 'error',
        parameters: { naming: ['unnamed', 'anonymous'], percent: 20, claims: 5 },
      },
    ])
    expect(readPolicy(rule('    check: lone-anonymous'), 'p.yaml').rules[0]?.parameters).toEqual({ people: 1 })
  })

  it('takes JSON, which is YAML', () => {
    const json = JSON.stringify({ version: 1, rules: [{ id: 'why', check: 'no-reason', severity: 'note' }] })
    expect(readPolicy(json, 'p.json').rules).toHaveLength(1)
  })

  it('reads the policy that ships, which has a rule of every kind that asks nothing of who is heard or was not', () => {
    const { rules } = loadPolicy(undefined, '.')
    // A reply that Hearsay does not find would be told as missing: whoever wants that adds it.
    const kinds = RULE_KINDS.map(({ name }) => name).filter(name => ![...OF_VOICES, 'no-reply'].includes(name))
    const next =
      'a new kind needs a rule in default-policy.yaml, or, where a newsroom has to ask for it, its name in OF_VOICES of read-policy.test.ts'
    expect(new Set(rules.map(({ check }) => check)), next).toEqual(new Set(kinds))
    expect(readPolicy(readDefaultPolicyText(), 'p.yaml')).toEqual({ version: 1, rules })
  })

  const bomb = Array.from({ length: 12 }, (_, i) => `a${i}: &a${i} [${i === 0 ? 'x' : `*a${i - 1}, `.repeat(9)}]`)
  it.each([
    [
      'an unknown severity',
      rule('    check: share').replace('error', 'eror'),
      /line 4, column 15: rules\[0\]\.severity must be one of "error", "warning", "note"/,
    ],
    [
      'an unknown kind',
      rule('    check: vibes'),
      /line 5, column 12: rules\[0\]\.check must be one of "lone-anonymous"/,
    ],
    ['a kind that is missing', rule(''), /line 3, column 5: rules\[0\]\.check must be one of/],
    [
      'a key that a rule cannot have',
      rule('    check: share\n    tresholt: 5'),
      /line 6, column 15: rules\[0\] has "tresholt"/,
    ],
    [
      'a parameter of another kind',
      rule('    check: share\n    parameters: { people: 2 }'),
      /line 6, column 27: rules\[0\]\.parameters has "people"/,
    ],
    [
      'a parameter that is too large',
      rule('    check: share\n    parameters:\n      percent: 120'),
      /line 7, column 16: rules\[0\]\.parameters\.percent: too big/,
    ],
    [
      'an unknown act',
      rule('    check: share\n    where: { act: [boast] }'),
      /line 6, column 20: rules\[0\]\.where\.act\[0\] must be one of "statement"/,
    ],
    [
      'an id with spaces',
      rule('    check: share').replace('one', 'my rule'),
      /line 3, column 9: rules\[0\]\.id: it must be words/,
    ],
    [
      'an id that two rules have',
      `${rule('    check: share')}\n  - { id: one, check: share, severity: note }`,
      /line 6, column 11: two rules have the id "one"/,
    ],
    [
      'a message with an unknown place',
      rule('    check: share\n    message: "{source}!"'),
      /line 6, column 14: the message names \{source\}, and share fills in \{count\}/,
    ],
    [
      'a share of voice without bounds',
      rule('    check: share-of-voice\n    parameters: { gender: [woman] }'),
      /line 6, column 17: rules\[0\]\.parameters: it needs "min" or "max"/,
    ],
    [
      'a share of voice of nobody',
      rule('    check: share-of-voice\n    parameters: { min: 40 }'),
      /line 6, column 17: rules\[0\]\.parameters: it needs labels to count/,
    ],
    [
      'a share of voice without parameters',
      rule('    check: share-of-voice'),
      /line \d, column \d+: rules\[0\]\.parameters: it needs "min" or "max"/,
    ],
    ['another version', 'version: 2\nrules: []', /line 1, column 10: version must be 1/],
    ['no rules', 'version: 1\nrules: []', /line 2, column 8: rules: too small/],
    ['a list', '- a', /the policy: invalid input/],
    ['nothing', '', /line 1, column 1/],
    ['a key given twice', 'version: 1\nversion: 1', /line 2, column 1: map keys must be unique/],
    ['YAML that is none', 'version: 1\nrules:\n  - id: [a', /line 3/],
    ['two documents', 'version: 1\n---\nversion: 1', /line \d/],
    ['a tag that makes objects', 'version: !!js/function "x"\nrules: []', /line 1, column 10/],
    ['a key of objects themselves', 'version: 1\n__proto__: { polluted: 1 }\nrules: []', /has "__proto__"|rules/],
    ['aliases that multiply', `${bomb.join('\n')}\nversion: 1`, /excessive alias count/i],
    ['an alias of nothing', 'version: *nothing', /alias/i],
    ['too much of it', 'x'.repeat(1_000_001), /more than 1000000 characters/],
  ])('refuses %s in one sentence with its place', (_, text, sentence) => {
    const refusal = (() => {
      try {
        return readPolicy(text, 'p.yaml')
      } catch (error) {
        return error
      }
    })()
    expect(refusal).toMatchObject({ name: 'HearsayError', exitCode: 2 })
    const { message } = refusal as Error
    expect(message).toMatch(sentence)
    expect(message).toMatch(/^p\.yaml is no policy: [^\n]+\.$/)
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })
})

it('publishes the schema of what it takes', () => {
  const published = readFileSync(join(import.meta.dirname, '../policy.schema.json'), 'utf8')
  expect(published === writePolicySchema(), 'policy.schema.json is out of date: npm run docs -- schema.json').toBe(true)
})

it('takes every policy of its documentation, which tells of every kind', () => {
  const read = (name: string) => readFileSync(join(import.meta.dirname, '../../../docs', name), 'utf8')
  const page = read('reference/policy.md')
  const rules = [...(read('how-to/policy.md') + page).matchAll(/^```yaml\n(.*?)^```$/gms)].flatMap(
    ([, text = '']) => readPolicy(text, 'p.yaml').rules,
  )
  expect(new Set(rules.map(({ check }) => check))).toEqual(
    new Set(['lone-anonymous', 'stealth-edit', 'no-reply', ...OF_VOICES]),
  )
  for (const { name } of RULE_KINDS)
    expect(page, `docs/reference/policy.md has to tell of ${name}`).toContain(
      OF_VOICES.includes(name) ? `\n### ${name}\n` : `\`${name}\``,
    )
})
