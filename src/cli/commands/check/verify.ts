import { type Command, Option } from 'commander'
import type { Finding } from '../../../audit/finding.ts'
import { keptSealsOf } from '../../../audit/manifest/kept-seals.ts'
import { verifyManifest } from '../../../audit/manifest/verify-manifest.ts'
import { type VerifyCounts, verify } from '../../../audit/verify.ts'
import { EXIT, HearsayError } from '../../../domain/errors.ts'
import { nameOfDatabase } from '../../../store/database-name.ts'
import { countAdded } from '../../../store/queries/claims/count-added.ts'
import { checkGivenProofs } from '../../given/check-given-proofs.ts'
import { loadManifest } from '../../given/load-manifest.ts'
import { examples } from '../../help.ts'
import { words } from '../../options/argument.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../../options/database-option.ts'
import { countClaims } from '../../output/claims/count-claims.ts'
import { plural } from '../../output/plural.ts'
import { printText, printValue } from '../../output/print.ts'
import { toVisibleLine } from '../../output/visible.ts'
import { ShownVerify } from '../../run/verify-progress.ts'
import { note, type Surroundings } from '../../surroundings.ts'

interface Options extends DatabaseOptions {
  readonly files: boolean
  readonly json?: boolean
  readonly manifest?: string
  readonly publicKey?: string
  readonly proof?: string
}

export function addVerify(program: Command, surroundings: Surroundings): void {
  program
    .command('verify')
    .description(
      'check that every stored claim stands in its text where it should, and that nothing was changed or is missing',
    )
    .addOption(databaseOption())
    .option('--no-files', 'leave the files alone that the articles were read from')
    .addOption(
      new Option('--manifest <file>', 'hold the seals against those that hearsay manifest printed').argParser(words),
    )
    .addOption(
      new Option('--public-key <file>', 'require that the owner of this key signed the manifest: a PEM file').argParser(
        words,
      ),
    )
    .addOption(
      new Option(
        '--proof <file>',
        'without the database, check the proofs in a file, and its claims, against the manifest',
      ).argParser(words),
    )
    .option('--json', 'print counts and findings as JSON')
    .addHelpText(
      'after',
      `
Exit code 1 says that something stored does not agree with its article; the claims hit are named. A file that has
changed since it was read is a warning only: its claims hold for the text that is stored.
${examples({
  verify: 'check the default database',
  'verify --db out/2026.db --json': 'for another program',
  'verify --manifest seals.jsonl --public-key hearsay.pub.pem': 'with seals that were kept elsewhere',
  'verify --manifest seals.jsonl --proof budget.proof.jsonl':
    'an article that somebody was given, without the database',
})}`,
    )
    .action(async (options: Options) => {
      if (options.publicKey !== undefined && options.manifest === undefined)
        throw new HearsayError('A public key is for a manifest; say which with --manifest FILE.', 'argument-missing')
      if (options.proof === undefined) await verifyDatabase(options, surroundings)
      else await verifyProofs(options.proof, options, surroundings)
    })
}

async function verifyDatabase(options: Options, surroundings: Surroundings): Promise<void> {
  await withReader(options.db, async reader => {
    const given = options.manifest === undefined ? null : await load(options.manifest, options, surroundings)
    const findings: Finding[] = given === null ? [] : [...given.findings]
    const folder = options.files ? surroundings.workingFolder : null
    const shown = new ShownVerify(surroundings)
    const counts = await verify(reader, {
      folder,
      onFinding: finding => findings.push(finding),
      onProgress: progress => shown.show(progress),
    }).finally(() => shown.end())
    if (given?.isTrusted === true)
      for await (const finding of verifyManifest(given.manifest, keptSealsOf(reader.database))) findings.push(finding)
    const all = { ...counts, ...countLevels(findings), added: await countAdded(reader.database) }
    if (options.json === true) await printValue(surroundings, { ...all, findings })
    else await printText(surroundings, findings.flatMap(describe))
    const held = given?.isTrusted === true ? ` with ${options.manifest}` : ''
    note(surroundings, summarise(all, `${nameOfDatabase(options.db)}${held}`))
    if (all.mismatches > 0) surroundings.setExitCode(EXIT.findings)
  })
}

