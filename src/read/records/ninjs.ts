import { sha256 } from '../article/create-article.ts'
import { toOutcome } from '../article/draft.ts'
import type { ReadContext, ReadOutcome } from '../format.ts'
import { looksLikeMarkup, readFragment } from '../markup/read-fragment.ts'
import type { RecordOrigin } from './record-origin.ts'

type Fields = Readonly<Record<string, unknown>>

/** Fields that, beside `uri`, only IPTC's ninjs has: of versions 1, of 2, and of 3 with its camel case. */
const MARKS = [
  'body_text',
  'body_xhtml',
  'body_html',
  'bodies',
  'headlines',
  'pubstatus',
  'pubStatus',
  'versioncreated',
  'versionCreated',
]
const NOT_FOR_USE = ['canceled', 'withheld']

/** Whether a JSON object is a ninjs item of version 1.x, 2.x or 3.x. */
export function isNinjs(record: object): boolean {
  return Object.hasOwn(record, 'uri') && MARKS.some(mark => Object.hasOwn(record, mark))
}

/** Reads a ninjs item. Pictures, packages and what its publisher took back are skipped. */
export function readNinjs(record: object, origin: RecordOrigin, { limits }: ReadContext): ReadOutcome {
  const item = record as Fields
  const { location, raw, decodedAs } = origin
  const rawSha256 = typeof raw === 'string' ? raw : sha256(raw)
  const about = { location, rawSha256, decodedHow: origin.decodedHow?.replace(/json[l]?/, 'ninjs') ?? 'ninjs' }
  const skip = (reason: string): ReadOutcome => ({ outcome: 'skipped', uri: location, reason, origin: about })
  const status = own(item, 'pubstatus') ?? own(item, 'pubStatus')
  if (NOT_FOR_USE.includes(String(status))) return skip(`its publisher says it is ${status}`)
  const type = own(item, 'type')
  if (typeof type === 'string' && type !== 'text') return skip(`ninjs item of type ${type.slice(0, 40)}, not text`)
  const text = bodyOf(item, body => (looksLikeMarkup(body) ? readFragment(body, limits) : body))
  if (text === null) return skip('ninjs item without a body')
  const draft = {
    text,
    decodedAs,
    title: own(item, 'headline') ?? firstValue(own(item, 'headlines')) ?? own(item, 'title') ?? own(item, 'name'),
    byline: own(item, 'byline') ?? own(item, 'by'),
    publisher:
      own(item, 'infosource') ??
      own(item, 'infosources') ??
      own(item, 'infoSources') ??
      own(item, 'copyrightholder') ??
      own(item, 'copyrightHolder'),
    published:
      own(item, 'firstcreated') ??
      own(item, 'firstCreated') ??
      own(item, 'versioncreated') ??
      own(item, 'versionCreated'),
    language: own(item, 'language'),
    uri: own(item, 'uri'),
  }
  return toOutcome(draft, raw, about)
}

/** Version 1 has one field a kind of body, later ones a list; markup comes first, because it has the paragraphs. */
function bodyOf(item: Fields, read: (body: string) => string): string | null {
  const bodies = own(item, 'bodies')
  const values = Array.isArray(bodies) ? bodies.map(body => readValue(body)) : []
  const all = [own(item, 'body_xhtml'), own(item, 'body_html'), ...values.toSorted(markupFirst), own(item, 'body_text')]
  for (const body of all) {
    const text = typeof body === 'string' ? read(body) : ''
    if (text.trim() !== '') return text
  }
  return null
}

function markupFirst(a: unknown, b: unknown): number {
  const rank = (value: unknown) => (typeof value === 'string' && looksLikeMarkup(value) ? 0 : 1)
  return rank(a) - rank(b)
}

function firstValue(list: unknown): unknown {
  if (!Array.isArray(list)) return undefined
  const main = list.find(item => typeof item === 'object' && item !== null && own(item as Fields, 'role') === 'main')
  return readValue(main ?? list[0])
}

function readValue(item: unknown): unknown {
  return typeof item === 'object' && item !== null ? own(item as Fields, 'value') : item
}

function own(record: Fields, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined
}
