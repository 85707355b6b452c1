import type { Sentence, Token } from '../../src/domain/layers.ts'
import { isCommon, isFirstName, isOrganisationWord, isPlaceName } from '../word-classes.ts'
import { addEvidence, type Evidence, type NameType, noEvidence, strongest } from './evidence.ts'
import { keyOf, type Name } from './name.ts'
import { weighContext } from './weigh-context.ts'
import { weighWords } from './weigh-words.ts'

/** Less than this and a name is left out: nothing says what it is. */
const LEAST = 1
/** Context of one mention counts again in its own decision: "in Paris" and "Paris said" may mean two things. */
const OWN_CONTEXT = 1
/** Contexts of other mentions beyond this many points per type add nothing: one habit of a writer is no proof. */
const CONTEXT_CAP = 6

interface Group {
  readonly words: Evidence
  readonly context: Evidence
}

/**
 * Gives every name a type, or null when nothing says what it is. All mentions of the same words vote together; a
 * single word is a person's where it ends or opens a person's fuller name in the article; an acronym is what the name
 * that it stands behind in brackets is.
 */
export function classifyNames(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  names: readonly Name[],
  seenSmall: ReadonlySet<string>,
): (NameType | null)[] {
  const keys = names.map(name => keyOf(tokens, name))
  const contexts = names.map((name, i) => {
    const sentence = sentences[(tokens[name.nameFrom] as Token).sentence] as Sentence
    return weighContext(tokens, sentence, name, keys[i] as string)
  })
  const groups = new Map<string, Group>()
  for (const [i, name] of names.entries()) {
    if (name.office) continue
    const key = keys[i] as string
    const group = groups.get(key)
    if (group === undefined) {
      const context = noEvidence()
      addEvidence(context, contexts[i] as Evidence)
      groups.set(key, { words: weighWords(tokens, name, key, seenSmall), context })
    } else {
      addEvidence(group.context, contexts[i] as Evidence)
      // A title before one mention speaks for all of them.
      if (name.nameFrom > name.from) group.words.person = Math.max(group.words.person, 4)
    }
  }
  defineAcronyms(tokens, names, keys, groups)
  lendToParts(tokens, names, keys, groups)
  lendToNeighbours(tokens, names, keys, groups)
  return names.map((name, i) => {
    if (name.office) return 'person'
    if (name.namesake) return 'person'
    if (name.nested) return isPlaceName(keys[i] as string) ? 'place' : 'organisation'
    if (name.nameFrom > name.from) return 'person'
    const total = sumOf(groups.get(keys[i] as string) as Group)
    addEvidence(total, contexts[i] as Evidence, OWN_CONTEXT)
    return strongest(total, LEAST)
  })
}

function sumOf({ words, context }: Group): Evidence {
  const total = noEvidence()
  total.person = words.person + cap(context.person)
  total.place = words.place + cap(context.place)
  total.organisation = words.organisation + cap(context.organisation)
  total.other = words.other + cap(context.other)
  return total
}

function cap(points: number): number {
  return Math.max(-CONTEXT_CAP, Math.min(CONTEXT_CAP, points))
}

