import type { Analyser } from '../../src/run/analyser.ts'

export interface MeasuredAnalyser {
  readonly name: string
  readonly url: URL
  load(): Promise<Analyser>
}

const beside = (module: string): URL => new URL(`../../src/run/${module}`, import.meta.url)

/** What `hearsay run` does when it is told nothing. */
export const DEFAULT: MeasuredAnalyser = {
  name: 'default',
  url: beside('analyse.ts'),
  load: () => import('../../src/run/analyse.ts'),
}

/** What it does with `--rules`. */
export const RULES: MeasuredAnalyser = {
  name: 'rules alone',
  url: beside('analyse-rules.ts'),
  load: () => import('../../src/run/analyse-rules.ts'),
}
