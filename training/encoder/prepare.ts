import { createWriteStream, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readTokens } from '../../pipeline/encoding/read-tokens.ts'
import { WordPieces } from '../../pipeline/encoding/word-pieces.ts'
import { findQuotations } from '../../pipeline/quotations/stage.ts'
import { firstTokenAfter } from '../../pipeline/token-search.ts'
import { tokenise } from '../../pipeline/tokens/stage.ts'
import { CodePointText } from '../../src/domain/code-point-text.ts'
import type { Token } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import type { ScoredAttribution } from '../../src/evaluate/gold.ts'
import { readAnnotators } from '../../src/evaluate/polnear.ts'
import { seededRandom } from '../../src/evaluate/seeded-random.ts'
import { alter } from './alter.ts'

/*
 * What train.py learns from: articles as the stages read them, a line of JSON each, so that nothing is read twice in two
 * languages.
 *
 * node src/launch.js training/encoder/prepare.ts --polnear FOLDER --vocabulary FILE --out FILE [--copies N]
 */

const { values } = parseArgs({
  options: {
    polnear: { type: 'string' },
    vocabulary: { type: 'string' },
    out: { type: 'string' },
    copies: { type: 'string', default: '0' },
  },
})
const { polnear, vocabulary, out } = values
if (polnear === undefined || vocabulary === undefined || out === undefined) {
  process.stderr.write('Give --polnear FOLDER, --vocabulary FILE and --out FILE.\n')
  process.exit(2)
}
const pieces = new WordPieces(readFileSync(vocabulary, 'utf8').trimEnd().split('\n'))
const { annotators } = readAnnotators(polnear)
const names = collectNames(annotators.map(([{ text }]) => text))
const file = createWriteStream(out)
for (const [index, versions] of annotators.entries()) {
  const [{ name, text }] = versions
  const units = new CodePointText(text)
  const toUnits = (spans: readonly Span[]): Span[] =>
    spans.map(({ start, end }) => ({ start: units.toUtf16(start), end: units.toUtf16(end) }))
  const gold = versions.map(({ attributions }) =>
    attributions.map(({ source, cue, content }) => ({
      source: toUnits(source),
      cue: toUnits(cue),
      content: toUnits(content),
    })),
  )
  write(name, 0, text, gold, span => span)
  for (let copy = 1; copy <= Number(values.copies); copy += 1) {
    const altered = alter(text, seededRandom(1000 * index + copy), names)
    write(name, copy, altered.text, gold, altered.moved)
  }
}
file.end()

type Roles = Pick<ScoredAttribution, 'source' | 'cue' | 'content'>

function write(
  name: string,
  copy: number,
  text: string,
  gold: readonly (readonly Roles[])[],
  moved: (span: Span) => Span,
): void {
  const layer = tokenise(text)
  const features = readTokens(layer, findQuotations(text, layer))
  const ids = layer.tokens.map(token => pieces.idsOf(token.text))
  const coverAll = (spans: readonly Span[]) => spans.flatMap(span => cover(layer.tokens, moved(span)))
  const line = {
    name,
    copy,
    sizes: ids.map(({ length }) => length),
    pieces: ids.flat(),
    shape: [...features.shape],
    quotation: [...features.quotation],
    break: [...features.break],
    sentence: layer.tokens.map(({ sentence }) => sentence),
    paragraph: layer.tokens.map(({ sentence }) => layer.sentences[sentence]?.paragraph ?? 0),
    gold: gold.map(attributions =>
      attributions.map(({ source, cue, content }) => ({
        source: coverAll(source),
        cue: coverAll(cue),
        content: coverAll(content),
      })),
    ),
  }
  file.write(`${JSON.stringify(line)}\n`)
}

/** Indexes of the tokens that share a character with the span. */
function cover(tokens: readonly Token[], { start, end }: Span): number[] {
  const found: number[] = []
  for (let i = firstTokenAfter(tokens, start); i < tokens.length && (tokens[i] as Token).start < end; i += 1)
    found.push(i)
  return found
}

/** Words with a capital inside sentences of all articles: what may stand for a name. */
function collectNames(texts: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const text of texts)
    for (const [name] of text.matchAll(/(?<=[\p{Ll},] )\p{Lu}\p{Ll}{2,}(?=[ ,.])/gu))
      counts.set(name, (counts.get(name) ?? 0) + 1)
  const common = new Set(texts.flatMap(text => text.match(/(?<!\p{L})\p{Ll}{3,}/gu) ?? []))
  // Often named ones would come back everywhere, and what is written once is too often no name.
  return [...counts]
    .filter(([name, count]) => count >= 2 && count <= 30 && !common.has(name.toLowerCase()))
    .map(([name]) => name)
}
