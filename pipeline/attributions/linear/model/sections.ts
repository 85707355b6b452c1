/*
 * Named arrays in one buffer, so that a model is one file on disk and one piece of memory for all threads:
 * length of the head (uint32, little endian), the head as JSON, then the arrays, each at a multiple of 8 bytes.
 */

type Numbers = Int8Array | Uint8Array | Int32Array | Float32Array
const KINDS = { i8: Int8Array, u8: Uint8Array, i32: Int32Array, f32: Float32Array } as const
type Kind = keyof typeof KINDS

interface Head {
  readonly facts: Readonly<Record<string, unknown>>
  readonly sections: Readonly<Record<string, { kind: Kind; offset: number; length: number }>>
}

export interface Sections {
  /** What is not an array: scales, sizes, names. JSON-serialisable. */
  readonly facts: Readonly<Record<string, unknown>>
  readonly arrays: Readonly<Record<string, Numbers>>
}

/** Writes the sections into the buffer that `allocate` gives. */
export function packSections<Buffer extends ArrayBufferLike>(
  sections: Sections,
  allocate: (bytes: number) => Buffer,
): Buffer {
  const entries = Object.entries(sections.arrays)
  const table: Record<string, { kind: Kind; offset: number; length: number }> = {}
  let offset = 0
  for (const [name, array] of entries) {
    table[name] = { kind: kindOf(array), offset, length: array.length }
    offset = align(offset + array.byteLength)
  }
  const head = new TextEncoder().encode(JSON.stringify({ facts: sections.facts, sections: table } satisfies Head))
  const body = align(4 + head.length)
  const buffer = allocate(body + offset)
  new DataView(buffer).setUint32(0, head.length, true)
  new Uint8Array(buffer).set(head, 4)
  for (const [name, array] of entries) {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
    new Uint8Array(buffer).set(bytes, body + (table[name]?.offset ?? 0))
  }
  return buffer
}

/** Views on the sections of a buffer that {@link packSections} wrote; nothing is copied. */
export function openSections(buffer: ArrayBufferLike): Sections {
  const length = new DataView(buffer).getUint32(0, true)
  // A shared buffer must be copied before it can be decoded.
  const text = new TextDecoder().decode(new Uint8Array(buffer, 4, length).slice())
  const head = JSON.parse(text) as Head
  const body = align(4 + length)
  const arrays = Object.entries(head.sections).map(([name, { kind, offset, length: size }]) => [
    name,
    new KINDS[kind](buffer as ArrayBuffer, body + offset, size),
  ])
  return { facts: head.facts, arrays: Object.fromEntries(arrays) as Record<string, Numbers> }
}

function kindOf(array: Numbers): Kind {
  if (array instanceof Int8Array) return 'i8'
  if (array instanceof Uint8Array) return 'u8'
  return array instanceof Int32Array ? 'i32' : 'f32'
}

function align(offset: number): number {
  return (offset + 7) & ~7
}
