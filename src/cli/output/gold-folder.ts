import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatGold, type GoldFile } from '../../evaluate/gold/gold-writer.ts'
import { fillOutputFolder } from './output-folder.ts'

/**
 * Writes gold into a new folder, in the layout of corpus/: articles as NAME.txt, their gold as gold/NAME.json.
 *
 * @throws HearsayError (2) when something stands there; (74) when it cannot be written
 */
export async function writeGoldFolder(
  folder: string,
  workingFolder: string,
  files: readonly GoldFile[],
): Promise<void> {
  await fillOutputFolder(folder, workingFolder, async path => {
    mkdirSync(join(path, 'gold'))
    for (const file of files) {
      writeFileSync(join(path, file.article), file.text)
      writeFileSync(join(path, 'gold', file.article.replace(/\.txt$/, '.json')), formatGold(file))
    }
  })
}
