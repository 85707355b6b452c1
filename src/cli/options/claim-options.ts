import type { Command } from 'commander'
import { ACTS, type Act, NAMINGS, type Naming, QUOTATION_TYPES, type QuotationType } from '../../domain/labels.ts'
import { labels, wholeNumber, words } from './argument.ts'

/** The options by which claims are chosen, as `ClaimFilter` has them. */
export interface ClaimOptions {
  readonly source?: string
  readonly naming?: readonly Naming[]
  readonly act?: readonly Act[]
  readonly quotation?: readonly QuotationType[]
  readonly cue?: string
  readonly text?: string
  readonly article?: string
  readonly since?: string
  readonly limit?: number
  readonly attitudes?: boolean
  readonly rejected?: boolean
}

/** Adds the filters of claims to a command that gives claims out. */
export function addClaimOptions(command: Command): Command {
  return addClaimConditions(command)
    .option('--rejected', 'those too that a correction rejected')
    .option('--limit <n>', 'at most so many', wholeNumber(1))
}

/** Adds the conditions that claims can be chosen by. */
export function addClaimConditions(command: Command): Command {
  return command
    .option('--source <words>', 'words in the source or in its resolved name', words)
    .option('--naming <labels>', `how the source is named: ${NAMINGS.join(', ')}`, labels(NAMINGS))
    .option('--act <labels>', `what kind of cue: ${ACTS.join(', ')}`, labels(ACTS))
    .option('--quotation <labels>', `${QUOTATION_TYPES.join(', ')}`, labels(QUOTATION_TYPES))
    .option('--cue <words>', 'the cue or its base form: "told" or "tell"', words)
    .option('--text <words>', 'words of the content; "two words" together, word* for a beginning', words)
    .option('--article <article>', 'path, end of a path, or beginning of an id', words)
    .option('--since <date>', 'published then or later: 2026-05-31 or 2026-05-31T08:00:00Z')
}

/** What {@link addClaimConditions} adds. */
export const CLAIM_CONDITIONS = ['source', 'naming', 'act', 'quotation', 'cue', 'text', 'article', 'since'] as const

/** The conditions among all options of a command. */
export function claimConditionsOf(options: ClaimOptions): Pick<ClaimOptions, (typeof CLAIM_CONDITIONS)[number]> {
  return Object.fromEntries(
    CLAIM_CONDITIONS.flatMap(name => (options[name] === undefined ? [] : [[name, options[name]]])),
  )
}
