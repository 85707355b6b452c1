import { extname } from 'node:path/posix'
import { docx } from './documents/docx.ts'
import { pdf } from './documents/pdf.ts'
import { feed } from './feeds/feed.ts'
import { wireXml } from './feeds/wire-xml.ts'
import type { Format, Opening } from './format.ts'
import { eml } from './mail/eml.ts'
import { mbox } from './mail/mbox.ts'
import { html } from './pages/html.ts'
import { warc } from './pages/warc.ts'
import { plainText } from './plain/plain-text.ts'
import { json } from './records/json.ts'
import { jsonl } from './records/jsonl.ts'
import { csv } from './tables/csv.ts'
import { xlsx } from './tables/xlsx.ts'

/** Every input format, in the order in which they are asked whether they recognise a content. */
export const FORMATS: readonly Format[] = [
  warc,
  xlsx,
  docx,
  pdf,
  mbox,
  eml,
  feed,
  wireXml,
  html,
  jsonl,
  json,
  csv,
  plainText,
]

/** Extension of a packed file; the one before it names the format. */
const PACKED = '.gz'

/**
 * Format that reads an input: the one that recognises its content, else the one that claims its name, else plain text.
 */
export function formatOf(uri: string, opening: Opening): Format {
  const extension = extensionOf(uri)
  const byName = FORMATS.find(format => format.extensions.includes(extension))
  // A first line does not tell one long line of JSON from JSON Lines: there the name does.
  if (byName === jsonl && json.recognises(opening)) return jsonl
  return FORMATS.find(format => format.recognises(opening)) ?? byName ?? plainText
}

/** Format of a name that the user gave. */
export function formatCalled(name: string): Format | undefined {
  return FORMATS.find(format => format.name === name)
}

/** Extensions that a folder is searched for: those of the named format, or all that are nearly always articles. */
export function extensionsSearchedFor(name: string | undefined): readonly string[] {
  const named = name === undefined ? undefined : formatCalled(name)
  const formats = named === undefined ? FORMATS.filter(({ isSeldomArticles }) => isSeldomArticles !== true) : [named]
  return formats.flatMap(format => format.extensions).toSorted()
}

/** Whether a file holds one article and no more, going by its name. */
export function holdsOneArticle(name: string): boolean {
  const extension = extensionOf(name)
  return plainText.extensions.includes(extension) || html.extensions.includes(extension)
}

/** Extension of a file's name in lower case, without that of packing. */
export function extensionOf(name: string): string {
  const lower = name.toLowerCase()
  return extname(lower.endsWith(PACKED) ? lower.slice(0, -PACKED.length) : lower)
}
