import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { MeasuredAnalyser } from './analysers.ts'
import type { RunFigures } from './run-once.ts'

/** One run of a folder in a process of its own. */
export function runOnce(
  folder: string,
  database: string,
  threads: number,
  analyser: MeasuredAnalyser,
): Promise<RunFigures> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'run-once.ts'), [folder, database, String(threads), analyser.name])
    child.once('message', figures => resolve(figures as RunFigures))
    child.once('error', reject)
    child.once('exit', code => reject(new Error(`the run ended with code ${code} and no figures`)))
  })
}
