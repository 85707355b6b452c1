import { hash } from 'node:crypto'
import type { Span } from '../../src/domain/span.ts'

/** Hash of an article's id and spans (code points): 20 hexadecimal digits, the same on every machine. */
export function hashSpans(articleId: string, ...groups: readonly (readonly Span[])[]): string {
  const parts = groups.map(group => group.map(({ start, end }) => `${start}-${end}`).join(','))
  return hash('sha256', [articleId, ...parts].join('|'), 'hex').slice(0, 20)
}
