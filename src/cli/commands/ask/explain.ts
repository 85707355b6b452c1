import type { Command } from 'commander'
import { explainClaim } from '../../../audit/explain.ts'
import { calibrate, readCalibration } from '../../../store/calibration.ts'
import { examples } from '../../help.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../../options/database-option.ts'
import { formatExplanation } from '../../output/claims/explanation.ts'
import { choosePaint } from '../../output/paint.ts'
import { printText, printValue } from '../../output/print.ts'
import type { Surroundings } from '../../surroundings.ts'

interface Options extends DatabaseOptions {
  readonly json?: boolean
}

export function addExplain(program: Command, surroundings: Surroundings): void {
  program
    .command('explain')
    .description('say where a claim comes from and why it is one')
    .argument('<claim>', 'id of a claim, or the beginning of one')
    .addOption(databaseOption())
    .option('--json', 'print the explanation as JSON')
    .addHelpText(
      'after',
      `
Prints the claim in its sentence, each part with its offsets (code points), the article's hash and where it came from,
the rules that fired with their reasons and versions, the run, and what was considered nearby and rejected.
${examples({
  'explain 3f9a2c': 'a claim as claims and show name it',
  'explain 3f9a2c --json': 'for another program',
})}`,
    )
    .action((claim: string, options: Options) => explain(claim, options, surroundings))
}

async function explain(reference: string, options: Options, surroundings: Surroundings): Promise<void> {
  await withReader(options.db, async ({ database }) => {
    const explanation = await explainClaim(database, reference)
    const calibration = readCalibration(options.db, surroundings.environment.HEARSAY_CALIBRATION)
    const read = calibration === null ? null : calibrate(calibration, explanation.claim.confidence)
    if (options.json === true) await printValue(surroundings, { ...explanation, calibratedConfidence: read })
    else await printText(surroundings, formatExplanation(explanation, choosePaint(surroundings), read))
  })
}
