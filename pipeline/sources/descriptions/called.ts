import type { Token } from '../../../src/domain/layers.ts'
import { alsoCalled } from '../../words/role-names.ts'

/** Whether the role's own noun is that word: "a farmer in Kent" is a farmer, "the farmers' union leader" is none. */
export function isCalled(role: string, { lower, lemma }: Token): boolean {
  const noun = nounOf(role)
  return noun === lower || noun === lemma || alsoCalled(noun).includes(lower)
}

const MOST_ROLES = 20_000
const nouns = new Map<string, string>()

/** "farmer" of "a farmer in Kent", remembered: every description asks for everybody's roles. */
export function nounOf(role: string): string {
  const known = nouns.get(role)
  if (known !== undefined) return known
  const phrase = role.split(/ (?:of|at|for|in|with|who|from|on|to|and) /)[0] as string
  const noun = phrase.split(/[\s-]+/).at(-1) as string
  if (nouns.size >= MOST_ROLES) nouns.clear()
  nouns.set(role, noun)
  return noun
}
