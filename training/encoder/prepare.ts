import { createWriteStream, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { WordPieces } from '../../pipeline/encoding/word-pieces.ts'
import { firstTokenAfter } from '../../pipeline/positions/token-search.ts'
import type { Token } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { CodePointText } from '../../src/domain/text/code-point-text.ts'
import { seededRandom } from '../../src/evaluate/figures/seeded-random.ts'
import type { ScoredAttribution } from '../../src/evaluate/gold/gold.ts'
import { readAnnotators } from '../../src/evaluate/gold/polnear.ts'
import { alter } from './alter.ts'
import { collectNames } from './collect-names.ts'
import { readForTraining } from './read-for-training.ts'
import { readGoldArticles } from './read-gold-articles.ts'

/*
 * What train.py learns from: articles as the stages read them, a line of JSON each, so that nothing is read twice in two
 * languages.
 *
 * node src/launch.js training/encoder/prepare.ts --polnear FOLDER|--texts FOLDER|--gold PATH… --vocabulary FILE --out FILE [--copies N]
 *
 * --gold takes what `hearsay gold` and `hearsay import --gold` wrote: files, or folders of them. --texts takes a folder of .txt files without annotations, which a teacher reads; long ones are cut at empty lines.
 */

const { values } = parseArgs({
  options: {
    polnear: { type: 'string' },
    texts: { type: 'string' },
    gold: { type: 'string', multiple: true },
    vocabulary: { type: 'string' },
    out: { type: 'string' },
    copies: { type: 'string', default: '0' },
  },
})
const { polnear, texts, gold: golds, vocabulary, out } = values
if (
  [polnear, texts, golds].filter(given => given !== undefined).length !== 1 ||
  vocabulary === undefined ||
  out === undefined
) {
  process.stderr.write('Give --polnear FOLDER, --texts FOLDER or --gold PATH, --vocabulary FILE and --out FILE.\n')
  process.exit(2)
}
/** About as many characters as an article of PolNeAR has. */
const ARTICLE_LENGTH = 4000
const pieces = new WordPieces(readFileSync(vocabulary, 'utf8').trimEnd().split('\n'))
const file = createWriteStream(out)
const read =
  polnear !== undefined
    ? readArticles(polnear)
    : golds !== undefined
      ? readGoldArticles(golds)
      : readTexts(texts as string)
const names = collectNames(read.map(({ text }) => text))
for (const [index, { name, text, gold }] of read.entries()) {
  write(name, 0, text, gold, span => span)
  for (let copy = 1; copy <= Number(values.copies); copy += 1) {
    const altered = alter(text, seededRandom(1000 * index + copy), names)
    write(name, copy, altered.text, gold, altered.moved)
  }
}
file.end()

type Roles = Pick<ScoredAttribution, 'source' | 'cue' | 'content'>

interface Read {
  readonly name: string
  readonly text: string
  /** By annotator; none where nobody annotated the text. Offsets are UTF-16. */
  readonly gold: readonly (readonly Roles[])[]
}

function readArticles(folder: string): Read[] {
  return readAnnotators(folder).annotators.map(versions => {
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
    return { name, text, gold }
  })
}

function readTexts(folder: string): Read[] {
  const files = readdirSync(folder).filter(name => name.endsWith('.txt'))
  return files.toSorted().flatMap(name => {
    const parts = [...cutAtEmptyLines(readFileSync(join(folder, name), 'utf8'))]
    return parts.map((text, i) => ({ name: `${name} ${i}`, text, gold: [] }))
  })
}

function* cutAtEmptyLines(text: string): Generator<string> {
  let part = ''
  for (const block of text.split(/\n\s*\n/)) {
    if (part !== '' && part.length + block.length > ARTICLE_LENGTH) {
      yield part
      part = ''
    }
    part += part === '' ? block : `\n\n${block}`
  }
  if (part !== '') yield part
}

function write(
  name: string,
  copy: number,
  text: string,
  gold: readonly (readonly Roles[])[],
  moved: (span: Span) => Span,
): void {
  const { layer, line } = readForTraining(text, pieces)
  const coverAll = (spans: readonly Span[]) => spans.flatMap(span => cover(layer.tokens, moved(span)))
  const whole = {
    name,
    copy,
    ...line,
    gold: gold.map(attributions =>
      attributions.map(({ source, cue, content }) => ({
        source: coverAll(source),
        cue: coverAll(cue),
        content: coverAll(content),
      })),
    ),
  }
  file.write(`${JSON.stringify(whole)}\n`)
}

/** Indexes of the tokens that share a character with the span. */
function cover(tokens: readonly Token[], { start, end }: Span): number[] {
  const found: number[] = []
  for (let i = firstTokenAfter(tokens, start); i < tokens.length && (tokens[i] as Token).start < end; i += 1)
    found.push(i)
  return found
}
