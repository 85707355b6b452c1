import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { HearsayError } from '../../domain/errors.ts'
import { CodePointText } from '../../domain/text/code-point-text.ts'
import { listJsonFiles } from '../gold/list-json-files.ts'
import { type NamedArticle, type NameType, PERSONAL_PRONOUNS } from './named-article.ts'

const TYPES: Readonly<Record<string, NameType>> = { person: 'person', place: 'place', organization: 'organisation' }

/**
 * Reads files, and every `.json` file of folders, as articles with gold mentions: `text` and `mentions` with `type`,
 * `chain`, `named`, `name` (the span of the name itself, code points) and `pronoun`, as the GUM corpus gives them.
 *
 * @throws HearsayError (usage) naming the path that cannot be read or holds no such gold.
 */
export function readNamedGold(paths: readonly string[]): NamedArticle[] {
  return listJsonFiles(paths, 'articles with gold mentions').map(file =>
    parseNamedGold(basename(file, '.json'), readFileSync(file, 'utf8')),
  )
}

/**
 * Reads one article with gold mentions from its JSON.
 *
 * @throws HearsayError (usage) naming the article when the JSON holds no such gold.
 */
export function parseNamedGold(name: string, json: string): NamedArticle {
  const { text, mentions } = parseJson(json)
  if (typeof text !== 'string' || !Array.isArray(mentions)) refuse(name)
  const points = new CodePointText(text)
  const names: NamedArticle['names'][number][] = []
  const pronouns: NamedArticle['pronouns'][number][] = []
  for (const mention of mentions as readonly Record<string, unknown>[]) {
    const { start, end, chain } = mention
    if (typeof start !== 'number' || typeof end !== 'number') refuse(name)
    const type = TYPES[String(mention.type)]
    const span = mention.name
    if (type !== undefined && mention.named === true && Array.isArray(span)) {
      names.push({ start: Number(span[0]), end: Number(span[1]), type, chain: String(chain) })
    }
    if (PERSONAL_PRONOUNS.has(points.slice({ start, end }).toLowerCase())) {
      pronouns.push({ start, end, chain: String(chain) })
    }
  }
  return { name, text, names, pronouns }
}

function parseJson(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function refuse(name: string): never {
  throw new HearsayError(`${name} holds no gold mentions (text and mentions); leave it out.`, 'gold-invalid')
}
