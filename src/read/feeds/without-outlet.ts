import { bareTitle } from '../markup/metadata/bare-title.ts'

/**
 * A headline without the outlet behind it, as feeds and services that gather articles write it: nothing but a name that they
 * themselves give is cut off.
 *
 * @example
 * withoutOutlet('Quay to close - Selby Echo', ['Selby Echo']) // → 'Quay to close'
 */
export function withoutOutlet(title: string, outlets: readonly string[]): string {
  const names = outlets.map(bareTitle)
  const [, head = '', tail = ''] = /^(.+)\s[-–—|]\s(.+)$/su.exec(title) ?? []
  return tail !== '' && names.includes(bareTitle(tail)) ? head.trim() : title
}
