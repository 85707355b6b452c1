import type { Command } from 'commander'
import { ATTITUDES } from '../../domain/labels.ts'
import type { ArticleRecord } from '../../domain/record.ts'
import { readArticleRecord } from '../../store/queries/article-record.ts'
import { resolveArticle } from '../../store/queries/resolve-article.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../database-option.ts'
import { examples } from '../help.ts'
import { legend, markUp, type NumberedClaim } from '../output/mark-up.ts'
import { choosePaint, type Paint, usesColour } from '../output/paint.ts'
import { printText, printValue } from '../output/print.ts'
import { toVisibleLine } from '../output/visible.ts'
import type { Surroundings } from '../surroundings.ts'

interface Options extends DatabaseOptions {
  readonly attitudes?: boolean
  readonly json?: boolean
}

export function addShow(program: Command, surroundings: Surroundings): void {
  program
    .command('show')
    .description('print an article with source, cue and content marked and numbered')
    .argument('<article>', 'path, end of a path, or beginning of an id')
    .addOption(databaseOption())
    .option('--attitudes', `mark ${ATTITUDES.join(', ')} too, not only what was said`)
    .option('--json', 'print all that is stored of the article as JSON')
    .addHelpText(
      'after',
      `
Marks are colours on a terminal and brackets elsewhere or with NO_COLOR; the number of a claim stands at each of its
parts, and the claims follow the text with the ids that explain takes.
${examples({
  'show budget.txt': 'an article by the end of its path',
  'show d8bf7eea --attitudes': 'an article by the beginning of its id',
})}`,
    )
    .action((article: string, options: Options) => showArticle(article, options, surroundings))
}

async function showArticle(reference: string, options: Options, surroundings: Surroundings): Promise<void> {
  await withReader(options.db, async ({ database }) => {
    const record = await readArticleRecord(database, await resolveArticle(database, reference))
    if (options.json === true) return await printValue(surroundings, record)
    const { environment, standardOutput } = surroundings
    const paint = usesColour(environment, standardOutput.isTTY === true) ? choosePaint(surroundings) : null
    await printText(surroundings, formatArticle(record, options.attitudes === true, paint))
  })
}

function formatArticle(record: ArticleRecord, attitudes: boolean, paint: Paint | null): string[] {
  const { article, sources } = record
  const claims = record.claims
    .filter(({ act }) => attitudes || !ATTITUDES.includes(act))
    .map((claim, index): NumberedClaim => ({ number: index + 1, claim }))
  const namesOf = new Map(sources.map(source => [source.id, source]))
  const list = claims.map(({ number, claim }) => {
    const source = claim.sourceId === null ? undefined : namesOf.get(claim.sourceId)
    const words = source?.name?.value ?? source?.spans.map(({ text }) => text).join(' … ') ?? 'no source'
    const labels = [claim.act, claim.quotation, source?.naming ?? 'unstated']
    return `[${number}] ${claim.id.slice(0, 8)}  ${labels.join(', ')}: ${toVisibleLine(words)}`
  })
  const heading = `${toVisibleLine(article.uri)}  ${article.id.slice(0, 12)}`
  const body = markUp(article.text, claims, paint).trimEnd()
  return [paint?.('bold', heading) ?? heading, legend(paint), '', body, '', ...list]
}
