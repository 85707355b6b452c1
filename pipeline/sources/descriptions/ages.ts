import type { Token } from '../../../src/domain/layers.ts'
import type { NamedEntity } from '../named-entity.ts'

const ages = new WeakMap<NamedEntity, ReadonlySet<string>>()

/** Whether a number stands right behind a mention of somebody or "54-year-old" right before one. */
export function hasAge(tokens: readonly Token[], entity: NamedEntity, age: string): boolean {
  return (ages.get(entity) ?? readAges(tokens, entity)).has(age)
}

/** Read once for each, whose mentions are many and asked for often. */
function readAges(tokens: readonly Token[], entity: NamedEntity): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { firstToken, endToken } of entity.mentions) {
    for (const { text } of tokens.slice(endToken, endToken + 3)) if (/^\d{1,3}$/.test(text)) found.add(text)
    for (const { lower } of tokens.slice(Math.max(0, firstToken - 4), firstToken)) {
      const age = /^(\d{1,3})-year/.exec(lower)?.[1]
      if (age !== undefined) found.add(age)
    }
  }
  ages.set(entity, found)
  return found
}
