import { relative } from 'node:path'
import process from 'node:process'
import type { Reporter, TestModule } from 'vitest/node'

const MOST = 10

/** Prints the ten slowest files at the end, with the processor time that they took, so that nobody has to look for them. */
export function slowestFiles(): Reporter {
  return {
    onTestRunEnd(modules) {
      // Whoever runs a few files knows them.
      if (modules.length > MOST) process.stdout.write(describeSlowest(modules))
    },
  }
}

function describeSlowest(modules: readonly TestModule[]): string {
  const files = modules.map(module => ({
    path: relative(process.cwd(), module.moduleId),
    seconds: secondsOf(module),
    processor: module.meta().processorSeconds ?? 0,
  }))
  const lines = files
    .toSorted((one, other) => other.seconds - one.seconds)
    .slice(0, MOST)
    .map(
      ({ path, seconds, processor }) =>
        `${seconds.toFixed(1).padStart(7)} s ${processor.toFixed(1).padStart(7)} s  ${path}`,
    )
  const total = files.reduce((sum, { processor }) => sum + processor, 0)
  return `Slowest files, by the clock and in processor time (of ${total.toFixed(0)} s in all):\n${lines.join('\n')}\n\n`
}

function secondsOf(module: TestModule): number {
  const { collectDuration, setupDuration, duration } = module.diagnostic()
  return (collectDuration + setupDuration + duration) / 1000
}
