import type { TokensLayer } from '../src/domain/layers.ts'
import type { Span } from '../src/domain/span.ts'

/** An entry's time is looked for in so many characters. */
const OPENING = 40
const CLOCK = String.raw`(?:\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?)`
const ZONE = String.raw`(?:\s(?:GMT|UTC|BST|CES?T|E[DS]?T|C[DS]T|M[DS]T|P[DS]?T|IST|WAT|CAT|EAT|SAST|AE[DS]T|local time))?`
/** The mark between a time and its entry; without one the entry begins with a capital. */
const MARK = String.raw`(?:\s*[-–—|:•·]+\s+|\s*$|\s+(?=[\p{Lu}"“‘']))`
const TIME = new RegExp(`^[[(]?${CLOCK}${ZONE}[\\])]?${MARK}`, 'u')

/**
 * Where paragraphs begin with the time of an entry, as those of a live blog do: "11:10 - ", "09.15am: ". It is no word of whoever is quoted
 * there. Spans are UTF-16, in text order, and hold the mark behind the time.
 */
export function findEntryTimes(text: string, { paragraphs }: TokensLayer): Span[] {
  return paragraphs.flatMap(({ start, end }) => {
    const [time = ''] = TIME.exec(text.slice(start, Math.min(end, start + OPENING))) ?? []
    return time === '' ? [] : [{ start, end: start + time.trimEnd().length }]
  })
}
