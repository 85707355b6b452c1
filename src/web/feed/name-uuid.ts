import { hash } from 'node:crypto'

/** The name space of Hearsay's names: a random UUID, drawn once. */
const SPACE = '9d0f1c52-6a2e-4b1b-9a57-3e9d4c8f7b21'

/**
 * A UUID (RFC 9562, version 8) of a name: the same name gives the same everywhere.
 *
 * @example
 * nameUuid('a') === nameUuid('a') // → true
 */
export function nameUuid(name: string): string {
  const digits = [...hash('sha256', `${SPACE}\n${name}`, 'hex').slice(0, 32)]
  digits[12] = '8'
  digits[16] = ((Number.parseInt(digits[16] as string, 16) & 0x3) | 0x8).toString(16)
  const all = digits.join('')
  return [all.slice(0, 8), all.slice(8, 12), all.slice(12, 16), all.slice(16, 20), all.slice(20)].join('-')
}
