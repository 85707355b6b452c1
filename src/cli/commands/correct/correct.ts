import { type Command, Option } from 'commander'
import { findDifferences } from '../../../audit/differences.ts'
import { labelOfUri } from '../../../domain/articles/article-label.ts'
import { HearsayError } from '../../../domain/errors.ts'
import { CodePointText } from '../../../domain/text/code-point-text.ts'
import {
  addClaim,
  appendCorrections,
  joinClaims,
  splitClaim,
  undoCorrection,
} from '../../../store/correcting/correct-claims.ts'
import { readArticle } from '../../../store/queries/article-record.ts'
import { findClaimsByIds } from '../../../store/queries/claims/corrected-claims.ts'
import { type Correction, findCorrections } from '../../../store/queries/corrections/corrections.ts'
import { resolveArticle } from '../../../store/queries/references/resolve-article.ts'
import { resolveClaim } from '../../../store/queries/references/resolve-claim.ts'
import type { StoreDatabase } from '../../../store/schema.ts'
import { correctVoices, type ListedVoiceCorrection, listVoiceCorrections } from '../../correct/correct-voices.ts'
import {
  addCorrectionOptions,
  type CorrectionOptions,
  isSaying,
  readCorrection,
  readOffsets,
} from '../../correct/correction-options.ts'
import {
  addVoiceCorrectionOptions,
  isOfVoices,
  type VoiceCorrectionOptions,
} from '../../correct/voice-correction-options.ts'
import { examples } from '../../help.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../../options/database-option.ts'
import { describeCorrection } from '../../output/claims/correction.ts'
import { addFormatOptions, chooseFormat, type FormatOptions } from '../../output/format-option.ts'
import type { Column } from '../../output/listing.ts'
import { plural } from '../../output/plural.ts'
import { printListing } from '../../output/print.ts'
import { toVisibleLine } from '../../output/visible.ts'
import { type QuotationsOption, quotationsOption, updateQuotations } from '../../run/update-quotations.ts'
import { note, type Surroundings } from '../../surroundings.ts'

interface Options extends DatabaseOptions, FormatOptions, CorrectionOptions, VoiceCorrectionOptions, QuotationsOption {
  readonly add?: boolean
  readonly article?: string
  readonly join?: readonly string[]
  readonly split?: readonly number[]
  readonly undo?: boolean
  readonly list?: boolean
}

/** A row of the list. */
type ListedEntry = Listed | ListedVoiceCorrection

/** A correction with what it says in words, and how the claim differs now from what the machine found. */
interface Listed extends Correction {
  readonly says: string
  readonly differences: string
}

/** Characters of a claim's id that are asked of whoever corrects it. */
const LEAST_OF_ID = 4

const COLUMNS: readonly Column<Listed>[] = [
  { heading: 'claim', cell: ({ claim_id }) => claim_id.slice(0, 8) },
  { heading: 'correction', cell: ({ says }) => says, share: 4 },
  { heading: 'state', cell: ({ state, found }) => (found ? state : 'claim gone') },
  { heading: 'now', cell: describeSuccessor },
  { heading: 'by', cell: ({ corrected_by }) => corrected_by, most: 14 },
  { heading: 'on', cell: ({ corrected_at }) => corrected_at.slice(0, 10) },
  { heading: 'machine → editor', cell: ({ differences }) => differences, share: 4 },
  { heading: 'content', cell: ({ former_content }) => former_content, share: 3 },
  { heading: 'article', cell: ({ uri }) => labelOfUri(uri), most: 26 },
]

/** Of both ledgers, told apart by which of the two ids a row has. */
const COLUMNS_OF_BOTH: readonly Column<ListedEntry>[] = COLUMNS.map(column => ({
  ...column,
  cell: row => ('former_cue' in row ? column.cell(row) : cellOfVoice(column.heading, row)),
}))

function cellOfVoice(heading: string, row: ListedVoiceCorrection): string | null {
  const cells: Readonly<Record<string, string | null>> = {
    claim: row.voice_id.slice(0, 8),
    correction: `voice: ${row.says}`,
    state: row.found ? row.state : 'voice gone',
    by: row.corrected_by,
    on: row.corrected_at.slice(0, 10),
    content: row.former_name,
    article: labelOfUri(row.article_uri),
  }
  return cells[heading] ?? null
}