async function verifyProofs(proof: string, options: Options, surroundings: Surroundings): Promise<void> {
  if (options.manifest === undefined)
    throw new HearsayError('A proof is held against a manifest; say which with --manifest FILE.', 'argument-missing')
  const given = await load(options.manifest, options, surroundings)
  const findings: Finding[] = [...given.findings]
  const counts = given.isTrusted
    ? await checkGivenProofs(proof, given, surroundings.workingFolder, finding => findings.push(finding))
    : { articles: 0, claims: 0 }
  const { articles, claims } = counts
  const { mismatches, warnings } = countLevels(findings)
  if (options.json === true) await printValue(surroundings, { articles, claims, mismatches, warnings, findings })
  else await printText(surroundings, findings.flatMap(describe))
  const outcome = mismatches === 0 ? 'as they were sealed' : `${mismatches} mismatch${mismatches === 1 ? '' : 'es'}`
  note(
    surroundings,
    `${plural(articles, 'proof')} and ${plural(claims, 'exported claim')} in ${proof} checked with ${options.manifest}: ${outcome}.`,
  )
  if (mismatches > 0) surroundings.setExitCode(EXIT.findings)
}

async function load(manifest: string, { publicKey }: Options, { workingFolder }: Surroundings) {
  const loaded = await loadManifest(manifest, publicKey, workingFolder)
  const about = { kind: 'manifest', articleId: null, uri: null, claimIds: [], span: null, places: [] } as const
  const findings: Finding[] = [
    ...loaded.problems.map((message): Finding => ({ level: 'mismatch', ...about, message })),
    ...loaded.warnings.map((message): Finding => ({ level: 'warning', ...about, message })),
  ]
  return { ...loaded, findings }
}

function countLevels(findings: readonly Finding[]): Pick<VerifyCounts, 'mismatches' | 'warnings'> {
  const mismatches = findings.filter(({ level }) => level === 'mismatch').length
  return { mismatches, warnings: findings.length - mismatches }
}

function describe({ level, message, claimIds }: Finding): string[] {
  const claims = claimIds.map(id => `  claim ${id}`)
  return [`${level}: ${toVisibleLine(message)}`, ...(level === 'mismatch' ? claims : [])]
}

function summarise(
  {
    articles,
    claims,
    added,
    spans,
    files,
    missing,
    across,
    mismatches,
    warnings,
  }: VerifyCounts & { readonly added: number },
  path: string,
): string {
  const checked = `${plural(articles, 'article')}, ${countClaims(claims, added)}, ${plural(spans, 'span')} and ${plural(files, 'file')} checked in ${path}`
  const outcome = mismatches === 0 ? 'all agree' : `${mismatches} mismatch${mismatches === 1 ? '' : 'es'}`
  const warned = warnings > 0 ? `, ${plural(warnings, 'warning')}` : ''
  const notFound = missing > 0 ? ` ${plural(missing, 'source file')} not found and so not compared.` : ''
  return `${checked}: ${outcome}${warned}.${notFound}${describeAcross(across, articles)}`
}

/** Nothing where nothing is found across articles, and nothing waits for it. */
function describeAcross(
  { waiting, families, accusations, changes, articlesOfFamilies }: VerifyCounts['across'],
  articles: number,
): string {
  if (waiting > 0)
    return ` What is found across articles was not checked: ${waiting === 1 ? '1 article waits' : `${waiting} articles wait`} for hearsay quotations --update.`
  if (families + accusations + changes === 0) return ''
  const sample =
    articlesOfFamilies < articles ? ` (around ${plural(articlesOfFamilies, 'article')} drawn at random)` : ''
  const held = [
    [families, `${plural(families, 'quotation')}${sample}`],
    [accusations, `${plural(accusations, 'accusation')} with replies`],
    [changes, `${plural(changes, 'change')} of versions`],
  ] as const
  const told = held.filter(([number]) => number > 0).map(([, words]) => words)
  return ` Across articles, ${told.join(', ')} held against what would be found anew.`
}
