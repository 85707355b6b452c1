import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { MANIFEST, MODEL_FILES, type ModelManifest } from '../../pipeline/open-model.ts'

/*
 * Writes down which files a model consists of, so that `hearsay run --model FOLDER` can tell that it has all of them as they
 * were exported.
 *
 * node src/launch.js training/encoder/write-manifest.ts FOLDER
 */

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('Give the folder that export.py wrote.\n')
  process.exit(2)
}
const digests = MODEL_FILES.map(name => [
  name,
  createHash('sha256')
    .update(readFileSync(join(folder, name)))
    .digest('hex'),
])
const manifest: ModelManifest = { hearsay: 'model', files: Object.fromEntries(digests) }
writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