export function addCorrect(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('correct')
    .description(
      'say what is wrong with a claim, or with what is known of somebody in an article (a voice); add a claim that was missed',
    )
    .argument('[claims...]', 'ids of claims, or the beginnings of some')
    .addOption(databaseOption())
    .addOption(quotationsOption())
  addCorrectionOptions(command)
    .option('--add', 'add a claim that was missed, by --cue, --content or both, to --article')
    .option(
      '--article <article>',
      'the article that it is added to: its URI, the end of it, or the beginning of its id',
    )
    .option(
      '--join <claims...>',
      'join these into the claim: it gets their contents, and they are rejected; with --source where theirs differ',
    )
    .addOption(
      new Option(
        '--split <offsets>',
        'cut its content before these characters; each further part becomes a claim',
      ).argParser(readOffsets),
    )
    .option('--undo', 'take the last correction of the claim back that is still in force')
    .option('--list', 'list all corrections instead, those of claims that are found no more too')
  addVoiceCorrectionOptions(command)
  addFormatOptions(command)
    .addHelpText(
      'after',
      `
Corrections are only ever added. They show in claims, show, explain, sources, anonymous, check, export and the views, with
what the machine found beside them (columns machine_naming, machine_content …). They outlive runs and upgrades; one whose
claim is found no more stays on the list, with the claim that has its cue now. Offsets count code points of the article's
text from 0, TO behind the last, as explain prints them; they are taken as given, never moved to the next word. Of a claim's id at least
the first four characters are given.

--person takes ids of voices (voice_id of v_person and v_voice) instead of claims, with --gender, --type, --function, --role and
--affiliation ("none" says that there is none), --same-as and --apart-from, --note and --undo. They hold for the audit, its
site, policies and the views (columns machine_gender, machine_source_type …).
${examples({
  'correct 3f9a2c --reject --note "a film title"': 'not a claim',
  'correct 3f9a2c --source "Ada Mwale" --by eg': 'a claim, but hers',
  'correct 3f9a2c --content 936-1087 --act denial': 'its words, and what they do',
  'correct --add --article bridge.txt --cue 10-14 --content 20-80': 'a claim that was missed',
  'correct 3f9a2c --split 1001': 'two claims in one',
  'correct 3f9a2c --undo': 'the last correction was wrong',
  'correct --person 91c3 --gender woman --type academic': 'who somebody is in one article',
  'correct --person 91c3 --same-as 4d07': 'one person in two articles',
  'correct --list': 'every correction that was made',
})}`,
    )
    .action((claims: string[], options: Options) =>
      options.list === true
        ? listCorrections(claims, options, surroundings)
        : isOfVoices(claims, { ...options })
          ? correctVoices({ ...options, person: options.person ?? [] }, surroundings)
          : correctClaims(claims, options, surroundings),
    )
}

async function correctClaims(references: readonly string[], options: Options, surroundings: Surroundings) {
  requireOneAction(options)
  if (options.add !== true && (references.length === 0 || options.article !== undefined)) {
    // What is not said at all is told first.
    if (options.join === undefined && options.split === undefined && options.undo !== true) readCorrection(options)
    throw options.article === undefined
      ? new HearsayError('No claim was named: give the id that hearsay claims lists, or --list.', 'argument-missing')
      : new HearsayError('--article says where to --add a claim: give both, or neither.', 'argument-conflict')
  }
  const changed = await change(references, options)
  await withReader(options.db, async ({ database }) => {
    const last = (await Promise.all(changed.map(id => findCorrections(database, id)))).flatMap(all => all.slice(-1))
    const rows = await describeAll(database, last)
    if (isForPrograms(options))
      await printListing(surroundings, chooseFormat(options, surroundings), { rows, columns: COLUMNS })
    for (const row of rows) note(surroundings, `Claim ${row.claim_id.slice(0, 8)}, ${quote(row)}: ${row.says}.`)
  })
  await updateQuotations(options.db, options, surroundings)
}

/** Adds to the ledger what was asked for, and gives the claims that it speaks of. */
async function change(references: readonly string[], options: Options): Promise<readonly string[]> {
  const { db, article, join, split, undo } = options
  const by = { note: options.note ?? null, correctedBy: options.by ?? null }
  if (options.add === true) {
    if (references.length > 0 || article === undefined)
      throw new HearsayError('A claim is added to an article: give --article, and no claim.', 'argument-conflict')
    const articleId = await withReader(db, ({ database }) => resolveArticle(database, article))
    return [await addClaim(db, articleId, readCorrection(options))]
  }
  if (join === undefined && split === undefined && undo !== true) {
    const correction = readCorrection(options)
    const ids = await resolveAll(db, references)
    await appendCorrections(db, ids, correction)
    return ids
  }
  const ids = await resolveAll(db, references)
  const [first] = ids
  if (first === undefined || ids.length > 1)
    throw new HearsayError('Name one claim: what is joined, split or undone is one at a time.', 'argument-conflict')
  if (undo === true) await undoCorrection(db, first, by)
  if (join !== undefined) {
    const others = await resolveAll(db, join)
    await joinClaims(db, first, others, { ...by, source: options.source ?? null })
    return [first, ...others.filter(id => id !== first)]
  }
  return split === undefined ? [first] : [first, ...(await splitClaim(db, first, split, by))]
}

