import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Kind, kindOfPronoun } from '../../../pipeline/coreference/reference.ts'
import type { Span } from '../../../src/domain/span.ts'
import { CodePointText } from '../../../src/domain/text/code-point-text.ts'
import type { AnnotatedText, MarkedReference } from './annotated.ts'

/*
 * Readers of what names and chains are learned from. None of these texts becomes part of the project.
 */

/** Sentences of a novel that make up a paragraph: LitBank keeps sentences alone. */
const SENTENCES = 4
const TYPE: Readonly<Record<string, Kind>> = { person: 'person', place: 'place', organization: 'organisation' }
const LITBANK_TYPE: Readonly<Record<string, Kind>> = {
  PER: 'person',
  LOC: 'place',
  GPE: 'place',
  FAC: 'place',
  ORG: 'organisation',
}
const UNER_TYPE: Readonly<Record<string, Kind>> = { PER: 'person', LOC: 'place', ORG: 'organisation' }

interface GumMention {
  readonly start: number
  readonly end: number
  readonly type: string
  readonly chain: string
  readonly named: boolean
  readonly name: readonly [number, number] | null
  readonly pronoun: boolean
}

/** Documents of GUM, converted: a JSON each with `text` and `mentions`, offsets in code points. */
export function readGum(folder: string): AnnotatedText[] {
  return listFiles(folder, '.json').map(file => {
    const { name, text, mentions } = readJson(join(folder, file)) as {
      name: string
      text: string
      mentions: readonly GumMention[]
    }
    const units = new CodePointText(text)
    const references = mentions.flatMap((mention): MarkedReference[] => {
      const [start, end] = mention.named && mention.name !== null ? mention.name : [mention.start, mention.end]
      const span = { start: units.toUtf16(start), end: units.toUtf16(end) }
      const pronoun = kindOfPronoun(text.slice(span.start, span.end).toLowerCase())
      const { chain } = mention
      if (pronoun !== null) return [{ ...span, kind: pronoun, chain }]
      const type = TYPE[mention.type]
      if (mention.named && mention.name !== null && type !== undefined)
        return [{ ...span, kind: type, chain, trimmed: type !== 'person' }]
      if (mention.named || mention.pronoun) return []
      if (type === 'person') return [{ ...span, kind: 'somebody', chain }]
      return type === 'organisation' ? [{ ...span, kind: 'body', chain }] : []
    })
    return { name: name ?? file.replace('.json', ''), corpus: 'gum', text, references }
  })
}

/** Beginnings of novels: `coref/tsv` of LitBank. */
export function readLitbank(folder: string): AnnotatedText[] {
  return listFiles(folder, '.ann').map(file => {
    const sentences = readFileSync(join(folder, file.replace('.ann', '.txt')), 'utf8')
      .trimEnd()
      .split('\n')
      .map(line => line.split(/\s+/).filter(word => word !== ''))
    const { text, places } = joinTokens(sentences)
    const lines = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n')
    const rows = lines.map(line => line.split('\t'))
    const chains = new Map(rows.flatMap(([what, id, chain]) => (what === 'COREF' ? [[id, chain]] : [])))
    const references = rows.flatMap(([what, id, s1, t1, s2, t2, , type, kind]): MarkedReference[] => {
      if (what !== 'MENTION') return []
      const start = places[Number(s1)]?.[Number(t1)]?.start
      const end = places[Number(s2)]?.[Number(t2)]?.end
      if (start === undefined || end === undefined) return []
      const chain = chains.get(id) ?? (id as string)
      const known = LITBANK_TYPE[type as string]
      if (kind === 'PRON') {
        const pronoun = kindOfPronoun(text.slice(start, end).toLowerCase())
        return pronoun === 'he' || pronoun === 'she' ? [{ start, end, kind: pronoun, chain }] : []
      }
      if (kind === 'PROP' && known !== undefined)
        return [{ start, end, kind: known, chain, trimmed: known !== 'person' }]
      return kind === 'NOM' && type === 'PER' ? [{ start, end, kind: 'somebody', chain }] : []
    })
    return { name: file.replace('.ann', ''), corpus: 'litbank', text, references }
  })
}

