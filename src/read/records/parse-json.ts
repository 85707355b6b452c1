import { type ReadLimits, tooDeep, Unreadable } from '../limits/limits.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c
/** Of `maxBytes`, every object or list may take this many on average: records of articles take hundreds. */
const BYTES_A_CONTAINER = 20

/**
 * Parses JSON whose nesting and number of objects and lists are within the limits: twenty million opening brackets are
 * 20 MB as text and more than 1 GB as lists.
 *
 * @throws Unreadable of kind `malformed`, `too-deep` or `too-complex`
 */
export function parseJson(text: string, limits: ReadLimits): unknown {
  measure(text, limits)
  try {
    return JSON.parse(text)
  } catch (error) {
    const reason = (error as Error).message.replace(/\s+/g, ' ').slice(0, 160)
    throw new Unreadable('malformed', `it is no valid JSON (${reason}): repair it and run again`)
  }
}

function measure(text: string, { maxDepth, maxBytes }: ReadLimits): void {
  const most = maxBytes / BYTES_A_CONTAINER
  let depth = 0
  let containers = 0
  let isInString = false
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    if (isInString) {
      if (unit === BACKSLASH) index += 1
      else if (unit === QUOTE) isInString = false
    } else if (unit === QUOTE) {
      isInString = true
    } else if (unit === 0x7b || unit === 0x5b) {
      depth += 1
      containers += 1
      if (depth > maxDepth) throw tooDeep(maxDepth)
      if (containers > most) throw new Unreadable('too-complex', `it has more than ${most} objects and lists: split it`)
    } else if (unit === 0x7d || unit === 0x5d) {
      depth -= 1
    }
  }
}
