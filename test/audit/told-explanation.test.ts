import { expect, it } from 'vitest'
import { explainClaim } from '../../src/audit/explain.ts'
import { tellExplanation } from '../../src/audit/tell-explanation.ts'
import { formatExplanation } from '../../src/cli/output/claims/explanation.ts'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { renderExplanation } from '../../src/web/page/claim/explanation.ts'
import { buildArticleRecord } from '../support/article-record.ts'
import { readUntilTestEnds, storeRecords } from '../support/stored-database.ts'

const text = 'An aide, citing the mayor, said the bridge was shut. “The bridge is shut,” Ann Lee said.'
const record = buildCiting()

/** The aide cites somebody, and somebody with a name says the same. */
function buildCiting(): ArticleRecord {
  const built = buildArticleRecord(text, [
    { source: 'An aide', cue: 'said', content: 'the bridge was shut' },
    { source: 'the mayor', cue: 'citing', content: 'the bridge was shut' },
    { source: 'Ann Lee', cue: 'said', content: 'The bridge is shut', from: '“The bridge' },
  ])
  const [aide, mayor, ann] = built.claims
  if (!aide || !mayor || !ann) throw new Error('three claims were built')
  return { ...built, claims: [{ ...aide, citedId: mayor.sourceId, corroboratedById: ann.id }, mayor, ann] }
}

async function explain() {
  const { database } = readUntilTestEnds(storeRecords([record]))
  return await explainClaim(database, record.claims[0]?.id ?? '')
}

it('has every section on the page and on the command line, in one order', async () => {
  const explanation = await explain()
  const headings = tellExplanation(explanation).map(({ heading }) => heading)
  const page = [...String(await renderExplanation(explanation, 2)).matchAll(/<h2>([^<]+)<\/h2>/g)].map(
    match => match[1],
  )
  const lines = formatExplanation(explanation, (_, words) => words).map(line => line.replace(/ \(code points.*$/, ''))
  expect(headings).toContain('A named source says the same')
  expect(page).toEqual(headings)
  expect(lines.filter(line => headings.includes(line))).toEqual(headings)
})

it('tells whom a source cites by their words', async () => {
  const explanation = await explain()
  expect(explanation.cited?.spans.map(span => span.text)).toEqual(['the mayor'])
  expect(explanation.relayedBy).toBeNull()
  expect(formatExplanation(explanation, (_, words) => words)).toContain('  cites     “the mayor”')
})
