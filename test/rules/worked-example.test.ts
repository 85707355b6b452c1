import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { TYPE_LISTS, WORD_LISTS } from '../../src/domain/newsroom-rules.ts'
import { readRules } from '../../src/rules/read-rules.ts'
import { ENGINES } from '../../src/run/engines.ts'
import { loadAnalyser } from '../../src/run/open-analysis.ts'
import { articleWith } from '../support/article.ts'

const page = (kind: string) => readFileSync(join(import.meta.dirname, `../../docs/${kind}/newsroom-rules.md`), 'utf8')
const GUIDE = page('how-to')
const LISTS = page('reference')

/** The block or table behind a marker. */
function part(marker: string): string {
  const behind = GUIDE.slice(GUIDE.indexOf(`<!-- ${marker} -->`))
  return (/^<!--.*-->\n```\w+\n([^`]*)```/.exec(behind)?.[1] ?? /^<!--.*-->\n((?:\|.*\n)*)/.exec(behind)?.[1]) as string
}

const cellsOf = (row: string) =>
  row
    .split('|')
    .slice(1, -1)
    .map(cell => cell.trim())

describe('docs/how-to/newsroom-rules.md', () => {
  it.each(ENGINES)('finds by the engine %s what its example says', async engine => {
    const { rules, policy } = readRules(part('rules'), 'rules.yaml')
    expect(policy).not.toBeNull()
    const { analyseArticle } = await loadAnalyser(engine, { rules })
    const { claims, sources } = await analyseArticle(articleWith(part('article')))
    const inOrder = claims.toSorted((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0))
    const found = inOrder.map(({ spans, sourceId, evidence }) => {
      const source = sources.find(({ id }) => id === sourceId)
      const words = (wanted: string) => spans.flatMap(({ role, text }) => (role === wanted ? [text] : [])).join(' … ')
      const by = [...evidence, ...(source?.evidence ?? [])].filter(({ rule }) => rule.startsWith('rules:'))
      return [
        words('source'),
        words('cue'),
        words('content'),
        source?.name?.value ?? '',
        source?.naming ?? '',
        by.map(({ rule }) => rule.slice('rules:'.length)).join(', '),
      ]
    })
    expect(found).toEqual(part('found').trimEnd().split('\n').slice(2).map(cellsOf))
  })

  it('has every list that can be extended', () => {
    const types: readonly string[] = TYPE_LISTS
    for (const list of WORD_LISTS) expect(LISTS).toContain(types.includes(list) ? `\`${list}\`` : `| \`${list}\` |`)
  })
})
