import { type Command, Option } from 'commander'
import { EXIT, HearsayError } from '../../../domain/errors.ts'
import type { CheckedArticle, CheckedTogether } from '../../../policy/check-articles.ts'
import type { Policy } from '../../../policy/policy.ts'
import type { JointFinding, PolicyFinding } from '../../../policy/policy-finding.ts'
import { loadRules } from '../../given/load-rules.ts'
import { examples } from '../../help.ts'
import { noteUndated } from '../../notes/note-undated.ts'
import {
  addClaimConditions,
  CLAIM_CONDITIONS,
  type ClaimOptions,
  claimConditionsOf,
} from '../../options/claim-options.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../../options/database-option.ts'
import { addEngineOptions, type EngineOptions } from '../../options/engine-option.ts'
import { addReadingOptions, type ReadingOptions } from '../../options/reading-options.ts'
import { plural } from '../../output/plural.ts'
import { printText, printValue } from '../../output/print.ts'
import { toVisibleLine } from '../../output/visible.ts'
import { heapOption } from '../../run/perform-run.ts'
import { note, type Surroundings } from '../../surroundings.ts'
import { readVersion } from '../../version.ts'

interface Options extends DatabaseOptions, ClaimOptions, ReadingOptions, Omit<EngineOptions, 'rules'> {
  readonly draft?: string
  readonly maxHeap: number
  readonly policy?: string
  readonly rules?: string
  readonly strict?: boolean
  readonly allVersions?: boolean
  readonly json?: boolean
  readonly sarif?: boolean
  readonly printPolicy?: boolean
  readonly printSchema?: boolean
}

export function addCheck(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('check')
    .description('hold articles against newsroom policy: lone anonymous sources, reasons, accusations, quotations')
    .addOption(databaseOption())
    .option('--policy <file>', 'policy as YAML or JSON; otherwise the one that ships with Hearsay')
    .addOption(
      new Option('--rules <file>', 'the policy in a file of rules, as run --rules takes it').conflicts('policy'),
    )
  addClaimConditions(command)
    .addOption(
      new Option('--draft <file>', 'check this article instead, without storing it').conflicts([...CLAIM_CONDITIONS]),
    )
    .addOption(heapOption())
    .option('--strict', 'fail on notes too')
    .option(
      '--all-versions',
      'shares over all articles count every text; otherwise the newest version stands for an article',
    )
    .addOption(new Option('--json', 'print counts and findings as JSON').conflicts('sarif'))
    .option('--sarif', 'print findings as SARIF 2.1.0, for code review and editors')
    .option('--print-policy', 'print the policy that ships with Hearsay, to begin from')
    .option('--print-schema', 'print the JSON Schema of policies')
    .addHelpText(
      'after',
      `
A finding is one line: article, line and column (code points, in the text that Hearsay stores), severity, message, rule,
claim. Exit code 1 says that there is an error or a warning; notes alone do not fail, unless --strict is given. Claims that
a correction rejected do not count, and sources stand as corrected. Conditions choose the claims of which findings are
printed; shares are counted over whole articles all the same. Of a draft, claims are found and not stored, by
the names, words and cue phrases of --rules where that is given.
${examples({
  check: 'all articles, against the policy that ships with Hearsay',
  'check --print-policy > policy.yaml': 'a policy of your own to begin from',
  'check --policy policy.yaml --since 2026-11-01': "this month's articles",
  'check --draft story.docx': 'before it is published',
  'check --policy policy.yaml --article budget.txt --sarif > findings.sarif': 'for a review tool',
})}`,
    )
    .action((options: Options) => check(options, surroundings))
  addEngineOptions(addReadingOptions(command), { takesRules: false })
}

