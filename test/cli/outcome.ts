import type { Surroundings } from '../../src/cli/surroundings.ts'

/** What a command line ended with. */
export interface Outcome {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** What a command line is given beside its arguments. */
export interface Giving {
  readonly input?: string | Uint8Array
  readonly env?: NodeJS.ProcessEnv
  /** Modules that threads run in place of the real ones, where the command runs in the test's own process. */
  readonly readerModule?: URL
  readonly analysers?: Surroundings['analysers']
}

/** Commands that analyse articles on threads. */
const ANALYSING = new Set(['run', 'retry', 'work'])

/**
 * The arguments with `--threads 1` where they leave the number open: it changes nothing in what is stored, and each
 * thread loads the pipeline anew. Tests of the number itself give one.
 */
export function withOneThread(args: readonly string[]): readonly string[] {
  return ANALYSING.has(args[0] ?? '') && !args.includes('--threads') ? [...args, '--threads', '1'] : args
}
