/** FNV-1a over UTF-16 code units, mixed: the 32-bit identity of a word in every feature. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return scramble(hash)
}

/** Joins two 32-bit values into one; order matters. */
export function combine(a: number, b: number): number {
  let hash = Math.imul(a ^ (b + 0x7f4a7c15), 0x9e3779b1)
  hash ^= hash >>> 15
  return Math.imul(hash, 0x85ebca6b) ^ (hash >>> 13)
}

function scramble(value: number): number {
  let hash = value ^ (value >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
