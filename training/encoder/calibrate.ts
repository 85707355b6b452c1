import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { cueTokens } from '../../pipeline/attributions/encoder/choose.ts'
import { type Calibration, readSigns } from '../../pipeline/attributions/encoder/confidence.ts'
import { proposeAttributions } from '../../pipeline/attributions/encoder/find-encoder-attributions.ts'
import type { Proposal } from '../../pipeline/attributions/encoder/read-arguments.ts'
import { encode } from '../../pipeline/encoding/encode.ts'
import { loadEncoder } from '../../pipeline/encoding/stage.ts'
import { loadModel } from '../../pipeline/open-model.ts'
import { findQuotations } from '../../pipeline/quotations/stage.ts'
import { tokenise } from '../../pipeline/tokens/stage.ts'
import { CodePointText } from '../../src/domain/code-point-text.ts'
import type { Token } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import type { ScoredAttribution } from '../../src/evaluate/gold.ts'
import { readPolnear } from '../../src/evaluate/polnear.ts'
import { chooseModel } from '../../src/run/choose-model.ts'

/*
 * Fits how likely a proposal is right to what the exported model says of the articles that training left out, and writes it
 * into the model's settings: most of what int8 loses is a shift of its scores.
 *
 * node src/launch.js training/encoder/calibrate.ts --polnear FOLDER --settings FILE
 * The model is that of pipeline/model, or of the folder that HEARSAY_MODEL names.
 */

const { values } = parseArgs({ options: { polnear: { type: 'string' }, settings: { type: 'string' } } })
const { polnear, settings } = values
if (polnear === undefined || settings === undefined) {
  process.stderr.write('Give --polnear FOLDER and --settings FILE.\n')
  process.exit(2)
}
/** As train.py leaves them out. */
const isHeldOut = (index: number) => index % 20 === 7
const PENALTY = 1e-3
const ROUNDS = 50

chooseModel()
const [encoder, model] = [await loadEncoder(), await loadModel()]
const rows: number[][] = []
const right: number[] = []
for (const [index, { text, attributions: gold }] of readPolnear(polnear).articles.entries()) {
  if (!isHeldOut(index)) continue
  const tokens = tokenise(text)
  const quotations = findQuotations(text, tokens)
  const encoding = await encode(encoder, tokens, quotations)
  const sets = toTokenSets(text, tokens.tokens, gold)
  for (const proposal of await proposeAttributions(tokens, quotations, encoding, model)) {
    rows.push([1, ...readSigns(proposal)])
    right.push(isRight(tokens.tokens, proposal, sets) ? 1 : 0)
  }
}
const [bias, verdict, cue, path] = fit(rows, right) as [number, number, number, number]
const calibration: Calibration = { verdict, cue, path, bias }
const known = JSON.parse(readFileSync(settings, 'utf8'))
writeFileSync(settings, `${JSON.stringify({ ...known, calibration })}\n`)
const share = right.reduce((sum, one) => sum + one, 0) / right.length
process.stderr.write(`${right.length} proposals, ${(100 * share).toFixed(1)} % right: ${JSON.stringify(calibration)}\n`)

type Sets = Readonly<Record<'cue' | 'source' | 'content', ReadonlySet<number>>>

function toTokenSets(text: string, tokens: readonly Token[], gold: readonly ScoredAttribution[]): Sets[] {
  const units = new CodePointText(text)
  const setOf = (spans: readonly Span[]) =>
    new Set(
      tokens.flatMap(({ start, end, text: word }, i) =>
        isWord(word) && spans.some(span => start < units.toUtf16(span.end) && units.toUtf16(span.start) < end)
          ? [i]
          : [],
      ),
    )
  return gold.map(({ cue, source, content }) => ({ cue: setOf(cue), source: setOf(source), content: setOf(content) }))
}

function isRight(tokens: readonly Token[], proposal: Proposal, gold: readonly Sets[]): boolean {
  const words = (indexes: readonly number[]) => new Set(indexes.filter(i => isWord((tokens[i] as Token).text)))
  const [cue, source, content] = [words(cueTokens(proposal)), words(proposal.source), words(proposal.content)]
  return gold.some(
    one =>
      !cue.isDisjointFrom(one.cue) &&
      (source.size === 0 && one.source.size === 0 ? true : !source.isDisjointFrom(one.source)) &&
      content.intersection(one.content).size >= 0.5 * Math.max(1, content.union(one.content).size),
  )
}

function isWord(token: string): boolean {
  return /[\p{L}\p{N}]/u.test(token)
}

/** Logistic regression by Newton's method. */
function fit(rows: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = rows[0]?.length ?? 0
  let weights = Array<number>(size).fill(0)
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = weights.map(weight => -PENALTY * weight)
    const hessian = weights.map((_, i) => weights.map((_, j) => (i === j ? PENALTY : 0)))
    rows.forEach((row, k) => {
      const score = row.reduce((sum, value, i) => sum + value * (weights[i] as number), 0)
      const probability = 1 / (1 + Math.exp(-score))
      row.forEach((value, i) => {
        gradient[i] = (gradient[i] as number) + value * ((right[k] as number) - probability)
        row.forEach((other, j) => {
          const line = hessian[i] as number[]
          line[j] = (line[j] as number) + value * other * probability * (1 - probability)
        })
      })
    })
    const move = solve(hessian, gradient)
    weights = weights.map((weight, i) => weight + (move[i] as number))
    if (Math.max(...move.map(Math.abs)) < 1e-9) break
  }
  return weights
}

/** Gauss with pivots. */
function solve(matrix: readonly (readonly number[])[], values: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, values[i] as number])
  for (let i = 0; i < rows.length; i += 1) {
    const pivot = rows
      .slice(i)
      .reduce((best, row) => (Math.abs(row[i] as number) > Math.abs(best[i] as number) ? row : best))
    rows.splice(rows.indexOf(pivot), 1)
    rows.splice(i, 0, pivot)
    for (const row of rows) {
      if (row === pivot) continue
      const factor = (row[i] as number) / (pivot[i] as number)
      for (let j = i; j < row.length; j += 1) row[j] = (row[j] as number) - factor * (pivot[j] as number)
    }
  }
  return rows.map((row, i) => (row.at(-1) as number) / (row[i] as number))
}
