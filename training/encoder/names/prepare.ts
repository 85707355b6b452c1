import { createWriteStream, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { listCandidates } from '../../../pipeline/coreference/candidates.ts'
import { FEATURE_COUNT, PairReader } from '../../../pipeline/coreference/pair-features.ts'
import { KINDS, readReference } from '../../../pipeline/coreference/reference.ts'
import { WordPieces } from '../../../pipeline/encoding/word-pieces.ts'
import { numberForms } from '../../../pipeline/forms.ts'
import { numberQuotations } from '../../../pipeline/positions/quotation-states.ts'
import { findQuotations } from '../../../pipeline/quotations/stage.ts'
import type { TokensLayer } from '../../../src/domain/layers.ts'
import type { Span } from '../../../src/domain/span.ts'
import { seededRandom } from '../../../src/evaluate/figures/seeded-random.ts'
import { GAZETTEER } from '../../../src/nlp/gazetteer.ts'
import { alter } from '../alter.ts'
import { readForTraining } from '../read-for-training.ts'
import type { AnnotatedText } from './annotated.ts'
import { readGap, readGum, readIeer, readLitbank, readSilver, readUner } from './read-corpora.ts'
import { collectPools, rename } from './rename.ts'
import { toReferences } from './to-references.ts'

/*
 * What train.py learns names and coreference from: a line of JSON for each text, with its references, the pairs among them and
 * what they are compared by, as the stages read them.
 *
 * node src/launch.js training/encoder/names/prepare.ts --vocabulary FILE --out FOLDER [--gum FOLDER …] [--litbank FOLDER]
 *   [--ieer FOLDER] [--uner FOLDER] [--gap FOLDER] [--polnear FOLDER]
 */

const { values } = parseArgs({
  options: {
    gum: { type: 'string', multiple: true },
    litbank: { type: 'string' },
    ieer: { type: 'string' },
    uner: { type: 'string' },
    gap: { type: 'string' },
    polnear: { type: 'string' },
    vocabulary: { type: 'string' },
    out: { type: 'string' },
  },
})
const { vocabulary, out } = values
if (vocabulary === undefined || out === undefined) {
  process.stderr.write('Give --vocabulary FILE and --out FOLDER.\n')
  process.exit(2)
}
/** Longer texts are cut at sentences: one text is a step. */
const MOST_TOKENS = 1100
const COPIES = { gum: 5, ieer: 3, litbank: 1, uner: 2, gap: 1, silver: 1 } as const
/** Shares of copies that are all in capitals, and whose marks, breaks and headlines change beside their names. */
const CAPITALS = 0.04
const ALTERED = 0.5

const pieces = new WordPieces(readFileSync(vocabulary, 'utf8').trimEnd().split('\n'))
mkdirSync(out, { recursive: true })
const corpora = {
  gum: (values.gum ?? []).flatMap(readGum),
  litbank: values.litbank === undefined ? [] : readLitbank(values.litbank),
  ieer: values.ieer === undefined ? [] : readIeer(values.ieer),
  uner: values.uner === undefined ? [] : readUner(values.uner),
  gap: values.gap === undefined ? [] : readGap(values.gap),
  silver: values.polnear === undefined ? [] : readSilver(values.polnear),
}
const pools = collectPools(Object.values(corpora).flat(), GAZETTEER.keys())
for (const [corpus, texts] of Object.entries(corpora)) {
  if (texts.length === 0) continue
  const file = createWriteStream(join(out, `${corpus}.jsonl`))
  const counts: Record<string, number> = {}
  for (const [index, annotated] of texts.entries()) {
    for (let copy = 0; copy <= COPIES[annotated.corpus]; copy += 1) {
      const changed =
        copy === 0 ? { ...annotated, moved: unmoved } : change(annotated, seededRandom(1000 * index + copy))
      const { layer, line } = readForTraining(changed.text, pieces)
      const quotations = findQuotations(changed.text, layer)
      const numbers = numberQuotations(layer, quotations)
      const forms = numberForms(layer.tokens)
      const all = toReferences(layer.tokens, changed.references, changed.moved)
      for (const [part, [from, to]] of cut(layer).entries()) {
        const own = all.filter(one => one.from >= from && one.to <= to)
        const references = own.map(one => readReference(layer.tokens, one))
        const candidates = listCandidates(layer, references)
        const reader = new PairReader(layer, token => numbers[token] as number, references)
        const total = candidates.reduce((sum, { length }) => sum + length, 0)
        const back = new Uint16Array(total)
        const features = new Uint8Array(total * FEATURE_COUNT)
        let at = 0
        for (const [i, list] of candidates.entries()) {
          for (const [rank, j] of list.entries()) {
            back[at] = i - j
            reader.read(i, j, rank, features, at * FEATURE_COUNT)
            at += 1
          }
        }
        const first = line.sizes.slice(0, from).reduce((sum, size) => sum + size, 0)
        const length = line.sizes.slice(from, to).reduce((sum, size) => sum + size, 0)
        const chains = [...new Set(own.map(({ chain }) => chain).filter(chain => chain !== null))]
        for (const { kind } of own) counts[kind] = (counts[kind] ?? 0) + 1
        const whole = {
          name: annotated.name,
          part,
          copy,
          corpus: annotated.corpus,
          sizes: line.sizes.slice(from, to),
          pieces: line.pieces.slice(first, first + length),
          shape: line.shape.slice(from, to),
          quotation: line.quotation.slice(from, to),
          break: line.break.slice(from, to),
          form: [...forms.subarray(from, to)],
          references: own.map(({ kind, from: start, to: end, chain }) => [
            start - from,
            end - from,
            KINDS.indexOf(kind),
            chain === null ? -1 : chains.indexOf(chain),
          ]),
          candidates: candidates.map(({ length }) => length),
          back: Buffer.from(back.buffer).toString('base64'),
          features: Buffer.from(features.buffer).toString('base64'),
        }
        file.write(`${JSON.stringify(whole)}\n`)
      }
    }
  }
  file.end()
  process.stderr.write(`${corpus}: ${texts.length} texts, ${JSON.stringify(counts)}\n`)
}

/** Parts `[from, to)` of at most so many tokens, cut at sentences where they are short enough. */
function cut({ tokens, sentences }: TokensLayer): [number, number][] {
  const parts: [number, number][] = []
  const count = Math.ceil(tokens.length / MOST_TOKENS)
  const even = tokens.length / Math.max(1, count)
  let from = 0
  for (const { firstToken, endToken } of sentences) {
    if (firstToken > from && endToken - from > even * 1.05) {
      parts.push([from, firstToken])
      from = firstToken
    }
  }
  if (from < tokens.length) parts.push([from, tokens.length])
  return parts
}

function change(annotated: AnnotatedText, random: () => number): AnnotatedText & { moved: (span: Span) => Span } {
  const renamed = rename(annotated, random, pools)
  const capitals = renamed.text.toUpperCase()
  if (random() < CAPITALS && capitals.length === renamed.text.length)
    return { ...renamed, text: capitals, moved: unmoved }
  // Names changed already.
  return random() < ALTERED ? { ...renamed, ...alter(renamed.text, random, []) } : { ...renamed, moved: unmoved }
}

function unmoved(span: Span): Span {
  return span
}
