import { Readable } from 'node:stream'
import { judgeLanguage, loadDetector } from '../../../src/read/article/language.ts'
import { openSource, toOpening } from '../../../src/read/bytes/byte-source.ts'
import { formatOf } from '../../../src/read/formats.ts'
import { DEFAULT_LIMITS } from '../../../src/read/limits/limits.ts'
import { readInput } from '../../../src/read/read-input.ts'
import { cpuMs, type Family, type Measure } from './family.ts'
import { HOSTILE_ARCHIVES } from './hostile-archives.ts'
import { HOSTILE_BOXES, HOSTILE_DOCX, HOSTILE_MAILS, HOSTILE_PDF } from './hostile-documents.ts'
import { WRAPS } from './hostile-files.ts'
import type { HostileKind } from './hostile-kind.ts'
import { HOSTILE_METADATA } from './hostile-metadata.ts'
import { HOSTILE_NESTS } from './hostile-nests.ts'
import { HOSTILE_PAGES } from './hostile-pages.ts'
import { HOSTILE_PASTES } from './hostile-pastes.ts'
import { HOSTILE_JSON, HOSTILE_LINES, HOSTILE_TABLES } from './hostile-records.ts'
import { HOSTILE_TEXTS } from './hostile-texts.ts'
import { HOSTILE_WORKBOOKS, toWorkbook } from './hostile-workbooks.ts'
import { hostileXml } from './hostile-xml.ts'

const OWN: Readonly<Record<string, readonly HostileKind[]>> = {
  text: HOSTILE_PASTES,
  html: [...HOSTILE_PAGES, ...HOSTILE_METADATA],
  jsonl: HOSTILE_LINES,
  json: [...HOSTILE_JSON, ...HOSTILE_NESTS],
  xlsx: HOSTILE_WORKBOOKS,
  csv: HOSTILE_TABLES,
  feed: hostileXml(
    ['<?xml version="1.0"?><rss version="2.0"><channel>', '</channel></rss>'],
    ['<item><title>Bridge</title><description>', '</description></item>'],
  ),
  newsml: hostileXml(
    ['<?xml version="1.0"?><nitf><body>', '</body></nitf>'],
    ['<body.content><p>', '</p></body.content>'],
  ),
  warc: HOSTILE_ARCHIVES,
  docx: HOSTILE_DOCX,
  pdf: HOSTILE_PDF,
  eml: HOSTILE_MAILS,
  mbox: HOSTILE_BOXES,
}

/** Formats whose own kinds are bytes, one a character. */
const PACKED: ReadonlySet<string> = new Set(['docx', 'pdf'])

/** How long is long enough, in ms, where the caches are outgrown first. */
const OUTGROW_CACHES: Readonly<Record<string, number>> = { html: 800, eml: 300, mbox: 300 }

/** How a hostile text becomes a file of a format. */
function wrapOf(format: string): (text: string) => string | Uint8Array {
  if (format === 'xlsx') return toWorkbook
  return text => (PACKED.has(format) ? Buffer.from(text, 'latin1') : text)
}

const MEBIBYTE = 1024 * 1024
/** Files come in pieces of this size. */
const CHUNK_BYTES = 64 * 1024
/** The bench ends what takes too long itself: the limit would hide how the cost grows. */
const LIMITS = { ...DEFAULT_LIMITS, timeoutMs: 600_000 }

/** Every format: with its own kinds as they are, and with every text as the one article of a file. */
export const READER_FAMILIES: readonly Family[] = Object.entries(WRAPS).flatMap(([format, wrap]) => {
  const shared = { smallest: 16 * 1024, largest: MEBIBYTE, enoughMs: 100 }
  const carried = { ...shared, name: `reader ${format}`, kinds: HOSTILE_TEXTS, load: () => loadReader(format, wrap) }
  const kinds = OWN[format]
  if (kinds === undefined) return [carried]
  return [
    carried,
    {
      ...shared,
      smallest: 2048,
      // Trees of elements and lists of lines outgrow the caches first, and what follows from there on tells.
      enoughMs: OUTGROW_CACHES[format] ?? shared.enoughMs,
      name: `reader ${format}, its own`,
      kinds,
      load: () => loadReader(format, wrapOf(format)),
    },
  ]
})

async function loadReader(format: string, wrap: (text: string) => string | Uint8Array): Promise<Measure> {
  await loadDetector()
  return async text => {
    const bytes = Buffer.from(wrap(text))
    const start = cpuMs()
    const source = await openSource(chunksOf(bytes))
    formatOf('a', toOpening(source))
    await source.close()
    const recognised = cpuMs()
    let isRefused = false
    for await (const { outcome } of readInput(
      { kind: 'standard-input', uri: '-' },
      {
        context: { limits: LIMITS, fields: {} },
        format: format === 'gzip' ? 'text' : format,
        standardInput: Readable.from(chunksOf(bytes)),
        signal: new AbortController().signal,
      },
    )) {
      if (outcome.outcome === 'article') judgeLanguage(outcome.article)
      if (outcome.outcome === 'failed' && outcome.kind.startsWith('too-')) isRefused = true
    }
    const read = cpuMs()
    return isRefused
      ? null
      : new Map([
          ['recognised', recognised - start],
          ['read', read - recognised],
        ])
  }
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES)
}