async function check(options: Options, surroundings: Surroundings): Promise<void> {
  const { db, policy: policyFile, rules, draft, printPolicy, printSchema } = options
  // Loaded only here: reading and checking a policy takes libraries that no other command needs.
  const { loadPolicy, readDefaultPolicyText } = await import('../../../policy/load-policy.ts')
  if (printPolicy === true) return await printText(surroundings, [readDefaultPolicyText().trimEnd()])
  if (printSchema === true) {
    const { writePolicySchema } = await import('../../../policy/policy-schema.ts')
    return await printText(surroundings, [writePolicySchema().trimEnd()])
  }
  const file = rules ?? policyFile ?? null
  const policy =
    rules === undefined
      ? loadPolicy(policyFile, surroundings.workingFolder)
      : await loadPolicyOfRules(rules, surroundings)
  const { checkArticles, checkRecord } = await import('../../../policy/check-articles.ts')
  if (draft !== undefined) {
    const { readRecords } = await import('../../run/read-records.ts')
    const records = await readRecords('draft', draft, options, surroundings)
    return await tell(
      await Promise.all(records.map(record => checkRecord(record, policy))),
      { policy, file },
      options,
      surroundings,
    )
  }
  const filter = claimConditionsOf(options)
  await withReader(db, async ({ database }) => {
    const checked = checkArticles(database, policy, filter, { allVersions: options.allVersions })
    await tell(checked, { policy, file }, options, surroundings)
    await noteUndated(surroundings, database, filter.since)
  })
}

/** Prints what was found, as it comes where lines are asked for, and says by the exit code whether it fails. */
async function tell(
  checked: AsyncIterable<Checked> | Iterable<Checked>,
  { policy, file }: { readonly policy: Policy; readonly file: string | null },
  { json, sarif, strict = false }: Options,
  surroundings: Surroundings,
): Promise<void> {
  const isText = json !== true && sarif !== true
  const print = isText ? (found: readonly Finding[]) => printText(surroundings, found.map(describe)) : null
  const { findings, ...counts } = await collect(checked, print)
  if (json === true) await printValue(surroundings, { policy: file, ...counts, findings })
  if (sarif === true) {
    const { toSarif } = await import('../../../policy/sarif.ts')
    await printValue(surroundings, toSarif(findings, policy, readVersion()))
  }
  note(surroundings, summarise(counts, file, policy))
  if (counts.errors + counts.warnings + (strict ? counts.notes : 0) > 0) surroundings.setExitCode(EXIT.findings)
}

/** @throws HearsayError (2) when the file is no rules file, or has no policy */
async function loadPolicyOfRules(file: string, surroundings: Surroundings): Promise<Policy> {
  const policy = (await loadRules(file, surroundings))?.policy ?? null
  if (policy === null)
    throw new HearsayError(`${file} has no policy: add rules under "policy", or give --policy FILE.`, 'policy-invalid')
  return policy
}

type Finding = PolicyFinding | JointFinding
type Checked = CheckedArticle | CheckedTogether

interface Counts {
  articles: number
  claims: number
  errors: number
  warnings: number
  notes: number
}

/** @param print takes findings as they come, which then are not kept */
async function collect(
  checked: AsyncIterable<Checked> | Iterable<Checked>,
  print: ((findings: readonly Finding[]) => Promise<void>) | null,
): Promise<Counts & { readonly findings: readonly Finding[] }> {
  const counts: Counts = { articles: 0, claims: 0, errors: 0, warnings: 0, notes: 0 }
  const kept: Finding[] = []
  for await (const { articles, claims, findings } of checked) {
    counts.articles += articles
    counts.claims += claims
    for (const { severity } of findings) counts[`${severity}s`]++
    if (print === null) kept.push(...findings)
    else await print(findings)
  }
  return { ...counts, findings: kept }
}

function describe({ rule, severity, message, article, claims, span }: Finding): string {
  const place = span === null ? '' : `:${span.startLine}:${span.startColumn}`
  const [claim] = claims
  const concerned = claim === undefined || span === null ? '' : `, claim ${claim.slice(0, 8)}`
  const others = span !== null && claims.length > 1 ? ` and ${claims.length - 1} more` : ''
  return toVisibleLine(
    `${article?.uri ?? 'All articles'}${place}: ${severity}: ${message} [${rule}${concerned}${others}]`,
  )
}

function summarise({ articles, claims, errors, warnings, notes }: Counts, file: string | null, policy: Policy) {
  const against = `${file ?? 'the default policy'} (${plural(policy.rules.length, 'rule')})`
  const found = `${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${plural(notes, 'note')}`
  return `${plural(articles, 'article')} and ${plural(claims, 'claim')} checked against ${against}: ${found}.`
}
