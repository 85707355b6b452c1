import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { loadPolicy } from '../policy/load-policy.ts'
import { readExampleRules } from './example-rules.ts'
import { readRules } from './read-rules.ts'
import { writeRulesSchema } from './rules-file.ts'

const CUE = {
  id: 'took',
  phrases: ['took to X to say'],
  like: 'that-clause',
  reason: 'It says.',
  examples: { yes: ['[source She] [cue took to X to say] [content that it rained].'], no: ['She left.'] },
}
const file = (rules: object) => stringify({ version: 1, ...rules })
const withCue = (change: object) => file({ cues: [{ ...CUE, ...change }] })

function refusalOf(text: string): Error {
  try {
    readRules(text, 'rules.yaml')
  } catch (error) {
    return error as Error
  }
  throw new Error('the file was not refused')
}

describe('readRules', () => {
  it('reads what a newsroom adds, with what is left out filled in', () => {
    const { rules, policy } = readRules(
      file({
        cues: [CUE],
        names: [
          { name: 'Jørn Ås-Quist', aliases: ['JAQ'], kind: 'person' },
          { name: '王芳', kind: 'person' },
        ],
      }),
      'rules.yaml',
    )
    expect(rules.cues).toEqual([
      {
        id: 'took',
        phrases: CUE.phrases,
        like: ['that-clause'],
        act: null,
        source: null,
        confidence: null,
        reason: 'It says.',
      },
    ])
    expect(rules.names.map(({ id }) => id)).toEqual(['j-rn-as-quist', 'name-2'])
    expect(rules.examples).toEqual([
      { rule: 'took', is: 'yes', text: CUE.examples.yes[0], line: 10 },
      { rule: 'took', is: 'no', text: 'She left.', line: 12 },
    ])
    expect(policy).toBeNull()
  })

  it('reads the example that ships, whose policy is one', () => {
    const { rules, policy } = readRules(readExampleRules(), 'rules.yaml')
    expect([rules.cues, rules.words, rules.names, rules.sources].map(({ length }) => length > 0)).not.toContain(false)
    expect(policy?.rules.map(({ id }) => id)).toEqual(['lone-anonymous-source', 'anonymity-without-reason'])
    expect(policy?.rules[0]?.parameters).toEqual(loadPolicy(undefined, '.').rules[0]?.parameters)
  })

  it('gives equal rules equal digests, whatever comments, examples and policy say', () => {
    const digestOf = (text: string) => readRules(text, 'rules.yaml').rules.digest
    const plain = digestOf(withCue({}))
    expect(plain).toMatch(/^[0-9a-f]{12}$/)
    expect(digestOf(`# A comment.\n${withCue({ examples: { ...CUE.examples, no: ['He left.'] } })}`)).toBe(plain)
    expect(digestOf(file({ cues: [CUE], policy: [{ id: 'a', check: 'no-reason', severity: 'note' }] }))).toBe(plain)
    expect(digestOf(JSON.stringify({ version: 1, cues: [CUE] }))).toBe(plain)
    for (const change of [
      { phrases: ['took to Y to say'] },
      { act: 'denial' },
      { source: 'before' },
      { reason: 'So.' },
    ])
      expect(digestOf(withCue(change))).not.toBe(plain)
  })

  it.each([
    ['an unknown key', withCue({ phrase: 'x' }), /line \d+, column \d+: cues\[0\] has "phrase".*nearest.*"phrases"/],
    ['an unknown part', 'version: 1\ncue: []', /line 2, column 6: the rules file has "cue".*nearest.*"cues"/],
    [
      'an unknown pattern',
      withCue({ like: 'that-claus' }),
      /line 6, column 11: cues\[0\]\.like must be one of "that-clause"/,
    ],
    ['an unknown act', withCue({ act: 'boast' }), /cues\[0\]\.act must be one of "statement"/],
    [
      'an unknown list',
      file({ words: [{ id: 'a', list: 'titles', add: ['x'], examples: { yes: ['[source x] y'] } }] }),
      /words\[0\]\.list must be one of "title"/,
    ],
    ['a cue without examples', withCue({ examples: undefined }), /cues\[0\]\.examples: invalid input/],
    [
      'a cue without an example of what it must not find',
      withCue({ examples: { yes: CUE.examples.yes } }),
      /cues\[0\]\.examples\.no: invalid input/,
    ],
    [
      'an example without brackets',
      withCue({ examples: { yes: ['She took to X.'], no: ['She left.'] } }),
      /line 10, column \d+: an example marks what is to be found, at least the cue/,
    ],
    [
      'an example with unknown brackets',
      withCue({ examples: { yes: ['[sauce She] [cue said] it.'], no: ['x'] } }),
      /brackets of an example are \[source …\]/,
    ],
    [
      'brackets where nothing is to be found',
      withCue({ examples: { yes: CUE.examples.yes, no: ['[cue said]'] } }),
      /has no brackets/,
    ],
    ['two rules of one id', file({ cues: [CUE, CUE] }), /two rules have the id "took"/],
    [
      'an id that a name has, too',
      file({ cues: [{ ...CUE, id: 'ann-lee' }], names: [{ name: 'Ann Lee', kind: 'person' }] }),
      /two rules have the id "ann-lee"/,
    ],
    [
      'an alias of two',
      file({
        names: [
          { name: 'Ann Lee', aliases: ['AL'], kind: 'person' },
          { name: 'Al Lum', aliases: ['AL'], kind: 'person' },
        ],
      }),
      /“AL” is a name of Ann Lee too/,
    ],
    [
      'small words',
      withCue({ phrases: ['the'] }),
      /line 5, column 9: the phrase “the” is made of nothing but small words/,
    ],
    [
      'small words of a list',
      file({ words: [{ id: 'a', list: 'title', add: ['of the'], examples: { yes: ['[source x] y'] } }] }),
      /the word “of the” is made of nothing but small words/,
    ],
    ['a regular expression', withCue({ phrases: ['(a+)+$'] }), /looks like a pattern: it is taken word for word/],
    ['a lazy wildcard', withCue({ phrases: ['said .* that'] }), /looks like a pattern/],
    ['a phrase without letters', withCue({ phrases: ['—'] }), /has no letters/],
    ['a phrase of two lines', withCue({ phrases: ['took\nto'] }), /spaces at its ends or other than single ones/],
    ['a phrase that is a sentence', withCue({ phrases: [`took ${'very '.repeat(12)}long`] }), /has more than 12 words/],
    [
      'too many phrases',
      file({
        cues: Array.from({ length: 20 }, (_, i) => ({
          ...CUE,
          id: `a${i}`,
          phrases: Array.from({ length: 40 }, (_, k) => `took ${i} ${k}`),
        })),
      }),
      /there are 800 cue phrases, and at most 500 can be/,
    ],
    [
      'too many names',
      file({ names: Array.from({ length: 20_001 }, (_, i) => ({ name: `Ann ${i}`, kind: 'person' })) }),
      /names: too big/,
    ],
    [
      'a policy that is none',
      file({ policy: [{ id: 'a', check: 'vibes', severity: 'note' }] }),
      /policy\[0\]\.check must be one of "lone-anonymous"/,
    ],
    [
      'a rule of a policy twice',
      file({ policy: [1, 2].map(() => ({ id: 'a', check: 'no-reason', severity: 'note' })) }),
      /two rules have the id "a"/,
    ],
    ['a key given twice', 'version: 1\nnames: []\nnames: []', /line 3, column 1: map keys must be unique/],
    ['YAML that is none', 'version: 1\ncues:\n  - id: [a', /line \d+, column \d+/],
    ['another version', 'version: 2', /line 1, column 10: version must be 1/],
    ['nothing', '', /line 1, column 1/],
    [
      'aliases that multiply',
      `${Array.from({ length: 12 }, (_, i) => `a${i}: &a${i} [${i === 0 ? 'x' : `*a${i - 1}, `.repeat(9)}]`).join('\n')}\nversion: 1`,
      /excessive alias count/i,
    ],
    ['what is nested without end', `version: ${'['.repeat(100_000)}`, /nested|flow|line/i],
    ['too much of it', 'x'.repeat(4_000_001), /more than 4000000 characters/],
  ])('refuses %s in one sentence', (_, text, sentence) => {
    const { name, message } = refusalOf(text)
    expect(name).toBe('HearsayError')
    expect(message).toMatch(sentence)
    expect(message).toMatch(/^rules\.yaml is no rules file: [^\n]+\.$/)
  })

  it('refuses or reads whatever is put in the place of a value, and breaks at none', () => {
    const places = ['version', 'cues', 'words', 'names', 'sources', 'policy'] as const
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 3 }), (place, value) => {
        try {
          readRules(JSON.stringify({ version: 1, [place]: value }), 'rules.yaml')
        } catch (error) {
          expect(error).toMatchObject({ name: 'HearsayError', exitCode: 2 })
        }
      }),
      { numRuns: 200 },
    )
  })
})

it('publishes the schema of what it takes', () => {
  const published = readFileSync(join(import.meta.dirname, 'rules.schema.json'), 'utf8')
  expect(published === writeRulesSchema(), 'rules.schema.json is out of date: npm run docs -- schema.json').toBe(true)
})
