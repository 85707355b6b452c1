import process from 'node:process'
import type { Readable, Writable } from 'node:stream'
import type { EngineName } from '../run/engines.ts'

/** What a command has around it: the streams it talks to and the folder it works in. */
export interface Surroundings {
  readonly standardInput: Readable
  readonly standardOutput: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly standardError: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly workingFolder: string
  /** Module that worker threads run, by engine. */
  readonly analysers: Readonly<Record<EngineName, URL>>
  /** Module that the reading thread runs. */
  readonly readerModule: URL
  /** Sets the exit code that the process ends with when nothing else happens. */
  setExitCode(code: number): void
}

/** Those of this process, with the real analyser. */
export function surroundingsOfProcess(): Surroundings {
  return {
    standardInput: process.stdin,
    standardOutput: process.stdout,
    standardError: process.stderr,
    environment: process.env,
    workingFolder: process.cwd(),
    analysers: {
      encoder: moduleBeside('../run/analyse-encoder'),
      linear: moduleBeside('../run/analyse-linear'),
      rules: moduleBeside('../run/analyse-rules'),
    },
    readerModule: moduleBeside('../read/read-discovered'),
    setExitCode: code => {
      process.exitCode = code
    },
  }
}

/** Says something to the person at the terminal; results never go this way. */
export function note({ standardError }: Surroundings, sentence: string): void {
  standardError.write(`${sentence}\n`)
}

/** A module as it lies here: a source file in a checkout, compiled in the package. */
function moduleBeside(path: string): URL {
  return new URL(`${path}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)
}
