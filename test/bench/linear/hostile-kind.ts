/** One way of being hostile, at any size. */
export interface HostileKind {
  readonly name: string
  /** An input of about `length` UTF-16 units. */
  make(length: number): string
}

/** Repeats a unit up to a length, between what comes once before and after it. */
export function repeated(name: string, unit: string, before = '', after = ''): HostileKind {
  return {
    name,
    make: length => before + unit.repeat(Math.max(1, Math.floor(length / unit.length))) + after,
  }
}

/** As many different units as fill a length: what is remembered by its words grows with them. */
export function numbered(name: string, unit: (index: number) => string, before = '', after = ''): HostileKind {
  return {
    name,
    make: length => {
      const units: string[] = []
      for (let index = 0, size = 0; size < length; index += 1) {
        const next = unit(index)
        units.push(next)
        size += next.length
      }
      return before + units.join('') + after
    },
  }
}

/** A pronounceable word of small letters that stands for a number and for no other. */
export function wordOf(index: number): string {
  const syllables = ['ba', 'ce', 'di', 'fo', 'gu', 'ka', 'le', 'mi', 'no', 'pu', 'ra', 'se', 'ti', 'vo', 'zu', 'wa']
  let word = ''
  for (let rest = index + 16; rest > 0; rest = Math.floor(rest / 16)) word += syllables[rest % 16]
  return word
}

/** The same as a name. */
export function nameOf(index: number): string {
  const word = wordOf(index)
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}
