import type { Chance } from './chance.ts'
import { nameOf, placeOf } from './grammar.ts'
import type { Half } from './words.ts'

export const ALTERED = ['negation', 'hedge', 'number', 'name'] as const
export type Altered = (typeof ALTERED)[number]

/** Says something else in nearly the same words; null where the text gives no occasion. */
export function alter(text: string, kind: Altered, chance: Chance, half: Half): string | null {
  const altered = ALTERATIONS[kind](text, chance, half)
  return altered === text ? null : altered
}

const once = (text: string, pattern: RegExp, by: (found: string, ...groups: string[]) => string): string =>
  text.replace(pattern, by)

const ALTERATIONS: Readonly<Record<Altered, (text: string, chance: Chance, half: Half) => string>> = {
  negation: (text, chance) => {
    if (/\b(?:not|never)\b/.test(text)) return once(text, / (?:not|never)\b/, () => '')
    if (/\bcannot\b/.test(text)) return once(text, /\bcannot\b/, () => 'can')
    if (/\b[Nn](?:obody|o)\b/.test(text))
      return once(text, /\b[Nn]o(body)?\b/, (_, body) => (body ? 'everybody' : 'every'))
    return once(text, AUXILIARY, found =>
      found === 'can' ? 'cannot' : `${found} ${chance.happens(75) ? 'not' : 'never'}`,
    )
  },
  hedge: (text, chance, half) => {
    const hedges =
      half === 'shown'
        ? ['reportedly', 'allegedly', 'perhaps', 'possibly']
        : ['apparently', 'probably', 'supposedly', 'likely']
    if (/\b(?:will|must)\b/.test(text))
      return once(text, /\b(?:will|must)\b/, () => chance.pick(half === 'shown' ? ['may', 'could'] : ['might']))
    return once(text, AUXILIARY, found => `${found} ${chance.pick(hedges)}`)
  },
  number: (text, chance) =>
    once(text, /\b\d+\b/, found => {
      const other = chance.happens(50) ? String(Number(found) + chance.between(1, 9)) : String(chance.between(2, 97))
      return other === found ? `${found}0` : other
    }),
  name: (text, chance, half) => {
    // Not the first word, which is big for being the first.
    const found = [...text.matchAll(/(?<=[a-z,;] )\p{Lu}\p{Ll}{3,}(?: \p{Lu}\p{Ll}{3,})?/gu)]
    if (found.length === 0) return text
    const { 0: name, index } = chance.pick(found)
    const other = name.includes(' ') ? nameOf(chance, half) : placeOf(chance)
    return text.slice(0, index) + other + text.slice(index + name.length)
  },
}

const AUXILIARY = /\b(?:is|are|was|were|will|can|could|should|would|has|have|had|did|must)\b/
