import { readFileSync } from 'node:fs'
import type { SourceRecord } from '../../src/domain/record.ts'
import { compareArticle } from '../../src/evaluate/compare.ts'
import { readGold } from '../../src/evaluate/gold/gold-file.ts'
import { toScoredArticle } from '../../src/evaluate/gold/scored-record.ts'
import { analyseArticle } from '../../src/run/analyse-linear.ts'
import { articleWith } from './article.ts'

/** Fields of the ledger by the name that gold files give them. */
export const LEDGER_FIELDS = {
  source_count: 'number',
  role: 'role',
  rank: 'rank',
  affiliation: 'affiliation',
  knowledge: 'knowledge',
  anonymity_reason: 'reason',
} as const satisfies Record<string, keyof SourceRecord>
export type LedgerField = keyof typeof LEDGER_FIELDS

export interface LedgerScore {
  readonly hit: number
  readonly total: number
  /** What was expected and found where they differ. */
  readonly misses: readonly string[]
}

/**
 * Of the claims that were found, how many have the ledger field that the gold gives: the same number, or words of which
 * one side holds the other, case and articles apart (annotators draw a role's border where they like).
 */
export async function scoreLedger(files: readonly string[]): Promise<Readonly<Record<LedgerField, LedgerScore>>> {
  const scores = Object.fromEntries(
    Object.keys(LEDGER_FIELDS).map(field => [field, { hit: 0, total: 0, misses: [] as string[] }]),
  ) as Record<LedgerField, { hit: number; total: number; misses: string[] }>
  for (const file of files) {
    const gold = readGold(file)
    const { claims } = JSON.parse(readFileSync(file, 'utf8')) as { claims: Record<string, unknown>[] }
    const record = await analyseArticle(articleWith(gold.text))
    const comparison = compareArticle({ gold, predicted: toScoredArticle(record) })
    for (const pair of comparison.pairs.filter(({ agreement }) => agreement.relation)) {
      const wanted = claims.find(({ id }) => String(id) === comparison.gold[pair.gold]?.attribution.id)
      const claim = record.claims.find(({ id }) => id === comparison.predicted[pair.predicted]?.attribution.id)
      const source = record.sources.find(({ id }) => id === claim?.sourceId)
      for (const field of Object.keys(LEDGER_FIELDS) as LedgerField[]) {
        const value = wanted?.[field]
        if (value === undefined || value === null) continue
        const found = source?.[LEDGER_FIELDS[field]]?.value ?? null
        scores[field].total += 1
        if (found !== null && agrees(value as string | number, found)) scores[field].hit += 1
        else scores[field].misses.push(`${file} ${wanted?.id}: ${value} ≠ ${found}`)
      }
    }
  }
  return scores
}

function agrees(gold: string | number, found: string | number): boolean {
  if (typeof gold === 'number' || typeof found === 'number') return Number(gold) === Number(found)
  const [a, b] = [plain(gold), plain(found)]
  return a.includes(b) || b.includes(a)
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/\b(?:the|a|an)\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
