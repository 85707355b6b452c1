import type { Command } from 'commander'
import { ATTITUDES } from '../../../domain/labels.ts'
import { isListed } from '../../../domain/listed-acts.ts'
import type { ArticleRecord } from '../../../domain/record.ts'
import { findVersions } from '../../../store/queries/across/versions.ts'
import { readToldPlaces } from '../../../store/queries/articles/told-places.ts'
import { findClaims } from '../../../store/queries/claims.ts'
import { readCorrectedRecord } from '../../../store/queries/corrected-record.ts'
import { findCorrections } from '../../../store/queries/corrections/corrections.ts'
import { resolveArticle } from '../../../store/queries/references/resolve-article.ts'
import type { ClaimView, VersionView } from '../../../store/schema.ts'
import { examples } from '../../help.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../../options/database-option.ts'
import { describeVersions } from '../../output/claims/explanation.ts'
import { legend, markUp, type NumberedClaim } from '../../output/claims/mark-up.ts'
import { choosePaint, type Paint, usesColour } from '../../output/paint.ts'
import { printText, printValue } from '../../output/print.ts'
import { describePassages } from '../../output/runs/read-outcome.ts'
import { toVisibleLine } from '../../output/visible.ts'
import type { Surroundings } from '../../surroundings.ts'

interface Options extends DatabaseOptions {
  readonly attitudes?: boolean
  readonly rejected?: boolean
  readonly leftOut?: boolean
  readonly json?: boolean
}

export function addShow(program: Command, surroundings: Surroundings): void {
  program
    .command('show')
    .description('print an article with its claims marked and numbered: source, cue, content')
    .argument('<article>', 'path, end of a path, or beginning of an id')
    .addOption(databaseOption())
    .option('--attitudes', `mark ${ATTITUDES.join(', ')} too, not only what was said`)
    .option('--rejected', 'mark those too that a correction rejected')
    .option('--left-out', 'print what was left out of it, too, in each place that it was read from')
    .option('--json', 'print all that is stored of the article as JSON')
    .addHelpText(
      'after',
      `
Marks are colours on a terminal and brackets elsewhere or with NO_COLOR; the number of a claim stands at each of its
parts, and the claims follow the text with the ids that explain takes.
${examples({
  'show budget.txt': 'an article by the end of its path',
  'show d8bf7eea --attitudes': 'an article by the beginning of its id',
  'show budget.html --left-out': 'with the related links, comments and notices that stood around it',
})}`,
    )
    .action((article: string, options: Options) => showArticle(article, options, surroundings))
}

async function showArticle(reference: string, options: Options, surroundings: Surroundings): Promise<void> {
  await withReader(options.db, async ({ database }) => {
    const {
      standings: _,
      machine: __,
      ...record
    } = await readCorrectedRecord(database, await resolveArticle(database, reference))
    const { id } = record.article
    if (options.json === true) {
      const ofArticle = (await findCorrections(database)).filter(({ article_id }) => article_id === id)
      const places = options.leftOut === true ? { places: await readToldPlaces(database, id) } : {}
      return await printValue(surroundings, { ...record, corrections: ofArticle, ...places })
    }
    const stands = new Map((await findClaims(database, { article: id, rejected: true })).map(row => [row.id, row]))
    const { environment, standardOutput } = surroundings
    const paint = usesColour(environment, standardOutput.isTTY === true) ? choosePaint(surroundings) : null
    await printText(surroundings, formatArticle(record, stands, await findVersions(database, id), options, paint))
    if (options.leftOut !== true) return
    for (const { location, leftOut } of await readToldPlaces(database, id))
      await printText(surroundings, [
        '',
        ...describePassages(leftOut, `left out in ${location}`, true, choosePaint(surroundings)),
      ])
  })
}

/** @param stands each claim as it stands after corrections, by id */
function formatArticle(
  record: ArticleRecord,
  stands: ReadonlyMap<string, ClaimView>,
  versions: readonly VersionView[],
  { attitudes = false, rejected = false }: Options,
  paint: Paint | null,
): string[] {
  const { article, sources } = record
  const claims = record.claims
    .filter(({ act }) => isListed(act, { attitudes }))
    .filter(({ id }) => rejected || stands.get(id)?.status !== 'rejected')
    .map((claim, index): NumberedClaim => ({ number: index + 1, claim }))
  const namesOf = new Map(sources.map(source => [source.id, source]))
  const list = claims.map(({ number, claim }) => {
    const source = claim.sourceId === null ? undefined : namesOf.get(claim.sourceId)
    const corrected = stands.get(claim.id)
    const words = corrected?.name ?? source?.spans.map(({ text }) => text).join(' … ') ?? 'no source'
    const labels: string[] = [claim.act, claim.quotation, corrected?.naming ?? 'unstated']
    if (corrected?.status === 'rejected') labels.push('rejected')
    if (claim.negated) labels.push('negated')
    if (claim.hedged) labels.push('hedged')
    return `[${number}] ${claim.id.slice(0, 8)}  ${labels.join(', ')}: ${toVisibleLine(words)}`
  })
  const heading = `${toVisibleLine(article.uri)}  ${article.id.slice(0, 12)}`
  const body = markUp(article.text, claims, paint).trimEnd()
  const version = describeVersions(article.id, versions)
  return [paint?.('bold', heading) ?? heading, ...version, legend(paint), '', body, '', ...list]
}
