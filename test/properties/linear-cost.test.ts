import process from 'node:process'
import { expect, it } from 'vitest'
import { attributionsStage } from '../../pipeline/attributions/stage.ts'
import { arrangeStages } from '../../pipeline/stages.ts'
import { articleWith } from '../support/article.ts'

const { run } = arrangeStages(attributionsStage)
/** Characters, and how many times as many: of a cost that grows with the square, 16 times as much. */
const SIZE = 20_000
const TIMES = 4
/** Between 4 and 16 there is room for whatever else the machine does. */
const MOST = 9

/** Milliseconds of processor time of one stage, the less of two: other work only adds to it. */
function costOf(stage: string, text: string): number {
  const article = articleWith(text)
  const costs = [0, 1].map(() => {
    let start: NodeJS.CpuUsage | null = null
    let cost = 0
    run(article, ({ name }) => {
      if (start !== null) cost ||= millisecondsSince(start)
      if (name === stage) start = process.threadCpuUsage()
    })
    return cost
  })
  return Math.min(...costs)
}

function millisecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(start)
  return (user + system) / 1000
}

// Each took 15 to 17 times as long before.
it.each([
  ['cues that the engines share', 'attributions', 'according to officials, '],
  ['quotations with a cue each', 'attributions', '“The bridge is closed,” he said. '],
])('four times as many cost no more than a few times as much: %s', (_, stage, piece) => {
  const make = (length: number) => piece.repeat(Math.ceil(length / piece.length))
  costOf(stage, make(SIZE))
  const few = costOf(stage, make(SIZE))
  expect(costOf(stage, make(TIMES * SIZE)) / few).toBeLessThan(MOST)
})
