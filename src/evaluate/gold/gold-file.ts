import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { HearsayError } from '../../domain/errors.ts'
import { CodePointText } from '../../domain/text/code-point-text.ts'
import type { ScoredArticle } from './gold.ts'
import { fieldsOf, readClaims, readNotClaims, refuse } from './gold-claims.ts'

/** An article with gold from a file. `name` is the article's path as the file gives it. */
export interface GoldArticle extends ScoredArticle {
  /** Path of the article, from the working folder. */
  readonly path: string
  /** SHA-256 (hex) of `text` in UTF-8: the id that the article has in a database. */
  readonly sha256: string
}

/**
 * Reads a gold file (`corpus/README.md` describes the format) and the article it is about. The article's path is
 * relative to the parent of the folder that holds the gold file.
 *
 * @throws HearsayError (usage) naming the file, and the claim where it is one: the file or its article cannot be read,
 * the article has changed (SHA-256), a span does not say the article's words, or a label is unknown.
 * @example
 * readGold('corpus/gold/flood.json').path // 'corpus/flood.txt'
 */
export function readGold(file: string): GoldArticle {
  const gold = fieldsOf(file, null, parseJson(file))
  const name = gold.article
  if (typeof name !== 'string' || name === '') refuse(file, null, 'does not name its article')
  const path = join(dirname(dirname(resolve(file))), name)
  const text = decodeArticle(file, path)
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex')
  if (gold.sha256 !== sha256) {
    refuse(file, null, `was made for another text than ${name} has now (SHA-256 ${gold.sha256}, now ${sha256})`)
  }
  const points = new CodePointText(text)
  const attributions = readClaims(file, gold.claims, points)
  return { name, path, text, sha256, attributions, notClaims: readNotClaims(file, gold.not_claims, points) }
}

function parseJson(file: string): unknown {
  const json = readBytes(file, `Gold file ${file} cannot be read`).toString('utf8')
  try {
    return JSON.parse(json)
  } catch (cause) {
    throw new HearsayError(`${file} is no JSON; give a gold file, as corpus/gold holds them.`, 'gold-invalid', {
      cause,
    })
  }
}

/** The text as reading an article gives it: UTF-8 without its byte order mark, nothing else changed. */
function decodeArticle(file: string, path: string): string {
  const bytes = readBytes(path, `The article of gold file ${file}, ${path}, cannot be read`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new HearsayError(`The article of gold file ${file}, ${path}, is no UTF-8 text; convert it.`, 'gold-invalid', {
      cause,
    })
  }
}

function readBytes(path: string, problem: string): Buffer {
  try {
    return readFileSync(path)
  } catch (cause) {
    throw new HearsayError(
      `${problem} (${(cause as NodeJS.ErrnoException).code}); check the path.`,
      'input-unreadable',
      {
        cause,
      },
    )
  }
}
