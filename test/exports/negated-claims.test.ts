import { expect, it } from 'vitest'
import { brat } from '../../src/export/annotation-tools/brat.ts'
import { prov } from '../../src/export/linked-data/prov.ts'
import { schemaOrg } from '../../src/export/linked-data/schema-org.ts'
import { checkArticles } from '../../src/policy/check-articles.ts'
import { readPolicy } from '../../src/policy/reading/read-policy.ts'
import { buildArticleRecord } from '../support/article-record.ts'
import { collect } from '../support/collect.ts'
import { exportText, runExport } from '../support/run-export.ts'
import { readUntilTestEnds, storeRecords } from '../support/stored-database.ts'

const RECORD = buildArticleRecord('A guard never blamed the crew. A guard blamed the board.', [
  {
    source: 'A guard',
    cue: 'never blamed',
    content: 'the crew',
    claim: { act: 'accusation', negated: true },
    describe: { naming: 'anonymous' },
  },
  {
    source: 'A guard',
    cue: 'blamed',
    content: 'the board',
    from: 'crew',
    claim: { act: 'accusation' },
    describe: { naming: 'anonymous' },
  },
])

interface Node extends Readonly<Record<`@${string}`, unknown>> {
  readonly text?: string
  readonly keywords?: readonly string[]
}

function open() {
  return readUntilTestEnds(storeRecords([RECORD])).database
}

it('are no Claim of their source in schema.org', async () => {
  const graph = JSON.parse(await exportText(open(), schemaOrg)) as { '@graph': Node[] }
  const claims = graph['@graph'].filter(node => String(node['@id']).includes('#claim-'))
  const typeOf = new Map(claims.map(node => [node.text, node['@type']]))
  expect(Object.fromEntries(typeOf)).toEqual({ 'the crew': 'CreativeWork', 'the board': ['Claim'] })
  const negated = claims.find(node => node.text === 'the crew')
  expect(negated).not.toHaveProperty('author')
  expect(negated?.keywords).toContain('negated')
})

it('are marked in PROV and in brat', async () => {
  expect((await exportText(open(), prov)).match(/"negated"/g)).toHaveLength(1)
  const { files } = await runExport(open(), brat)
  expect([...files.values()].join('\n').match(/^A\d+\tNegated E1$/gm)).toHaveLength(1)
})

it.each(['anonymous-accusation', 'lone-anonymous'])('are passed over by the policy rule %s', async check => {
  const policy = readPolicy(`version: 1\nrules:\n  - { id: it, severity: error, check: ${check} }`, 'policy.yaml')
  const found = (await collect(checkArticles(open(), policy))).flatMap(({ findings }) =>
    findings.map(({ claims }) => claims),
  )
  expect(found).toEqual([[RECORD.claims[1]?.id]])
})
