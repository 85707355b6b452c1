import { parseArgs } from 'node:util'
import { seededRandom } from '../../src/evaluate/figures/seeded-random.ts'
import type { ScoredArticle } from '../../src/evaluate/gold/gold.ts'
import { readPolnear } from '../../src/evaluate/gold/polnear.ts'
import { toScoredArticle } from '../../src/evaluate/gold/scored-record.ts'
import { leaveOutNested } from '../../src/evaluate/leave-out.ts'
import { scoreArticles } from '../../src/evaluate/score.ts'
import { createPipeline } from '../../src/run/create-pipeline.ts'
import { chooseModel } from '../../src/run/model/choose-model.ts'
import { alterBy, WAYS, type Way } from './alter.ts'
import { moveArticle } from './altered-article.ts'
import { collectNames } from './collect-names.ts'

/*
 * What each way to alter a text costs: F1 of relations in articles as they are and in copies that one way befell.
 *
 * node src/launch.js training/encoder/measure-altered.ts --polnear FOLDER [--engine encoder|linear|rules]
 * The model is that of pipeline/model, or of the folder that HEARSAY_MODEL names.
 */

const { values } = parseArgs({
  options: { polnear: { type: 'string' }, engine: { type: 'string', default: 'encoder' } },
})
const { polnear, engine } = values
if (polnear === undefined || (engine !== 'encoder' && engine !== 'linear' && engine !== 'rules')) {
  process.stderr.write('Give --polnear FOLDER, and as --engine encoder, linear or rules.\n')
  process.exit(2)
}

chooseModel()
const { analyse } = await createPipeline({ engine })
const { articles } = readPolnear(polnear)
const names = collectNames(articles.map(({ text }) => text))
const plain = await measure(articles)
report('as they are', plain)
for (const way of Object.keys(WAYS) as Way[]) {
  const copies = articles.map((one, i) => moveArticle(one, alterBy(one.text, seededRandom(i), names, [way])))
  report(way, await measure(copies))
}

async function measure(golds: readonly ScoredArticle[]): Promise<number> {
  const pairs = []
  for (const gold of golds) {
    const record = await analyse(gold.text)
    pairs.push({ gold, predicted: toScoredArticle(record) })
  }
  return scoreArticles(leaveOutNested(pairs).pairs, { resamples: 0 }).relation.f1
}

function report(way: string, f1: number): void {
  const change = f1 - plain
  process.stdout.write(`${way.padEnd(20)}${(100 * f1).toFixed(1)}${(100 * change).toFixed(1).padStart(8)}\n`)
}