/** Texts of the web with names: files of UNER, a token a line. */
export function readUner(folder: string): AnnotatedText[] {
  return ['dev', 'test'].flatMap(part => {
    const documents = readFileSync(join(folder, `en_ewt-ud-${part}.iob2`), 'utf8')
      .split(/^# newdoc.*$/m)
      .slice(1)
    return documents.map((document, index): AnnotatedText => {
      const sentences = document
        .split(/^# sent_id.*$/m)
        .map(lines => lines.split('\n').filter(line => /^\d/.test(line)))
        .map(lines => lines.map(line => line.split('\t')))
        .filter(rows => rows.length > 0)
      const { text, places } = joinTokens(
        sentences.map(rows => rows.map(row => (row[1] as string).replaceAll(' ', ''))),
      )
      const references = sentences.flatMap((rows, s) => {
        const found: { start: number; end: number; kind: Kind; chain: null }[] = []
        rows.forEach(([, , tag = 'O'], t) => {
          const kind = UNER_TYPE[tag.slice(2)]
          const place = places[s]?.[t] as Span
          const open = found.at(-1)
          if (kind !== undefined && tag.startsWith('B-')) found.push({ ...place, kind, chain: null })
          else if (kind !== undefined && open !== undefined && tag.startsWith('I-')) open.end = place.end
        })
        return found
      })
      return { name: `${part} ${index}`, corpus: 'uner', text, references }
    })
  })
}

/** What a file of NIST's IE-ER writes: a tag, the beginning of a paragraph, a break between lines, a sign by its name, or words. */
const IEER_PART = /<b_\w+ type="([^"]*)"[^>]*>|<(e_enamex|e_numex|e_timex)>|<[^>]*>|(\n\t ?)|\s+|&(\w+);|[^<&\s]+|[<&]/g
const IEER_TYPE: Readonly<Record<string, Kind>> = { PERSON: 'person', LOCATION: 'place', ORGANIZATION: 'organisation' }

/** News of two agencies of 1998 with names: NIST IE-ER 1999. */
export function readIeer(folder: string): AnnotatedText[] {
  const files = readdirSync(folder).filter(name => /_\d+$/.test(name))
  return files.toSorted().flatMap(file => {
    const documents = readFileSync(join(folder, file), 'latin1').split('<DOC>').slice(1)
    return documents.map((document, index): AnnotatedText => {
      const headline = /<HEADLINE>([\s\S]*?)<\/HEADLINE>/.exec(document)?.[1]?.trim() ?? ''
      const body = /<TEXT>([\s\S]*?)<\/TEXT>/.exec(document)?.[1] ?? ''
      const references: MarkedReference[] = []
      let text = ''
      let gap = ''
      let open: { kind: Kind | undefined; start: number } | null = null
      for (const [part, type, closes, paragraph, sign] of `${headline}\n\t${body}`.matchAll(IEER_PART)) {
        if (type !== undefined) {
          text += gap
          gap = ''
          open = { kind: IEER_TYPE[type], start: text.length }
        } else if (closes !== undefined) {
          if (open?.kind !== undefined && text.length > open.start)
            references.push({ start: open.start, end: text.length, kind: open.kind, chain: null })
          open = null
        } else if (paragraph !== undefined) gap = text === '' ? '' : '\n\n'
        else if (/^\s/.test(part)) gap = gap === '' && text !== '' ? ' ' : gap
        else if (part.startsWith('<')) continue
        else {
          const written = sign === undefined ? (part === '_' ? '—' : part) : sign.toLowerCase() === 'amp' ? '&' : ''
          text += written === '' ? '' : gap + written
          if (written !== '') gap = ''
        }
      }
      return { name: `${file} ${index}`, corpus: 'ieer', text, references }
    })
  })
}

