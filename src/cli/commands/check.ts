import { type Command, Option } from 'commander'
import { EXIT, HearsayError } from '../../domain/errors.ts'
import type { Policy } from '../../policy/policy.ts'
import type { JointFinding, PolicyFinding } from '../../policy/policy-finding.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import { addClaimConditions, type ClaimOptions } from '../claim-options.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../database-option.ts'
import { examples } from '../help.ts'
import { loadRules } from '../load-rules.ts'
import { noteUndated } from '../note-undated.ts'
import { plural } from '../output/plural.ts'
import { printText, printValue } from '../output/print.ts'
import { toVisibleLine } from '../output/visible.ts'
import { note, type Surroundings } from '../surroundings.ts'
import { readVersion } from '../version.ts'

interface Options extends DatabaseOptions, ClaimOptions {
  readonly policy?: string
  readonly rules?: string
  readonly strict?: boolean
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
    .option('--strict', 'fail on notes too')
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
printed; shares are counted over whole articles all the same.
${examples({
  check: 'all articles, against the policy that ships with Hearsay',
  'check --print-policy > policy.yaml': 'a policy of your own to begin from',
  'check --policy policy.yaml --since 2026-11-01': "this month's articles",
  'check --policy policy.yaml --article budget.txt --sarif > findings.sarif': 'for a review tool',
})}`,
    )
    .action((options: Options) => check(options, surroundings))
}

async function check(options: Options, surroundings: Surroundings): Promise<void> {
  const { db, policy: policyFile, rules, strict = false, json, sarif, printPolicy, printSchema, ...filter } = options
  // Loaded only here: reading and checking a policy takes libraries that no other command needs.
  const { loadPolicy, readDefaultPolicyText } = await import('../../policy/load-policy.ts')
  if (printPolicy === true) return await printText(surroundings, [readDefaultPolicyText().trimEnd()])
  if (printSchema === true) {
    const { writePolicySchema } = await import('../../policy/policy-schema.ts')
    return await printText(surroundings, [writePolicySchema().trimEnd()])
  }
  const file = rules ?? policyFile
  const policy =
    rules === undefined ? loadPolicy(file, surroundings.workingFolder) : await loadPolicyOfRules(rules, surroundings)
  await withReader(db, async ({ database }) => {
    const isText = json !== true && sarif !== true
    const print = isText ? (found: readonly Finding[]) => printText(surroundings, found.map(describe)) : null
    const { findings, ...counts } = await collect(database, policy, filter, print)
    if (json === true) await printValue(surroundings, { policy: file ?? null, ...counts, findings })
    if (sarif === true) {
      const { toSarif } = await import('../../policy/sarif.ts')
      await printValue(surroundings, toSarif(findings, policy, readVersion()))
    }
    note(surroundings, summarise(counts, file, policy))
    await noteUndated(surroundings, database, filter.since)
    if (counts.errors + counts.warnings + (strict ? counts.notes : 0) > 0) surroundings.setExitCode(EXIT.findings)
  })
}

/** @throws HearsayError (2) when the file is no rules file, or has no policy */
async function loadPolicyOfRules(file: string, surroundings: Surroundings): Promise<Policy> {
  const policy = (await loadRules(file, surroundings))?.policy ?? null
  if (policy === null)
    throw new HearsayError(`${file} has no policy: add rules under "policy", or give --policy FILE.`, EXIT.usage)
  return policy
}

type Finding = PolicyFinding | JointFinding

interface Counts {
  articles: number
  claims: number
  errors: number
  warnings: number
  notes: number
}

/** @param print takes findings as they come, which then are not kept */
async function collect(
  database: StoreDatabase,
  policy: Policy,
  filter: ClaimOptions,
  print: ((findings: readonly Finding[]) => Promise<void>) | null,
): Promise<Counts & { readonly findings: readonly Finding[] }> {
  const { checkArticles } = await import('../../policy/check-articles.ts')
  const counts: Counts = { articles: 0, claims: 0, errors: 0, warnings: 0, notes: 0 }
  const kept: Finding[] = []
  for await (const { articles, claims, findings } of checkArticles(database, policy, filter)) {
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

function summarise({ articles, claims, errors, warnings, notes }: Counts, file: string | undefined, policy: Policy) {
  const against = `${file ?? 'the default policy'} (${plural(policy.rules.length, 'rule')})`
  const found = `${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${plural(notes, 'note')}`
  return `${plural(articles, 'article')} and ${plural(claims, 'claim')} checked against ${against}: ${found}.`
}
