import type { Command } from 'commander'
import { labelOfUri } from '../../../domain/articles/article-label.ts'
import { ATTITUDES } from '../../../domain/labels.ts'
import { countClaims, findClaims } from '../../../store/queries/claims.ts'
import type { ClaimView } from '../../../store/schema.ts'
import { examples } from '../../help.ts'
import { noteUndated } from '../../notes/note-undated.ts'
import { addClaimOptions, type ClaimOptions } from '../../options/claim-options.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../../options/database-option.ts'
import { describeContent } from '../../output/claims/content-cell.ts'
import { addFormatOptions, chooseFormat, type FormatOptions } from '../../output/format-option.ts'
import type { Column } from '../../output/listing.ts'
import { countShown } from '../../output/plural.ts'
import { printListing } from '../../output/print.ts'
import { note, type Surroundings } from '../../surroundings.ts'

const COLUMNS: readonly Column<ClaimRow>[] = [
  { heading: 'claim', cell: ({ id }) => id.slice(0, 8) },
  { heading: 'source', cell: ({ name, source, naming }) => name ?? source ?? `(${naming})`, share: 3 },
  { heading: 'naming', cell: ({ naming }) => naming },
  { heading: 'cue', cell: ({ cue }) => cue, most: 14 },
  { heading: 'content', cell: describeContent, share: 7 },
  { heading: 'article', cell: ({ uri }) => labelOfUri(uri), most: 26 },
]

export function addClaims(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('claims')
    .description('list claims: by source, naming, act, quotation, cue, words, article, time')
    .addOption(databaseOption())
  addFormatOptions(addClaimOptions(command))
    .option('--attitudes', `list ${ATTITUDES.join(', ')} too, not only what was said`)
    .addHelpText(
      'after',
      examples({
        'claims --naming anonymous --text tariff*': 'what unnamed people said about tariffs',
        'claims --source "Rajnath Singh" --act denial,accusation': 'what somebody denied, and whom they accused',
        'claims --article budget.txt --attitudes --json': 'everything found in an article, as JSON',
      }),
    )
    .action((options: ClaimOptions & DatabaseOptions & FormatOptions) => listClaims(options, surroundings))
}

async function listClaims(
  { db, attitudes = false, ...rest }: ClaimOptions & DatabaseOptions & FormatOptions,
  surroundings: Surroundings,
): Promise<void> {
  await withReader(db, async ({ database }) => {
    const filter = { ...rest, attitudes }
    const rows = (await findClaims(database, filter)).map(toRow)
    await printListing(surroundings, chooseFormat(rest, surroundings), { rows, columns: COLUMNS })
    const all = await countClaims(database, filter)
    const hidden = (await countClaims(database, { ...filter, attitudes: true })) - all
    const more = hidden > 0 ? `; --attitudes lists ${hidden} of ${ATTITUDES.join(', ')} too` : ''
    const rejected = (await countClaims(database, { ...filter, rejected: true })) - all
    const others = rejected > 0 ? `; --rejected lists ${rejected} that ${rejected === 1 ? 'was' : 'were'} rejected` : ''
    note(surroundings, `${countShown(rows.length, all, 'claim')}${more}${others}.`)
    await noteUndated(surroundings, database, rest.since)
  })
}

/** A claim as other programs get it: truth values as such. */
type ClaimRow = Omit<ClaimView, 'negated' | 'hedged' | 'machine_negated'> & {
  readonly negated: boolean
  readonly hedged: boolean
  readonly machine_negated: boolean | null
}

function toRow(claim: ClaimView): ClaimRow {
  const { negated, hedged, machine_negated: found } = claim
  return {
    ...claim,
    negated: negated === 1,
    hedged: hedged === 1,
    machine_negated: found === null ? null : found === 1,
  }
}