/** Passages with one pronoun that means one of two people, or neither: GAP. */
export function readGap(folder: string): AnnotatedText[] {
  return ['development', 'test', 'validation'].flatMap(part => {
    const [, ...rows] = readFileSync(join(folder, `gap-${part}.tsv`), 'utf8')
      .trimEnd()
      .split('\n')
    return rows.flatMap((row): AnnotatedText[] => {
      const [name, text, pronoun, at, a, aAt, aIs, b, bAt, bIs] = row.split('\t') as [string, string, ...string[]]
      const units = new CodePointText(text)
      const spanOf = (words: string, start: string) => {
        const from = units.toUtf16(Number(start))
        return { start: from, end: from + words.length }
      }
      const kind = kindOfPronoun((pronoun as string).toLowerCase())
      if (kind === null) return []
      const chain = aIs === 'TRUE' ? 'A' : bIs === 'TRUE' ? 'B' : null
      const references: MarkedReference[] = [
        { ...spanOf(a as string, aAt as string), kind: 'person', chain: 'A' },
        { ...spanOf(b as string, bAt as string), kind: 'person', chain: 'B' },
        { ...spanOf(pronoun as string, at as string), kind, chain },
      ]
      return [{ name, corpus: 'gap', text, references }]
    })
  })
}

/** Articles of PolNeAR with names and chains as a machine guessed them: `names/` beside `train/`. */
export function readSilver(polnear: string): AnnotatedText[] {
  const folder = join(polnear, 'names')
  return listFiles(folder, '.json').flatMap((file): AnnotatedText[] => {
    const path = join(polnear, 'train', 'text', file.replace('.json', '.txt'))
    if (!existsSync(path)) return []
    const text = readFileSync(path, 'utf8')
    const { mentions, chains } = readJson(join(folder, file)) as {
      mentions: readonly { start: number; end: number; type: string }[]
      chains: readonly (readonly (readonly [number, number])[])[]
    }
    const units = new CodePointText(text)
    // A chain's words may begin with a title that the name leaves out.
    const chainAt = new Map(chains.flatMap((spans, i) => spans.map(([, end]) => [end, `${i}`] as const)))
    const named = mentions.flatMap(({ start, end, type }): MarkedReference[] => {
      const kind = type === 'organisation' ? 'organisation' : TYPE[type]
      if (kind === undefined) return []
      return [{ start: units.toUtf16(start), end: units.toUtf16(end), kind, chain: chainAt.get(end) ?? null }]
    })
    const pronouns = chains.flatMap((spans, i) =>
      spans.flatMap(([start, end]): MarkedReference[] => {
        const span = { start: units.toUtf16(start), end: units.toUtf16(end) }
        const kind = kindOfPronoun(text.slice(span.start, span.end).toLowerCase())
        return kind === 'he' || kind === 'she' ? [{ ...span, kind, chain: `${i}` }] : []
      }),
    )
    return [{ name: file.replace('.json', ''), corpus: 'silver', text, references: [...named, ...pronouns] }]
  })
}

function listFiles(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter(name => name.endsWith(ending))
    .toSorted()
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** Joins tokens as they were written before somebody cut them, and says where each lies; UTF-16. */
function joinTokens(sentences: readonly (readonly string[])[]): { text: string; places: Span[][] } {
  let text = ''
  let isOpen = false
  const places = sentences.map((tokens, s) =>
    tokens.map((token, t): Span => {
      const isQuote = token === '"' || token === '``' || token === "''"
      const closes = token === "''" || (token === '"' && isOpen)
      const glued =
        closes ||
        /^[,.;:!?)\]}%]/.test(token) ||
        /^(?:['’](?:s|re|ve|ll|d|m|S)|n['’]t)\b/.test(token) ||
        /[([$“`]$/.test(text)
      const behindOpening = text.endsWith('"') && isOpen && t > 0
      const gap = text === '' ? '' : t === 0 ? (s % SENTENCES === 0 ? '\n\n' : ' ') : glued || behindOpening ? '' : ' '
      if (isQuote) isOpen = token === '``' || (token === '"' && !isOpen)
      const written = token === '``' ? '“' : token === "''" ? '”' : token
      text += gap + written
      return { start: text.length - written.length, end: text.length }
    }),
  )
  return { text, places }
}
