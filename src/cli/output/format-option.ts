import { type Command, Option } from 'commander'
import type { Surroundings } from '../surroundings.ts'
import type { OutputFormat } from './print.ts'

const FORMAT_FLAGS = ['json', 'nl', 'csv', 'table'] as const

export interface FormatOptions {
  readonly json?: boolean
  readonly nl?: boolean
  readonly csv?: boolean
  readonly table?: boolean
}

/** Adds `--json`, `--nl`, `--csv` and `-t` to a command that lists rows. */
export function addFormatOptions(command: Command): Command {
  const others = (flag: string) => FORMAT_FLAGS.filter(other => other !== flag)
  return command
    .addOption(new Option('--json', 'print one JSON array').conflicts(others('json')))
    .addOption(new Option('--nl', 'print one JSON object a line').conflicts(others('nl')))
    .addOption(new Option('--csv', 'print CSV with a header line').conflicts(others('csv')))
    .addOption(
      new Option('-t, --table', 'print a table, as on a terminal; elsewhere plain lines with tabs').conflicts(
        others('table'),
      ),
    )
}

/** The format that the user asked for, else a table on a terminal and plain lines elsewhere. */
export function chooseFormat(options: FormatOptions, { standardOutput }: Surroundings): OutputFormat {
  return FORMAT_FLAGS.find(flag => options[flag] === true) ?? (standardOutput.isTTY === true ? 'table' : 'plain')
}
