import fc from 'fast-check'

/** A change to some bytes: a piece cut out, doubled, overwritten or replaced. */
export const byteChange = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 60 }),
  insert: fc.oneof(
    fc.uint8Array({ maxLength: 8 }),
    fc
      .constantFrom(
        '<',
        '>',
        '"',
        '{',
        '}',
        '[',
        ']',
        '\0',
        '<![CDATA[',
        ']]>',
        '&#0;',
        '&#xd800;',
        '\\ud800',
        '<!--',
        '</p>',
        '\r\n\r\n',
        '-1',
      )
      .map(text => Uint8Array.from(Buffer.from(text))),
  ),
  repeat: fc.integer({ min: 1, max: 20 }),
})
type Change = typeof byteChange extends fc.Arbitrary<infer Value> ? Value : never

/** The bytes with the change made to them. */
export function applyChange(bytes: Buffer, { at, length, insert, repeat }: Change): Buffer {
  const start = Math.floor(at * bytes.length)
  const middle = Array.from({ length: repeat }, () => insert)
  return Buffer.concat([bytes.subarray(0, start), ...middle, bytes.subarray(start + length)])
}

/** Some of these bytes with changes to them: they reach deeper into a reader than what is arbitrary. */
export function damagedBytes(valid: readonly Buffer[]): fc.Arbitrary<Buffer> {
  return fc
    .tuple(fc.constantFrom(...valid), fc.array(byteChange, { minLength: 1, maxLength: 4 }))
    .map(([bytes, changes]) => changes.reduce(applyChange, bytes))
}
