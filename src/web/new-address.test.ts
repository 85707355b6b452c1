import { expect, it } from 'vitest'
import { toFileName } from './new-address.ts'

it.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\fakepath\\a b.html', 'a b.html'],
  ['a\0b\u202ec\nd.txt', 'a b c d.txt'],
  ['x#L1', 'x L1'],
  ['..', 'unnamed'],
  [`${'a'.repeat(500)}.pdf`, `${'a'.repeat(146)}.pdf`],
])('names a file so that the name leads nowhere: %j', (name, expected) => {
  expect(toFileName(name)).toBe(expected)
})
