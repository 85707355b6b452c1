import { createWriteStream, globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { WordPieces } from '../../pipeline/encoding/word-pieces.ts'
import { firstTokenAfter } from '../../pipeline/token-search.ts'
import { CodePointText } from '../../src/domain/code-point-text.ts'
import type { Token } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { readForTraining } from './read-for-training.ts'

/*
 * What train.py learns names and coreference from: documents as the stages read them, a line of JSON each, with the tokens of
 * every name, description of a person and personal pronoun, and the chain that each belongs to.
 *
 * node src/launch.js training/encoder/prepare-names.ts --source gum|litbank|uner|gap|silver --from PATH --vocabulary FILE --out FILE
 *
 * --from is a folder, of silver PolNeAR's own, in which names/ lies beside train/.
 */

const { values } = parseArgs({
  options: {
    source: { type: 'string' },
    from: { type: 'string' },
    vocabulary: { type: 'string' },
    out: { type: 'string' },
  },
})

/** A name, description or pronoun. Offsets are UTF-16; `chain` is null where nobody said. */
interface Mention extends Span {
  readonly chain: string | null
}

interface Document {
  readonly name: string
  readonly text: string
  readonly names: readonly (Mention & { readonly type: number })[]
  readonly descriptions: readonly Mention[]
  readonly pronouns: readonly Mention[]
}

/** Numbers of the types, and what each corpus calls them. */
const PERSON = 0
const PLACE = 1
const ORGANISATION = 2
const TYPES: Readonly<Record<string, number>> = {
  person: PERSON,
  PER: PERSON,
  place: PLACE,
  LOC: PLACE,
  GPE: PLACE,
  FAC: PLACE,
  organization: ORGANISATION,
  organisation: ORGANISATION,
  ORG: ORGANISATION,
}
const PRONOUNS = new Set(['he', 'she', 'him', 'her', 'his', 'himself', 'herself', 'hers'])
/** A description ends before the first of these after its first word: its head stands there. */
const AFTER_HEAD = new Set(
  'of in who that which with from at for on to , ( whose whom — – - by as and or where when about : ; [ against'.split(' '),
)

const SOURCES: Readonly<Record<string, (from: string) => Iterable<Document>>> = {
  gum: readGum,
  litbank: readLitbank,
  uner: readUner,
  gap: readGap,
  silver: readSilver,
}

const { source = '', from, vocabulary, out } = values
const read = SOURCES[source]
if (read === undefined || from === undefined || vocabulary === undefined || out === undefined) {
  process.stderr.write(`Give --source ${Object.keys(SOURCES).join('|')}, --from PATH, --vocabulary FILE and --out FILE.\n`)
  process.exit(2)
}
const pieces = new WordPieces(readFileSync(vocabulary, 'utf8').trimEnd().split('\n'))
const file = createWriteStream(out)
for (const one of read(from)) file.write(`${JSON.stringify(toLine(one))}\n`)
file.end()

function toLine({ name, text, names, descriptions, pronouns }: Document) {
  const { layer, line } = readForTraining(text, pieces)
  const rangeOf = (span: Span) => cover(layer.tokens, span)
  const located = <One extends Mention>(all: readonly One[]) =>
    all.flatMap(one => {
      const range = rangeOf(one)
      return range === null ? [] : [{ ...one, range }]
    })
  return {
    name,
    copy: 0,
    source,
    words: layer.tokens.map(token => token.lower),
    ...line,
    names: withoutOverlap(located(names)).map(({ type, range, chain }) => [type, ...range, chain]),
    descriptions: withoutOverlap(
      located(descriptions).map(one => ({ ...one, type: 3, range: endAtHead(layer.tokens, one.range) })),
    ).map(({ range, chain }) => [...range, chain]),
    pronouns: located(pronouns).map(({ range, chain }) => [...range, chain]),
  }
}

/** Tokens `[from, to)` that share a character with a span. */
function cover(tokens: readonly Token[], { start, end }: Span): readonly [number, number] | null {
  const first = firstTokenAfter(tokens, start)
  let to = first
  while (to < tokens.length && (tokens[to] as Token).start < end) to += 1
  return to > first ? [first, to] : null
}

function endAtHead(tokens: readonly Token[], [first, to]: readonly [number, number]): readonly [number, number] {
  let end = first + 1
  while (end < to && !AFTER_HEAD.has((tokens[end] as Token).lower) && !/^['’]/.test((tokens[end] as Token).text)) end += 1
  return [first, end]
}

/** Of names of one type that overlap the shorter stays. */
function withoutOverlap<One extends { readonly type: number; readonly range: readonly [number, number] }>(
  all: readonly One[],
): One[] {
  const taken = new Set<string>()
  const kept: One[] = []
  for (const one of all.toSorted((a, b) => a.range[1] - a.range[0] - (b.range[1] - b.range[0]))) {
    const words = Array.from({ length: one.range[1] - one.range[0] }, (_, i) => `${one.type} ${one.range[0] + i}`)
    if (words.some(word => taken.has(word))) continue
    for (const word of words) taken.add(word)
    kept.push(one)
  }
  return kept.toSorted((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1])
}

interface GumMention extends Span {
  readonly type: string
  readonly chain: string
  readonly named: boolean
  readonly name: readonly [number, number] | null
  readonly pronoun: boolean
}

function* readGum(folder: string): Generator<Document> {
  for (const path of globSync(`${folder}/*.json`).toSorted()) {
    const { text, mentions } = JSON.parse(readFileSync(path, 'utf8')) as {
      readonly text: string
      readonly mentions: readonly GumMention[]
    }
    const units = new CodePointText(text)
    const toSpan = (start: number, end: number): Span => ({ start: units.toUtf16(start), end: units.toUtf16(end) })
    const all = mentions.map(({ start, end, name, ...rest }) => ({
      ...rest,
      ...toSpan(start, end),
      nameSpan: name === null ? null : toSpan(...name),
    }))
    const isPronoun = ({ start, end }: Span) => PRONOUNS.has(text.slice(start, end).toLowerCase())
    yield {
      name: basename(path, '.json'),
      text,
      names: all.flatMap(({ type, named, nameSpan, chain }) =>
        named && nameSpan !== null && type in TYPES ? [{ ...nameSpan, type: TYPES[type] as number, chain }] : [],
      ),
      descriptions: all.filter(one => one.type === 'person' && !one.pronoun && !one.named && !isPronoun(one)),
      pronouns: all.filter(isPronoun),
    }
  }
}

function* readLitbank(folder: string): Generator<Document> {
  for (const path of globSync(`${folder}/coref/tsv/*.ann`).toSorted()) {
    const sentences = readFileSync(path.replace(/ann$/, 'txt'), 'utf8')
      .trimEnd()
      .split('\n')
      .map(line => line.split(' ').filter(word => word !== ''))
    const { text, places } = joinWords(sentences)
    const chains = new Map<string, string>()
    const mentions: (Mention & { readonly id: string; readonly type: string; readonly kind: string })[] = []
    for (const line of readFileSync(path, 'utf8').trimEnd().split('\n')) {
      const [what, id = '', ...rest] = line.split('\t')
      if (what === 'COREF') chains.set(id, rest[0] as string)
      if (what !== 'MENTION') continue
      const [sentence, word, lastSentence, lastWord] = rest.map(Number) as [number, number, number, number]
      const first = places[sentence]?.[word]
      const last = places[lastSentence]?.[lastWord]
      if (first === undefined || last === undefined) continue
      const [type = '', kind = ''] = rest.slice(5)
      mentions.push({ id, start: first.start, end: last.end, type, kind, chain: null })
    }
    const chained = mentions.map(one => ({ ...one, chain: chains.get(one.id) ?? one.id }))
    yield {
      name: basename(path, '.ann'),
      text,
      names: chained.flatMap(one =>
        one.kind === 'PROP' && one.type in TYPES ? [{ ...one, type: TYPES[one.type] as number }] : [],
      ),
      descriptions: chained.filter(({ kind, type }) => kind === 'NOM' && type === 'PER'),
      pronouns: chained.filter(
        ({ kind, start, end }) => kind === 'PRON' && PRONOUNS.has(text.slice(start, end).toLowerCase()),
      ),
    }
  }
}

/** Running text of words that were parted at spaces, and where each stands in it. */
function joinWords(sentences: readonly (readonly string[])[]): { readonly text: string; readonly places: Span[][] } {
  let text = ''
  let isOpen = false
  const places = sentences.map(words =>
    words.map((word, i) => {
      const isMark = word === '"'
      const written = word === '``' ? '“' : word === "''" ? '”' : word
      const glued =
        text === '' ||
        /^[,.;:!?)\]}%”’]/.test(written) ||
        /^(?:['’](?:s|S|re|ve|ll|d|m)|n['’]t)$/.test(written) ||
        (isMark && isOpen) ||
        /[([$“‘]$/.test(text) ||
        (i > 0 && text.endsWith('"') && isOpen)
      if (isMark) isOpen = !isOpen
      text += (glued ? '' : ' ') + written
      return { start: text.length - written.length, end: text.length }
    }),
  )
  return { text, places }
}

function* readUner(folder: string): Generator<Document> {
  for (const path of globSync(`${folder}/*.iob2`).toSorted()) {
    const documents = readFileSync(path, 'utf8').split(/^# newdoc.*$/m).slice(1)
    for (const [number, document] of documents.entries()) {
      let text = ''
      const names: (Mention & { readonly type: number })[] = []
      for (const block of document.trim().split(/\n\s*\n/)) {
        const sentence = /^# text = (.*)$/m.exec(block)?.[1] ?? ''
        const base = text === '' ? 0 : text.length + 1
        text += (text === '' ? '' : ' ') + sentence
        let at = 0
        let open: { start: number; end: number; readonly type: number } | null = null
        const close = () => {
          if (open !== null) names.push({ ...open, chain: null })
          open = null
        }
        for (const [, word = '', label = 'O'] of block.matchAll(/^\d+\t([^\t]+)\t([^\t]+)/gm)) {
          const found = sentence.indexOf(word, at)
          if (found === -1) continue
          at = found + word.length
          const type = TYPES[label.slice(2)]
          if (!label.startsWith('I-')) close()
          if (label.startsWith('B-') && type !== undefined) open = { start: base + found, end: base + at, type }
          else if (label.startsWith('I-') && open !== null) (open as { end: number }).end = base + at
        }
        close()
      }
      yield { name: `${basename(path, '.iob2')} ${number}`, text, names, descriptions: [], pronouns: [] }
    }
  }
}

function* readGap(folder: string): Generator<Document> {
  for (const path of globSync(`${folder}/gap-*.tsv`).toSorted()) {
    const [, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n')
    for (const line of lines) {
      const [id = '', text = '', pronoun = '', at, a = '', atA, isA, b = '', atB, isB] = line.split('\t')
      const units = new CodePointText(text)
      const spanOf = (words: string, offset: string | undefined): Span => {
        const start = units.toUtf16(Number(offset))
        return { start, end: start + words.length }
      }
      yield {
        name: id,
        text,
        names: [
          { ...spanOf(a, atA), type: PERSON, chain: 'A' },
          { ...spanOf(b, atB), type: PERSON, chain: 'B' },
        ],
        descriptions: [],
        pronouns: [{ ...spanOf(pronoun, at), chain: isA === 'TRUE' ? 'A' : isB === 'TRUE' ? 'B' : null }],
      }
    }
  }
}

/** Names and chains that another program found in PolNeAR's articles. */
function* readSilver(folder: string): Generator<Document> {
  for (const path of globSync(`${folder}/names/*.json`).toSorted()) {
    const name = basename(path, '.json')
    const text = readFileSync(`${folder}/train/text/${name}.txt`, 'utf8')
    const { mentions, chains } = JSON.parse(readFileSync(path, 'utf8')) as {
      readonly mentions: readonly (Span & { readonly type: string })[]
      readonly chains: readonly (readonly (readonly [number, number])[])[]
    }
    const units = new CodePointText(text)
    const toSpan = (start: number, end: number): Span => ({ start: units.toUtf16(start), end: units.toUtf16(end) })
    const chained = chains.flatMap((spans, chain) => spans.map(span => ({ ...toSpan(...span), chain: `${chain}` })))
    // A chain may have a longer mention, with a title before the name.
    const chainOf = ({ start, end }: Span) =>
      chained.find(one => one.end === end && one.start <= start && start - one.start < 40)?.chain ?? null
    yield {
      name,
      text,
      names: mentions.map(({ type, start, end }) => {
        const span = toSpan(start, end)
        return { ...span, type: TYPES[type] as number, chain: chainOf(span) }
      }),
      descriptions: [],
      pronouns: chained.filter(({ start, end }) => PRONOUNS.has(text.slice(start, end).toLowerCase())),
    }
  }
}
