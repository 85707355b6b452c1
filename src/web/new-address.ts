import { givenPlace } from '../domain/articles/given-place.ts'
import { HearsayError } from '../domain/errors.ts'
import type { Given, ReadingChoices, ToldByHand } from '../intake/submission.ts'

/** Largest body of a request that gives articles, in bytes: a few of the largest files that readers take. */
export const LARGEST_GIFT = 60_000_000
/** Files that may be given at once. */
export const MOST_FILES = 50
const LONGEST_FIELD = 1_000
const LONGEST_NAME = 150

/** What a form gives: texts and files, what is said of them, and how they are to be read. */
export interface Gift {
  readonly given: readonly Given[]
  readonly byHand: ToldByHand
  readonly choices: ReadingChoices
}

/**
 * Reads the form of the page for new articles.
 *
 * @param at now, ISO 8601
 * @throws HearsayError (2) when nothing was given, or too much
 */
export async function readGift(form: FormData, at: string): Promise<Gift> {
  const field = (name: string): string => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const byHand = Object.fromEntries(
    (['title', 'publisher', 'byline', 'published'] as const).flatMap(name => {
      const value = field(name)
      if (value.length > LONGEST_FIELD)
        throw new HearsayError(
          `The ${name} has ${value.length} characters, and may have ${LONGEST_FIELD}.`,
          'value-too-long',
        )
      return value === '' ? [] : [[name, value]]
    }),
  )
  const text = form.get('text')
  const given: Given[] = []
  // As it was pasted, but for the line ends that forms make of every line end.
  if (typeof text === 'string' && text.trim() !== '')
    given.push({ uri: givenPlace(at, 'pasted.txt'), bytes: new TextEncoder().encode(text.replaceAll('\r\n', '\n')) })
  const names = new Set<string>()
  for (const file of form.getAll('files')) {
    // A field without a file sends one without a name and without a byte.
    if (typeof file === 'string' || (file.name === '' && file.size === 0)) continue
    given.push({
      uri: givenPlace(at, distinct(toFileName(file.name), names)),
      bytes: new Uint8Array(await file.arrayBuffer()),
    })
  }
  if (given.length === 0)
    throw new HearsayError('Nothing was given: paste the text of an article, or choose a file.', 'argument-missing')
  if (given.length > MOST_FILES)
    throw new HearsayError(
      `${given.length} files are more than the ${MOST_FILES} that can be given at once; hearsay run reads whole folders.`,
      'too-much-asked',
    )
  return { given, byHand, choices: readChoices(form) }
}

/** How something is to be read; see `ReadingChoices`. */
export function readChoices(form: FormData): ReadingChoices {
  return { whole: form.get('whole') === '1', anyLanguage: form.get('language') === 'any' }
}

/** A name that stands in a place: whatever a browser was made to send, it leads nowhere and hides nothing. */
export function toFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd#]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  // The end tells the format.
  const short = plain.length > LONGEST_NAME ? plain.slice(-LONGEST_NAME).toWellFormed() : plain
  return short === '' || /^\.+$/.test(short) ? 'unnamed' : short
}

function distinct(name: string, taken: Set<string>): string {
  let distinct = name
  for (let copy = 2; taken.has(distinct); copy++) distinct = `${copy}-${name}`
  taken.add(distinct)
  return distinct
}