/** "World Health Organization (WHO)": the acronym is what the name is. */
function defineAcronyms(
  tokens: readonly Token[],
  names: readonly Name[],
  keys: readonly string[],
  groups: ReadonlyMap<string, Group>,
): void {
  const endingAt = new Map<number, Name>()
  for (let i = 1; i < names.length; i += 1) {
    const before = names[i - 1] as Name
    if (!before.nested && !before.office) endingAt.set(before.to, before)
    const acronym = names[i] as Name
    if (acronym.to - acronym.from !== 1 || !/^[([]$/.test((tokens[acronym.from - 1] as Token | undefined)?.text ?? ''))
      continue
    if (!/^\p{Lu}[\p{L}\p{N}.]*\p{Lu}[\p{L}.]*$/u.test((tokens[acronym.from] as Token).text)) continue
    const named = endingAt.get(acronym.from - 1)
    if (named === undefined) continue
    const full = groups.get(keyOf(tokens, named))
    const type = full === undefined ? null : strongest(sumOf(full), LEAST)
    const group = groups.get(keys[i] as string)
    if (group !== undefined) group.words[type === null || type === 'person' ? 'organisation' : type] += 4
    if (full !== undefined && (type === null || type === 'person')) full.words.organisation += 3
  }
}

/** "Rajnath Singh" makes "Singh" and "Rajnath" a person's, unless the article says "in Singh" all the time. */
function lendToParts(
  tokens: readonly Token[],
  names: readonly Name[],
  keys: readonly string[],
  groups: ReadonlyMap<string, Group>,
): void {
  const lent = new Set<string>()
  for (const [i, name] of names.entries()) {
    const size = name.to - name.nameFrom
    if (size < 2 || name.nested || name.office) continue
    const type = name.nameFrom > name.from ? 'person' : strongest(sumOf(groups.get(keys[i] as string) as Group), LEAST)
    if (type === 'organisation') lendToHead(tokens, name, groups, lent)
    if (type !== 'person') continue
    const first = (tokens[name.nameFrom] as Token).lower
    const last = (tokens[name.to - 1] as Token).lower
    const whole = keyOf(tokens, { nameFrom: startOfLast(tokens, name), to: name.to })
    for (const part of [last, whole, first]) {
      const group = groups.get(part)
      if (group === undefined || lent.has(part)) continue
      if (part === first && part !== last && isPlaceName(part) && !isFirstName(part)) continue
      lent.add(part)
      group.words.person += 5
    }
  }
}

/** Where the last word of a name begins, with an article that a hyphen joins: "al-Jabouri". */
function startOfLast(tokens: readonly Token[], { nameFrom, to }: Name): number {
  const article = tokens[to - 3]
  const joined = to - 3 >= nameFrom && tokens[to - 2]?.text === '-' && article?.text === article?.lower
  return joined ? to - 3 : to - 1
}

/** "Church of Scotland" makes "the Church" an organisation's. */
function lendToHead(tokens: readonly Token[], name: Name, groups: ReadonlyMap<string, Group>, lent: Set<string>): void {
  const trimmed = keyOf(tokens, { ...name, to: name.to - 1 })
  const short = name.to - name.nameFrom > 2 && !isPlaceName(trimmed) ? trimmed : null
  const first = tokens[name.nameFrom] as Token
  // "Harrow Semiconductor Inc." makes "Harrow Semiconductor" and "Harrow" the company's.
  for (const key of [short, isCommon(first.lower) || isPlaceName(first.lower) ? null : first.lower]) {
    const group = key === null ? undefined : groups.get(key)
    if (key === null || group === undefined || lent.has(key)) continue
    lent.add(key)
    group.words.organisation += 3
  }
  for (const i of [name.nameFrom, name.to - 1]) {
    const token = tokens[i] as Token
    const group = groups.get(token.lower)
    if (group === undefined || lent.has(token.lower) || !isOrganisationWord(token)) continue
    lent.add(token.lower)
    group.words.organisation += 4
  }
}

/** "Zeus, Hera and Athena": names that nothing else tells are what the name before them in the list is. */
function lendToNeighbours(
  tokens: readonly Token[],
  names: readonly Name[],
  keys: readonly string[],
  groups: ReadonlyMap<string, Group>,
): void {
  for (let i = 1; i < names.length; i += 1) {
    const name = names[i] as Name
    const before = names[i - 1] as Name
    const between = name.from - before.to
    if (name.office || before.office || name.nested || before.nested || between < 1 || between > 2) continue
    if (!tokens.slice(before.to, name.from).every(({ lower }) => lower === ',' || lower === 'and')) continue
    const own = groups.get(keys[i] as string) as Group
    if (strongest(sumOf(own), LEAST) !== null) continue
    const type = strongest(sumOf(groups.get(keys[i - 1] as string) as Group), LEAST)
    if (type !== null) own.words[type] += LEAST + 0.2
  }
}
