import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { buildArticleRecord } from '../../../../test/support/article-record.ts'
import { readContent } from '../../../../test/support/database-content.ts'
import { type MachineRun, storeMachine } from '../../../../test/support/machine.ts'
import { makeFolder } from '../../../../test/support/stored-database.ts'
import type { Article } from '../../../domain/article.ts'
import { originOf, toldBy } from '../../runs/origins.ts'
import type { Told } from '../../store.ts'
import { openForReading } from '../open-for-reading.ts'
import { mergeFiles } from './merge-files.ts'

/** What became of one of three articles in a run. */
const outcome = fc.record({
  article: fc.nat(2),
  how: fc.constantFrom('done', 'dead', 'unreadable', 'empty'),
  version: fc.constantFrom(1, 2),
})
type Outcome = typeof outcome extends fc.Arbitrary<infer Value> ? Value : never

/** Of each machine its runs, with outcomes; no two runs begin on the same day. */
const machines = fc
  .array(
    fc.array(fc.uniqueArray(outcome, { selector: ({ article }) => article, minLength: 1 }), {
      minLength: 1,
      maxLength: 2,
    }),
    {
      minLength: 3,
      maxLength: 3,
    },
  )
  .chain(runs =>
    fc
      .shuffledSubarray(
        Array.from({ length: 8 }, (_, day) => day),
        { minLength: 8 },
      )
      .map(days =>
        runs.map((outcomes, i) => outcomes.map((one, k) => toRun(one, days[2 * i + k] as number)).toSorted(byDay)),
      ),
  )

it('gives the same whatever files are merged first, in one step or in several', async () => {
  await fc.assert(
    fc.asyncProperty(machines, fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), async (runs, order) => {
      const paths = runs.map(machine => storeMachine(...machine))
      const at = (i: number) => paths[order[i] as number] as string
      const expected = await mergeStepwise([paths])
      expect(await mergeStepwise([[at(0)], [at(1)], [at(2)]])).toEqual(expected)
      expect(
        await mergeStepwise([
          [at(0), at(1)],
          [at(2), at(0)],
        ]),
      ).toEqual(expected)
    }),
    { numRuns: 15 },
  )
})

async function mergeStepwise(steps: readonly (readonly string[])[]) {
  const into = join(makeFolder(), 'all.db')
  for (const paths of steps) await mergeFiles(paths, into)
  const reader = openForReading(into)
  try {
    return await readContent(reader.database)
  } finally {
    await reader.close()
  }
}

function toRun(outcomes: readonly Outcome[], day: number): MachineRun {
  const version = outcomes[0]?.version ?? 1
  const stages = [{ name: 'claims', version }]
  const records = outcomes.map(({ article }) =>
    buildArticleRecord(`Ms Roy said ${article}.`, [{ source: 'Ms Roy', cue: 'said' }], {
      stages,
      article: { uri: `news/${article}.txt` },
    }),
  )
  const those = (how: string) => records.filter((_, i) => outcomes[i]?.how === how)
  const failed = { stage: 'claims', stageVersion: version, kind: 'timeout', error: `too long on day ${day}` }
  return {
    on: `2026-01-0${day + 1}`,
    stages,
    records: those('done'),
    dead: [
      ...those('dead').map(({ article }) => ({ ...failed, articleId: article.id, uri: article.uri, article })),
      ...those('unreadable').map(({ article: { uri } }) => ({
        ...failed,
        articleId: null,
        uri,
        stage: 'read',
        article: null,
      })),
    ],
    skipped: those('empty').map(({ article: { uri } }) => ({ uri, reason: 'empty' })),
    inputs: [...those('done'), ...those('dead')].map(({ article }) => ({
      articleId: article.id,
      origin: originOf(article),
      told: tellOn(day, article),
    })),
  }
}

/** What the place says on that day; on some days it was not read anew. */
function tellOn(day: number, article: Article): Told | undefined {
  if (day % 3 === 0) return undefined
  const leftOut = Array.from({ length: day % 4 }, (_, n) => ({ reason: 'comments', text: `${n} on day ${day}` }))
  return toldBy({ ...article, title: `Day ${day}`, origins: { title: 'og:title' } }, leftOut)
}

function byDay(a: MachineRun, b: MachineRun): number {
  return a.on < b.on ? -1 : 1
}
