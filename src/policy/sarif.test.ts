import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { loadPolicy } from './load-policy.ts'
import type { PolicyFinding } from './policy-finding.ts'
import { toSarif, toUriReference } from './sarif.ts'

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../test/support/sarif-schema.json'), 'utf8'))
const SARIF = z.fromJSONSchema(schema)
const policy = loadPolicy(undefined, '.')

const article = { id: 'text-hash', uri: 'news/a b.txt', title: 'Who {said} it', sha256: 'raw-hash' }
const words: PolicyFinding = {
  rule: 'anonymous-accusation',
  severity: 'error',
  message: 'By “[he](x)” {0}.',
  article,
  claims: ['c1'],
  span: { start: 10, end: 12, text: 'he', startLine: 2, startColumn: 3, endLine: 2, endColumn: 5 },
}
const whole: PolicyFinding = { ...words, rule: 'mostly-unnamed', severity: 'note', claims: ['c1', 'c2'], span: null }

interface Log {
  readonly runs: readonly [
    {
      readonly results: readonly { readonly partialFingerprints: object }[]
      readonly [property: string]: unknown
    },
  ]
}
const write = (...findings: PolicyFinding[]) => JSON.parse(JSON.stringify(toSarif(findings, policy, '0.1.0'))) as Log

describe('toSarif', () => {
  it('keeps to the schema, with findings and without', () => {
    expect(SARIF.safeParse(write(words, whole)).error).toBeUndefined()
    expect(SARIF.safeParse(write()).error).toBeUndefined()
    const [run] = write(words).runs
    expect(SARIF.safeParse({ version: '2.1.0', runs: [{ ...run, columnKind: 'bytes' }] }).success).toBe(false)
  })

  it('says in which unit and text the place of the words is given', () => {
    expect(write(words).runs[0]).toMatchObject({
      columnKind: 'unicodeCodePoints',
      artifacts: [
        { location: { uri: 'news/a%20b.txt' }, properties: { textSha256: 'text-hash', inputSha256: 'raw-hash' } },
      ],
      results: [
        {
          ruleId: 'anonymous-accusation',
          ruleIndex: policy.rules.findIndex(({ id }) => id === 'anonymous-accusation'),
          level: 'error',
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: 'news/a%20b.txt', index: 0 },
                region: {
                  startLine: 2,
                  startColumn: 3,
                  endLine: 2,
                  endColumn: 5,
                  charOffset: 10,
                  charLength: 2,
                  snippet: { text: 'he' },
                },
              },
            },
          ],
          properties: { claims: ['c1'] },
        },
      ],
    })
  })

  it('keeps braces and links of an article from meaning anything', () => {
    expect(write(words).runs[0].results[0]).toMatchObject({ message: { text: 'By “\\[he\\](x)” {{0}}.' } })
  })

  it('gives a finding the same fingerprint whatever else was found, and no two the same', () => {
    const fingerprints = (...findings: PolicyFinding[]) =>
      write(...findings).runs[0].results.map(result => JSON.stringify(result.partialFingerprints))
    expect(fingerprints(whole, words)[1]).toBe(fingerprints(words)[0])
    expect(new Set(fingerprints(whole, words)).size).toBe(2)
  })
})

describe('toUriReference', () => {
  it.each([
    ['corpus/row.txt', 'corpus/row.txt'],
    ['/news/a b.txt', '/news/a%20b.txt'],
    ['a.jsonl#L12', 'a.jsonl#L12'],
    ['a#1.jsonl#L12', 'a#1.jsonl%23L12'],
    ['100%.txt', '100%25.txt'],
    ['12:30.txt', './12:30.txt'],
    ['https://example.org/a%20b?x=é', 'https://example.org/a%20b?x=%C3%A9'],
    ['urn:uuid:1', 'urn:uuid:1'],
  ])('makes of %s', (uri, reference) => {
    expect(toUriReference(uri)).toBe(reference)
  })

  it('makes a reference of whatever a path can be', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), uri => {
        const reference = toUriReference(uri.toWellFormed())
        expect(reference).toMatch(/^(?:%[0-9A-Fa-f]{2}|[A-Za-z0-9\-._~:/?#@!$&'()*+,;=])*$/)
        expect(reference.split('#').length).toBeLessThanOrEqual(2)
      }),
    )
  })
})
