/** An encoding that bytes can be made in, to be read again. */
export interface Encoding {
  /** As it is declared. */
  readonly label: string
  /** Null for a text that it has no characters for. */
  encode(text: string): Buffer | null
}

/** An encoding of single bytes and pairs of bytes, made from what the decoder says of each. */
export function encodingOf(label: string): Encoding {
  const decoder = new TextDecoder(label, { fatal: true })
  const table = new Map<string, readonly number[]>()
  const add = (bytes: readonly number[]) => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes))
      if ([...text].length === 1 && !table.has(text)) table.set(text, bytes)
    } catch {
      // These bytes stand for nothing.
    }
  }
  for (let first = 0; first < 256; first += 1) add([first])
  for (let first = 0x81; first < 256; first += 1)
    for (let second = 0x30; second < 256; second += 1) add([first, second])
  const encode = (text: string) => {
    const bytes = [...text].map(character => table.get(character))
    return bytes.some(one => one === undefined) ? null : Buffer.from(bytes.flatMap(one => one ?? []))
  }
  return { label, encode }
}

/** UTF-16 and UTF-32 without a mark. */
export function wideEncodingOf(label: 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be'): Encoding {
  const encode = (text: string) => {
    const units = label.startsWith('utf-16')
      ? Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))
      : [...text].map(character => character.codePointAt(0) as number)
    const size = label.startsWith('utf-16') ? 2 : 4
    const bytes = Buffer.alloc(units.length * size)
    units.forEach((unit, index) => {
      if (label.endsWith('le')) bytes.writeUIntLE(unit, index * size, size)
      else bytes.writeUIntBE(unit, index * size, size)
    })
    return bytes
  }
  return { label, encode }
}
