import { randomBytes, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findTokenFault } from './find-token-fault.ts'

const random = () => randomBytes(32).toString('hex')

describe('a token', () => {
  it('of 128 random bits has no fault', () => {
    for (const encoding of ['hex', 'base64', 'base64url'] as const)
      for (let turn = 0; turn < 20; turn++) expect(findTokenFault(randomBytes(32).toString(encoding))).toBeNull()
  })

  it.each([
    'openssl rand -hex 16',
    'The quick brown fox jumps over the lazy dog',
    'We hold these truths to be self-evident, that all men are created equal, and that they are endowed with rights',
  ])('that is text is refused as such: %s', token => {
    expect(findTokenFault(token)).toContain('it has white space')
  })

  it('with white space anywhere is refused, for it is text or was pasted with more than it', () => {
    fc.assert(
      fc.property(fc.nat(64), fc.constantFrom(' ', '\n', '\t', '\u00a0'), (at, space) => {
        const token = random()
        expect(findTokenFault(token.slice(0, at) + space + token.slice(at))).toContain('it has white space')
      }),
      { numRuns: 50 },
    )
  })

  it.each(['https', 'HTTP', 'postgres', 'git+ssh'])('that is an address is refused as such: %s', scheme => {
    expect(findTokenFault(`${scheme}://audit.example.org/hearsay`)).toContain('it is an address')
    expect(findTokenFault(`${scheme}://audit.example.org/hearsay/${random()}`)).toContain('it is an address')
  })

  it('that could be guessed is refused with its bits', () => {
    expect(findTokenFault('newsroom')).toMatch(/^it has about \d+ bits that are random, and must have 128$/)
    expect(findTokenFault(randomUUID())).toBe(
      'it has about 122 bits that are random, as a UUID has at most, and must have 128',
    )
  })
})
