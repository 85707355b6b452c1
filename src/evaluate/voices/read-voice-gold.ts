import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { HearsayError } from '../../domain/errors.ts'
import type { Span } from '../../domain/span.ts'
import { CodePointText } from '../../domain/text/code-point-text.ts'
import { GENDERS, SOURCE_TYPES, VOICE_FUNCTIONS } from '../../domain/voice-labels.ts'
import { fieldsOf, refuse } from '../gold/gold-claims.ts'
import { parseJson, readText } from '../gold/read-gold-json.ts'
import type { GoldVoice, VoicedArticle } from './voice-gold.ts'

const WANTED = 'a file of voices, as test/gold holds them'

type Fields = Readonly<Record<string, unknown>>

/** Folders of the corpora that a file of voices may be about; one that is not given is left out. */
export type CorpusFolders = Readonly<Record<string, string | undefined>>

export interface VoiceGold {
  /** In the order in which the file names them first. */
  readonly articles: readonly VoicedArticle[]
  /** Corpora whose folder was not given. */
  readonly leftOut: readonly string[]
}

/**
 * Reads a file of voices (`test/gold/README.md` describes the format) and the articles it is about, none of which it
 * holds.
 *
 * @throws HearsayError (usage) naming the file, and the voice or article where it is one: it cannot be read, the article
 *   has changed (SHA-256), a span lies outside it, or a label is unknown.
 * @example
 * readVoiceGold('test/gold/corpus-voices.json', {}).articles[0]?.voices[0]?.type // 'government'
 */
export function readVoiceGold(file: string, folders: CorpusFolders): VoiceGold {
  const gold = fieldsOf(file, null, parseJson(readText(file, 'file of voices'), file, WANTED))
  if (!Array.isArray(gold.voices)) refuse(file, null, 'has no list of voices')
  const own = fieldsOf(file, 'folders', gold.folders ?? {})
  const hashes = fieldsOf(file, 'documents', gold.documents)
  const articles = new Map<string, { name: string; text: string; points: CodePointText; voices: GoldVoice[] }>()
  const leftOut = new Set<string>()
  for (const [i, entry] of gold.voices.entries()) {
    const fields = fieldsOf(file, `voice ${i + 1}`, entry)
    const [corpus, document] = [String(fields.corpus), String(fields.document)]
    const folder = folders[corpus] ?? (corpus in own ? join(dirname(file), String(own[corpus])) : undefined)
    if (folder === undefined) {
      leftOut.add(corpus)
      continue
    }
    const key = `${corpus}/${document}`
    let article = articles.get(key)
    if (article === undefined) {
      const text = readDocument(corpus, folder, document)
      const { [document]: known } = fieldsOf(file, corpus, hashes[corpus])
      if (known !== createHash('sha256').update(text, 'utf8').digest('hex'))
        refuse(file, key, 'has another text than the gold was made for (SHA-256)')
      article = { name: document, text, points: new CodePointText(text), voices: [] }
      articles.set(key, article)
    }
    article.voices.push(readVoice(file, fields, article.points.length))
  }
  if (articles.size === 0)
    throw new HearsayError(
      `${file} is about articles of ${[...leftOut].join(' and ') || 'nothing'}: say where they are ` +
        `(${[...leftOut].map(corpus => `--${corpus} FOLDER`).join(', ')}).`,
      'argument-missing',
    )
  return { articles: [...articles.values()].map(({ points, ...article }) => article), leftOut: [...leftOut] }
}

function readVoice(file: string, fields: Fields, length: number): GoldVoice {
  const where = `voice ${fields.id}`
  const spanOf = (value: unknown): Span => {
    const [start, end] = Array.isArray(value) ? value : []
    if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= length))
      refuse(file, where, `has the span ${JSON.stringify(value)}, which is none of its article`)
    return { start, end }
  }
  const spansOf = (role: string): Span[] => {
    const { [role]: spans } = fields
    if (!Array.isArray(spans)) refuse(file, where, `has no list of spans for ${role}`)
    return spans.map(spanOf)
  }
  const labelOf = <Label extends string>(name: string, labels: readonly Label[]): Label => {
    const label = labels.find(label => label === fields[name])
    return label ?? refuse(file, where, `has the unknown ${name} "${fields[name]}"`)
  }
  return {
    id: Number(fields.id),
    ...spanOf([fields.start, fields.end]),
    head: spanOf(fields.head),
    people: fields.people === true,
    type: labelOf('type', SOURCE_TYPES),
    function: labelOf('function', VOICE_FUNCTIONS),
    gender: labelOf('gender', GENDERS),
    genderBy: fields.gender_by === 'text' || fields.gender_by === 'name' ? fields.gender_by : null,
    role: spansOf('role'),
    affiliation: spansOf('affiliation'),
  }
}

/** An article in the layout of its corpus: PolNeAR has `text/NAME.txt`, GUM `NAME.json` with its `text`, others the file itself. */
function readDocument(corpus: string, folder: string, document: string): string {
  if (corpus === 'polnear') return readText(join(folder, 'text', `${document}.txt`), 'article')
  if (corpus !== 'gum') return readText(join(folder, document), 'article')
  const path = join(folder, `${document}.json`)
  const { text } = fieldsOf(path, null, parseJson(readText(path, 'article'), path, WANTED))
  return typeof text === 'string' ? text : refuse(path, null, 'holds no text')
}
