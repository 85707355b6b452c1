import { createHash } from 'node:crypto'
import type { ReadRules } from '../../rules/read-rules.ts'
import type { Surroundings } from '../surroundings.ts'
import { readGivenFile } from './read-given-file.ts'

/** Larger than any file of rules can be. */
const MOST_BYTES = 16_000_000

/** Rules with the SHA-256 of their file. */
export interface LoadedRules extends ReadRules {
  readonly sha256: string
}

/**
 * The rules that `--rules FILE` names, or null where it names none.
 *
 * @throws HearsayError (2) with the place of what is wrong in the file; (74) when it cannot be read
 */
export async function loadRules(
  file: string | true | undefined,
  { workingFolder }: Pick<Surroundings, 'workingFolder'>,
): Promise<LoadedRules | null> {
  if (file === undefined || file === true) return null
  const text = await readGivenFile('rules file', file, workingFolder, MOST_BYTES)
  // Loaded only here: reading and checking rules takes libraries that no other command needs.
  const { readRules } = await import('../../rules/read-rules.ts')
  const sha256 = createHash('sha256').update(text).digest('hex')
  return { ...readRules(text.replace(/^\ufeff/, ''), file), sha256 }
}
