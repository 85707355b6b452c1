import { AGENCIES } from '../../bylines/agencies.ts'
import { AFTER_NAMES, BEFORE_NAMES, NOBODY, PLACE_OR_PAPER, ROLE, ROLE_BEHIND } from '../../bylines/byline-words.ts'
import { decodeEntities } from '../html/decode-entities.ts'
import { isItem, own } from '../linked-data/linked-data.ts'
import { bareTitle } from './bare-title.ts'

const LONGEST = 150
/** No article has more authors that its byline names. */
const MOST_NAMES = 50
/** Persons refer to persons no deeper: a list of references to items with a name. */
const DEEPEST = 4
const EMAIL = /[<([]?\s*(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+\s*[>)\]]?/gu
const HANDLE = /\s*[([]?(?:\b(?:twitter|x|instagram|threads|bluesky|mastodon):?\s*)?@[\w.]+[)\]]?/giu

/** What bylines are held against. */
export interface BylineContext {
  /** Names of the outlet, which are no author where another is named. */
  readonly outlets: readonly string[]
  /** Follows a reference to another item of the linked data. */
  resolve(value: unknown): unknown
}

interface Told {
  readonly value: unknown
  readonly origin: string
}

/**
 * The names of who wrote an article, from the first place in the order of trust that has one; where that names only the outlet,
 * from the next that names a person.
 */
export function chooseByline(
  candidates: readonly Told[],
  { outlets, resolve }: BylineContext,
): { readonly value: readonly string[]; readonly origin: string } | null {
  const papers = new Set(outlets.map(bareTitle))
  let desk: { value: readonly string[]; origin: string } | null = null
  for (const [origin, values] of groupByOrigin(candidates)) {
    const names = unique(
      values
        .flatMap(value => namesOf(value, resolve))
        .slice(0, MOST_NAMES)
        .flatMap(name => cleanByline(name, papers) ?? []),
    )
    if (names.length === 0) continue
    const persons = names.filter(name => !papers.has(bareTitle(name)))
    if (persons.length > 0) return { value: persons, origin }
    desk ??= { value: names, origin }
  }
  return desk
}

/** Several elements of one name each name an author; of what is shown the first line has them all. */
function groupByOrigin(candidates: readonly Told[]): ReadonlyMap<string, readonly unknown[]> {
  const groups = new Map<string, unknown[]>()
  for (const { value, origin } of candidates) {
    const group = groups.get(origin)
    if (group === undefined) groups.set(origin, [value])
    else if (origin !== 'byline line' || (cleanByline(group[0]) === null && group.length < 5)) group.push(value)
  }
  return groups
}

/** Names as linked data gives them: texts, items with names, lists and references. */
function namesOf(value: unknown, resolve: (value: unknown) => unknown, depth = 0): readonly string[] {
  if (depth > DEEPEST) return []
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.slice(0, MOST_NAMES).flatMap(item => namesOf(item, resolve, depth + 1))
  const item = resolve(value)
  if (Array.isArray(item) || typeof item === 'string') return namesOf(item, resolve, depth + 1)
  if (!isItem(item)) return []
  const parts = [own(item, 'givenName'), own(item, 'familyName')].filter(part => typeof part === 'string')
  const inner = own(item, 'name') ?? own(item, '@value') ?? own(item, '@list') ?? own(item, 'author')
  return inner === undefined ? (parts.length === 0 ? [] : [parts.join(' ')]) : namesOf(inner, resolve, depth + 1)
}

/**
 * The names in a byline as it is written, without "By", roles, places, papers, dates, addresses and what else stands beside them;
 * null when none is left.
 *
 * @param papers names of outlets in bare words
 * @example
 * cleanByline('By Una Merrow, Political editor March 2, 2026 | 6:00 PM') // → 'Una Merrow'
 */
export function cleanByline(written: unknown, papers: ReadonlySet<string> = new Set()): string | null {
  if (typeof written !== 'string') return null
  const line = decodeEntities(written.slice(0, 2 * LONGEST))
    .replace(/\s+/g, ' ')
    .trim()
  if (/^(?:https?:|www\.|\/)/i.test(line)) return null
  const from = BEFORE_NAMES.exec(line)?.[0].length ?? 0
  let names = nameBesideAddress(line.slice(from))
  for (const pattern of AFTER_NAMES) names = names.replace(pattern, '')
  const parts = names.split(/\s*[,;]\s*/).flatMap(part => cleanPart(part) ?? [])
  // A role or a paper alone is who wrote it; beside a name it is not.
  const isBeside = (part: string) => ROLE.test(part) || papers.has(bareTitle(part)) || AGENCIES.has(bareTitle(part))
  const [first, ...others] = parts
  if (first === undefined) return null
  const kept = unique([first, ...others.filter(part => !isBeside(part))])
  const name = kept
    .join(', ')
    .replace(/^(?:and|&)\s+|\s+(?:and|&|with)$/gi, '')
    .trim()
  return name === '' || name.length > LONGEST || NOBODY.test(name) ? null : name
}

/** `una@post.example (Una Merrow)` and `Una Merrow <una@post.example>`: the address stands beside the name. */
function nameBesideAddress(line: string): string {
  if (!line.includes('@')) return line
  const inBrackets = /@\S+\s*\((?<name>[^()@]+)\)/.exec(line)?.groups?.name
  return (inBrackets ?? line.replace(EMAIL, ' ').replace(HANDLE, ' ')).replace(/\s+/g, ' ').trim()
}

function cleanPart(part: string): string | null {
  const bare = part.replace(/^[\s:.–—-]+|[\s:([–—-]+$/g, '')
  if (bare.length > LONGEST) return null
  if (ROLE.test(bare)) return bare
  const name = withoutDoubling((ROLE_BEHIND.exec(bare)?.groups?.name ?? bare).replace(PLACE_OR_PAPER, '')).trim()
  return name === '' || !/\p{L}/u.test(name) ? null : name
}

/** A picture's text and the name beside it give `Una Merrow Una Merrow`. */
function withoutDoubling(name: string): string {
  const half = (name.length - 1) / 2
  if (Number.isInteger(half) && name.slice(0, half) === name.slice(half + 1) && name[half] === ' ')
    return name.slice(0, half)
  const middle = name.length / 2
  return Number.isInteger(middle) && middle > 3 && name.slice(0, middle) === name.slice(middle)
    ? name.slice(0, middle)
    : name
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Map(names.map(name => [bareTitle(name), name])).values()]
}
