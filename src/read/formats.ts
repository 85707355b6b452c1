import { extname } from 'node:path/posix'
import type { Format } from './format.ts'
import { plainText } from './plain-text.ts'

/** Every input format. A file whose extension none of them claims is read as plain text. */
export const FORMATS: readonly Format[] = [plainText]

/** Format that reads the input called `uri`. */
export function formatOf(uri: string): Format {
  const extension = extname(uri).toLowerCase()
  return FORMATS.find(format => format.extensions.includes(extension)) ?? plainText
}
