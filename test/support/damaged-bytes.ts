import fc from 'fast-check'

/** A change to some bytes: a piece cut out, doubled, overwritten or replaced. */
const change = fc.record({
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
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never

function apply(bytes: Buffer, { at, length, insert, repeat }: Change): Buffer {
  const start = Math.floor(at * bytes.length)
  const middle = Array.from({ length: repeat }, () => insert)
  return Buffer.concat([bytes.subarray(0, start), ...middle, bytes.subarray(start + length)])
}

/** Some of these bytes with changes to them: they reach deeper into a reader than what is arbitrary. */
export function damagedBytes(valid: readonly Buffer[]): fc.Arbitrary<Buffer> {
  return fc
    .tuple(fc.constantFrom(...valid), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([bytes, changes]) => changes.reduce(apply, bytes))
}