function requireOneAction(options: Options): void {
  const { add, join, split, undo } = options
  const actions = [add, join, split, undo].filter(given => given !== undefined)
  // Who says claims of different sources together has to be said with them.
  const { source: _source, ...unsourced } = options
  const said = join === undefined ? options : unsourced
  if (actions.length > 1 || (actions.length === 1 && add !== true && isSaying(said)))
    throw new HearsayError(
      '--add, --join, --split and --undo are done one at a time, and only --add says more of a claim; --join may have a --source.',
      'argument-conflict',
    )
}

async function resolveAll(db: string, references: readonly string[]): Promise<readonly string[]> {
  return await withReader(db, async ({ database }) => {
    const found: string[] = []
    for (const reference of references) requireDistinct(reference)
    for (const reference of references) found.push((await resolveClaim(database, reference)).id)
    return [...new Set(found)]
  })
}

/** Few characters hit some claim whatever they were meant to be; a slip of the keyboard is not to correct it. */
function requireDistinct(reference: string): void {
  if (reference.length < LEAST_OF_ID)
    throw new HearsayError(
      `"${reference}" is too little of a claim's id to correct it by; give at least ${LEAST_OF_ID} characters of it.`,
      'reference-ambiguous',
    )
}

async function listCorrections(references: readonly string[], options: Options, surroundings: Surroundings) {
  const { add, article, join, split, undo, note: text } = options
  if (
    references.length > 0 ||
    isSaying(options) ||
    [add, article, join, split, undo, text, options.person].some(given => given !== undefined)
  )
    throw new HearsayError('--list lists every correction and makes none: give it alone.', 'argument-conflict')
  await withReader(options.db, async ({ database }) => {
    const rows = await describeAll(database, await findCorrections(database))
    const voices = await listVoiceCorrections(database)
    const format = chooseFormat(options, surroundings)
    const all: ListedEntry[] = [...rows, ...voices]
    const listed = format === 'csv' ? withSameFields(all) : all
    await printListing(surroundings, format, { rows: listed, columns: COLUMNS_OF_BOTH })
    const lost = new Set(rows.filter(({ found }) => !found).map(({ claim_id }) => claim_id)).size
    const gone = lost === 0 ? '' : `; ${plural(lost, 'claim')} of them found no more`
    note(surroundings, `${plural(rows.length, 'correction')}${gone}${describeVoices(voices)}.`)
  })
}

/** A table of both has the same fields in every row, with nothing in those of the other ledger. */
function withSameFields(rows: readonly ListedEntry[]): ListedEntry[] {
  const nothing = Object.fromEntries(rows.flatMap(row => Object.keys(row)).map(field => [field, null]))
  return rows.map(row => ({ ...nothing, ...row }))
}

function describeVoices(voices: readonly ListedVoiceCorrection[]): string {
  if (voices.length === 0) return ''
  const lost = new Set(voices.filter(({ found }) => !found).map(({ voice_id }) => voice_id)).size
  return `, ${voices.length} of voices${lost === 0 ? '' : `; ${plural(lost, 'voice')} of them found no more`}`
}

async function describeAll(database: StoreDatabase, corrections: readonly Correction[]): Promise<Listed[]> {
  const claims = await findClaimsByIds(database, [...new Set(corrections.map(({ claim_id }) => claim_id))])
  const claimOf = new Map(claims.map(claim => [claim.id, claim]))
  const texts = new Map<string, CodePointText | null>()
  const listed: Listed[] = []
  for (const correction of corrections) {
    const { article_id, claim_id, spans } = correction
    if (spans !== null && !texts.has(article_id))
      texts.set(
        article_id,
        await readArticle(database, article_id).then(
          ({ text }) => new CodePointText(text),
          () => null,
        ),
      )
    const text = texts.get(article_id) ?? null
    const claim = claimOf.get(claim_id)
    const differences = claim === undefined || claim.origin === 'editor' ? [] : findDifferences(claim)
    listed.push({
      ...correction,
      says: describeCorrection(correction, text === null ? undefined : (start, end) => text.slice({ start, end })),
      differences: differences
        .map(
          ({ field, machine, editor }) =>
            `${field}: ${toVisibleLine(machine ?? 'none')} → ${toVisibleLine(editor ?? 'none')}`,
        )
        .join('; '),
    })
  }
  return listed
}

function describeSuccessor({ successor_id, successor_agrees }: Correction): string | null {
  if (successor_id === null) return null
  return successor_agrees === true ? `${successor_id.slice(0, 8)}, says so` : successor_id.slice(0, 8)
}

function isForPrograms({ json, nl, csv, table }: FormatOptions): boolean {
  return [json, nl, csv, table].includes(true)
}

function quote({ former_source, former_cue, former_content }: Correction): string {
  const said = [former_source, former_cue, former_content].filter(part => part !== null && part !== '').join(' / ')
  return `“${toVisibleLine(said)}”`
}
