import { isZip, unzip } from '../read/bytes/unzip.ts'
import { Unreadable } from '../read/limits/limits.ts'
import { mayBeOf, recogniseTool, TOOLS, type Tool } from './formats.ts'
import { type Fields, fieldsOf, givenOf, parseJson } from './readers/json-fields.ts'
import { readBrat } from './readers/read-brat.ts'
import { readCas } from './readers/read-cas.ts'
import { readDoccano } from './readers/read-doccano.ts'
import { readProdigy } from './readers/read-prodigy.ts'
import { readWebAnnotations } from './readers/read-web-annotation.ts'
import { readWebAnnoTsv } from './readers/read-webanno-tsv.ts'
import { refuse } from './refuse.ts'
import type { OffsetUnit, ReturnedArticle } from './returned-article.ts'

/** The contents of files by their names, with what lies beside them: brat's texts, and the list of what went out. */
export type GivenFiles = ReadonlyMap<string, Uint8Array>

/** The name of the list of claims that went out, in a folder for brat. */
const HANDED_OUT = 'hearsay.json'

const ARCHIVE_LIMITS = { maxBytes: 500_000_000, maxRatio: 200 }

export interface ReturnedFiles {
  readonly articles: readonly ReturnedArticle[]
  /** Tasks that nobody answered for, or that were rejected. */
  readonly unanswered: number
}

/**
 * Reads what annotation tools wrote, archives of it too.
 *
 * @param tool which one wrote it; null to tell by the files
 * @param unit what doccano's offsets count where its files do not say; null for what it counts unless told otherwise
 * @throws HearsayError (2) for a file that is none of theirs, or damaged, or when an article comes twice
 */
export async function readReturned(
  files: GivenFiles,
  tool: Tool | null,
  unit: OffsetUnit | null = null,
): Promise<ReturnedFiles> {
  const all = await unpack(files, tool)
  const articles: ReturnedArticle[] = []
  let unanswered = 0
  for (const [name, bytes] of all) {
    if (isBeside(name, all)) continue
    const text = decode(name, bytes)
    const by = tool ?? recogniseTool(name, text)
    if (by === null) {
      const tools = TOOLS.join(', ')
      return refuse(name, `is by none of the tools that can be told (${tools}); say with --from whose it is`)
    }
    const read = readOne(by, name, text, all, unit)
    articles.push(...read.articles)
    unanswered += read.unanswered
  }
  return { articles, unanswered }
}

/** What lies beside annotations and holds none: the list of what went out, and texts. */
function isBeside(name: string, all: GivenFiles): boolean {
  return name.endsWith(HANDED_OUT) || (/\.txt$/i.test(name) && all.has(name.replace(/\.txt$/i, '.ann')))
}

function readOne(tool: Tool, name: string, text: string, all: GivenFiles, unit: OffsetUnit | null): ReturnedFiles {
  const only = (...articles: ReturnedArticle[]) => ({ articles, unanswered: 0 })
  switch (tool) {
    case 'brat': {
      const article = all.get(name.replace(/\.ann$/i, '.txt'))
      return only(
        readBrat(name, text, article === undefined ? null : decode(`${name}.txt`, article), givenIn(all, name)),
      )
    }
    case 'doccano':
      return only(...readDoccano(name, text, unit))
    case 'prodigy':
      return readProdigy(name, text)
    case 'web-annotation':
      return only(...readWebAnnotations(name, text))
    case 'inception':
      return only(text.startsWith('#FORMAT') ? readWebAnnoTsv(name, text) : readCas(name, text))
  }
}

/** Which claims went out in an `.ann` file, as the list beside it says. */
function givenIn(all: GivenFiles, name: string): readonly string[] | null {
  const folder = name.slice(0, name.search(/[^/\\]*$/))
  const list = all.get(`${folder}${HANDED_OUT}`)
  if (list === undefined) return null
  const where = `${folder}${HANDED_OUT}`
  const { claims } = fieldsOf(where, parseJson(where, decode(where, list))) as { claims?: unknown }
  const byFile = fieldsOf(where, claims ?? {}) as Fields
  return givenOf(byFile[name.slice(folder.length).replace(/\.ann$/i, '')])
}

/** Archives with what they hold, under names that say where it lay. */
async function unpack(files: GivenFiles, tool: Tool | null): Promise<Map<string, Uint8Array>> {
  const all = new Map<string, Uint8Array>()
  for (const [name, bytes] of files) {
    if (!isZip(bytes)) {
      all.set(name, bytes)
      continue
    }
    const parts = await unzipPart(name, bytes, tool)
    if (parts.size === 0) refuse(name, 'is an archive that holds no file of annotations')
    for (const [part, content] of parts) all.set(`${name}/${part}`, content)
  }
  return all
}

async function unzipPart(name: string, bytes: Uint8Array, tool: Tool | null) {
  try {
    const isWanted = (part: string) => mayBeOf(tool, part) || (/\.txt$/i.test(part) && tool !== 'doccano')
    return await unzip(bytes, ARCHIVE_LIMITS, isWanted)
  } catch (error) {
    if (error instanceof Unreadable) return refuse(name, `cannot be unpacked: ${error.message.split(':')[0]}`)
    throw error
  }
}

function decode(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse(name, 'is no UTF-8 text')
  }
}
