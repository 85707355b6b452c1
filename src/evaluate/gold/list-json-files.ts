import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { HearsayError } from '../../domain/errors.ts'

/**
 * The files that paths name: files as they are, of folders every `.json` in the order of their names.
 *
 * @param what What the files hold, as the reader of a refusal would say it.
 * @throws HearsayError (usage) naming the path that cannot be read or the folder that holds none.
 */
export function listJsonFiles(paths: readonly string[], what: string): string[] {
  return paths.flatMap(path => {
    const files = listOne(path, what)
    if (files.length === 0)
      throw new HearsayError(`${path} holds no .json file; give files or a folder of ${what}.`, 'nothing-to-read')
    return files
  })
}

function listOne(path: string, what: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path]
    const files = readdirSync(path).filter(file => file.endsWith('.json'))
    return files.toSorted().map(file => join(path, file))
  } catch (cause) {
    throw new HearsayError(
      `${path} cannot be read (${(cause as NodeJS.ErrnoException).code}); give files or a folder of ${what}.`,
      'input-unreadable',
      { cause },
    )
  }
}
