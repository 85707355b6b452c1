import { createHash } from 'node:crypto'
import { createReadStream, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { openReader } from '../../store/open-reader.ts'
import { type ArchiveCopy, writeArchiveCopy } from '../../store/sqlite/archive-copy.ts'
import { ACROSS_FILES, writeAcross } from '../across/across-files.ts'
import { fillFile } from '../write.ts'
import { DATASETTE_CONFIGURATION, DATASETTE_METADATA } from './datasette.ts'

/** Its name is also the name under which Datasette shows it and looks its metadata up. */
const DATABASE = 'hearsay.db'

/**
 * Writes a bundle into an empty folder: the database as it is now, what is found in it across articles as lines of JSON, what
 * Datasette needs to show it well, a manifest, and checksums that `sha256sum -c SHA256SUMS` checks.
 *
 * @param version of Hearsay, for the manifest
 * @throws HearsayError 4 (no database, or none that this Hearsay reads) or 74 (disk full).
 */
export async function writeBundle(folder: string, database: string, version: string): Promise<ArchiveCopy> {
  const copied = writeArchiveCopy(database, join(folder, DATABASE))
  await writeAcrossOf(folder)
  const put = (name: string, content: string) => writeFileSync(join(folder, name), content)
  put('metadata.json', toJson(DATASETTE_METADATA))
  put('datasette.json', toJson(DATASETTE_CONFIGURATION))
  put('README.txt', README)
  const across = ACROSS_FILES.map(({ name }) => name)
  const described = await describeFiles(folder, [DATABASE, ...across, 'metadata.json', 'datasette.json', 'README.txt'])
  put('manifest.json', toJson({ format: 'hearsay-bundle-1', hearsay: version, ...copied, files: described }))
  const all = [...described, ...(await describeFiles(folder, ['manifest.json']))]
  put('SHA256SUMS', all.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''))
  return copied
}

async function writeAcrossOf(folder: string): Promise<void> {
  const reader = await openReader(join(folder, DATABASE))
  try {
    await writeAcross(reader.database, (name, content) => fillFile(join(folder, name), content))
  } finally {
    await reader.close()
  }
}

interface DescribedFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

async function describeFiles(folder: string, names: readonly string[]): Promise<DescribedFile[]> {
  const described: DescribedFile[] = []
  for (const name of names) {
    const hash = createHash('sha256')
    await pipeline(createReadStream(join(folder, name)), hash)
    described.push({ name, bytes: statSync(join(folder, name)).size, sha256: hash.digest('hex') })
  }
  return described
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

const README = `Claims that Hearsay found in news articles: who said what, by which words, and where exactly.

Check the files:        sha256sum -c SHA256SUMS          (macOS: shasum -a 256 -c SHA256SUMS)
Check what they hold:   npx hearsay verify --db hearsay.db
Look at it:             npx hearsay serve --db hearsay.db
Publish it:             datasette .                      (takes metadata.json and datasette.json from here)
Open it yourself:       sqlite3 hearsay.db               (start with the view v_claim; nothing has to be writable)

Read without a database: quotation-families.jsonl, version-changes.jsonl and replies.jsonl, a JSON object a line.

Offsets count Unicode code points: substr(text, start + 1, end - start) gives the words again.
It says what an article attributes to whom, not whether it was said, and not whether it is true.
`
