import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { Span } from '../../domain/span.ts'
import { fieldsOf, refuse } from '../gold/gold-claims.ts'
import { parseJson, readText } from '../gold/read-gold-json.ts'

const WANTED = 'a file of replies, as test/gold holds them'

/** A half of the articles: one to work with, one to report on. */
export type Half = 'even' | 'odd'

/** Words of an article that accuse or answer: those of the cue, in code points. */
export interface GoldWords extends Span {
  readonly document: string
  /** False marks what people may differ about: to miss it is no fault, and to find it neither. */
  readonly required: boolean
}

export interface GoldReply extends GoldWords {
  readonly kind: string
  readonly replier: string
}

/** What somebody is accused of, wherever it is said and answered. */
export interface GoldCharge {
  readonly id: number
  readonly accusations: readonly GoldWords[]
  readonly replies: readonly GoldReply[]
}

export interface ReplyGold {
  readonly articles: readonly { readonly name: string; readonly text: string; readonly half: Half }[]
  readonly charges: readonly GoldCharge[]
}

/**
 * Reads a file of accusations and replies (`test/gold/README.md` describes the format) and the articles it is about.
 *
 * @throws HearsayError (usage) naming the file, and the charge or article where it is one: it cannot be read, or an article has
 *   changed (SHA-256)
 */
export function readReplyGold(file: string): ReplyGold {
  const gold = fieldsOf(file, null, parseJson(readText(file, 'file of replies'), file, WANTED))
  const documents = fieldsOf(file, 'documents', gold.documents)
  if (!Array.isArray(gold.charges)) refuse(file, null, 'has no list of charges')
  const articles = Object.entries(documents).map(([name, value]) => {
    const { sha256, half } = fieldsOf(file, name, value)
    const text = readText(join(dirname(file), String(gold.folder ?? '.'), name), 'article')
    if (sha256 !== createHash('sha256').update(text, 'utf8').digest('hex'))
      refuse(file, name, 'has another text than the gold was made for (SHA-256)')
    return { name, text, half: half === 'odd' ? ('odd' as const) : ('even' as const) }
  })
  const known = new Set(articles.map(({ name }) => name))
  const charges = gold.charges.map((entry: unknown): GoldCharge => {
    const charge = fieldsOf(file, 'charge', entry)
    const where = `charge ${charge.id}`
    const wordsOf = (list: unknown) => {
      if (!Array.isArray(list)) refuse(file, where, 'has no list of accusations, or none of replies')
      return list.map(item => readWords(file, where, fieldsOf(file, where, item), known))
    }
    return { id: Number(charge.id), accusations: wordsOf(charge.accusations), replies: wordsOf(charge.replies) }
  })
  return { articles, charges }
}

function readWords(
  file: string,
  where: string,
  fields: Readonly<Record<string, unknown>>,
  known: ReadonlySet<string>,
): GoldReply {
  const { document, start, end, required, kind, replier } = fields
  if (!known.has(String(document))) refuse(file, where, `is about ${document}, which the file does not name`)
  if (!(Number.isInteger(start) && Number.isInteger(end) && Number(start) < Number(end)))
    refuse(file, where, `has the span ${start}–${end}, which is none`)
  return {
    document: String(document),
    start: Number(start),
    end: Number(end),
    required: required === true,
    kind: String(kind ?? ''),
    replier: String(replier ?? ''),
  }
}
