import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { findAttributions } from './pipeline/attributions/rules/find-attributions.ts'
import { findQuotations } from './pipeline/quotations/stage.ts'
import { tokenise } from './pipeline/tokens/stage.ts'
import type { Span } from './src/domain/span.ts'
import { CodePointText } from './src/domain/text/code-point-text.ts'
import type { ScoredArticle } from './src/evaluate/gold/gold.ts'
import { readPolnear } from './src/evaluate/gold/polnear.ts'
import type { TrainingArticle } from './training/linear/article.ts'
import { TRAINING_STEPS, trainModel } from './training/linear/train-model.ts'

/*
 * Trains the attribution model: npm run train -- --polnear ../shared/polnear/train [--out FILE] [--articles N]
 * The same articles give the same bytes. Progress goes to stderr.
 */

const { values } = parseArgs({
  options: {
    polnear: { type: 'string' },
    out: { type: 'string', default: join(import.meta.dirname, 'pipeline/attributions/linear/model/attributions.bin') },
    articles: { type: 'string' },
  },
})
if (values.polnear === undefined) {
  process.stderr.write('Say where the annotated articles are: npm run train -- --polnear FOLDER\n')
  process.exit(2)
}
const { articles } = readPolnear(values.polnear)
const chosen = values.articles === undefined ? articles : articles.slice(0, Number(values.articles))
const started = performance.now()
let step = 0
const file = trainModel(chosen.map(toTrainingArticle), name => {
  step += 1
  const seconds = ((performance.now() - started) / 1000).toFixed(0).padStart(4)
  const bar = '='.repeat(Math.round((step / TRAINING_STEPS) * 30)).padEnd(30)
  const line = `[${bar}] ${seconds} s  ${name}`
  process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`)
})
mkdirSync(dirname(values.out), { recursive: true })
writeFileSync(values.out, file)
const seconds = ((performance.now() - started) / 1000).toFixed(0)
process.stderr.write(`\nWrote ${values.out}: ${file.length} bytes from ${chosen.length} articles in ${seconds} s\n`)

function toTrainingArticle({ name, text, attributions }: ScoredArticle): TrainingArticle {
  const tokens = tokenise(text)
  const units = new CodePointText(text)
  const toUnits = (spans: readonly Span[]): Span[] =>
    spans.map(({ start, end }) => ({ start: units.toUtf16(start), end: units.toUtf16(end) }))
  const quotations = findQuotations(text, tokens)
  return {
    name,
    tokens,
    quotations,
    ruled: findAttributions(text, tokens, quotations, { name: 'attributions', version: 1 }).attributions,
    attributions: attributions.map(({ source, cue, content }) => ({
      source: toUnits(source),
      cue: toUnits(cue),
      content: toUnits(content),
    })),
  }
}
