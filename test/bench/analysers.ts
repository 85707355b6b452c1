import type { Analyser } from '../../src/run/analyser.ts'

export interface MeasuredAnalyser {
  readonly name: string
  readonly url: URL
  /** Whether it takes the learned model's memory. */
  readonly isLearned: boolean
  load(): Promise<Analyser>
}

const beside = (module: string): URL => new URL(`../../src/run/${module}`, import.meta.url)

/** What `hearsay run` does with `--fast`. */
export const LINEAR: MeasuredAnalyser = {
  name: 'linear',
  url: beside('analyse-linear.ts'),
  isLearned: true,
  load: () => import('../../src/run/analyse-linear.ts'),
}

/** What it does with `--rules`. */
export const RULES: MeasuredAnalyser = {
  name: 'rules alone',
  url: beside('analyse-rules.ts'),
  isLearned: false,
  load: () => import('../../src/run/analyse-rules.ts'),
}

export const ANALYSERS: readonly MeasuredAnalyser[] = [LINEAR, RULES]
