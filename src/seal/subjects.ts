import { encodeCell } from './canonical-form.ts'

/*
 * What leaves go by: names that are the same in every store, whatever numbers it gives to its rows. An article goes by its
 * id.
 */

/** An input goes by what its row is one of: its place, its article, and what entries that failed alike have in common. */
export function subjectOfInput(location: string, articleId: string | null, form: string | null): string {
  return [location, articleId, form].map(part => encodeCell(part)).join('')
}

export interface LetterSubject {
  readonly article_id: string | null
  readonly uri: string
  readonly file: string | null
  readonly form: string | null
}

/** A dead letter goes by its article, else by the entries of a file that failed alike, else by its input. */
export function subjectOfLetter({ article_id, uri, file, form }: LetterSubject): string {
  return article_id ?? (file === null || form === null ? uri : `${file} > ${form}`)
}

/** What an input's subject is made of; null where it is none. */
export function partsOfInput(
  subject: string,
): { readonly location: string; readonly articleId: string | null; readonly form: string | null } | null {
  const bytes = Buffer.from(subject)
  const parts: (string | null)[] = []
  for (let at = 0; at < bytes.length; ) {
    if (bytes.toString('latin1', at, at + 2) === 'n;') {
      parts.push(null)
      at += 2
      continue
    }
    const colon = bytes.indexOf(':', at)
    const length = Number(bytes.toString('latin1', at + 1, colon))
    if (colon < 0 || !Number.isInteger(length)) return null
    parts.push(bytes.toString('utf8', colon + 1, colon + 1 + length))
    at = colon + 1 + length
  }
  const [location = null, articleId = null, form = null] = parts
  return location === null || parts.length !== 3 ? null : { location, articleId, form }
}
