import type { ArticleMisses } from './misses.ts'

/**
 * Misses as plain text, the worst article first.
 *
 * @param limit How many misses to print over all articles; the rest is counted in a last line.
 */
export function formatMisses(articles: readonly ArticleMisses[], limit = Number.POSITIVE_INFINITY): string {
  const lines: string[] = []
  let printed = 0
  for (const { article, relation, misses } of articles) {
    if (printed >= limit) break
    lines.push(`${article}  relation F1 ${(100 * relation).toFixed(1)}`)
    for (const { kind, gold, predicted, required, reason, excerpt } of misses.slice(0, limit - printed)) {
      const ids = [gold === null ? '' : `gold ${gold}`, predicted === null ? '' : `predicted ${predicted}`]
      lines.push(`  ${[kind, ...ids, required ? 'required' : ''].filter(part => part !== '').join('  ')}`)
      lines.push(`    ${excerpt}`, `    ${reason}`)
      printed++
    }
    lines.push('')
  }
  const rest = articles.reduce((sum, { misses }) => sum + misses.length, 0) - printed
  if (rest > 0) lines.push(`… and ${rest} more`, '')
  return lines.join('\n')
}
