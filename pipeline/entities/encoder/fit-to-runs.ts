import type { Token } from '../../../src/domain/layers.ts'
import { isCommon, isFirstName, isLastName, isOrganisationWord, isRole, isTitle } from '../../word-classes.ts'
import type { Name } from '../name.ts'
import type { TaggedName } from './tagged.ts'

/**
 * Widens names to the run of capitals that they are a part of, as the rules for names cut it: the model tells what a name is better
 * than how far it reaches. Of several in one run a body named by the run's head has all of it, and those of one kind become one;
 * a person has nothing that is tagged as a place or body.
 *
 * @param runs names by the rules
 */
export function fitToRuns(tokens: readonly Token[], names: readonly TaggedName[], runs: readonly Name[]): TaggedName[] {
  const runAt = new Int32Array(tokens.length)
  for (const [i, { nameFrom, to, nested, office }] of runs.entries())
    if (!nested && !office) runAt.fill(i + 1, nameFrom, to)
  const inRun = Map.groupBy(names, ({ from, to }) => (runAt[from] === runAt[to - 1] ? (runAt[from] as number) : 0))
  const fitted = [...(inRun.get(0) ?? [])]
  for (const [run, own] of inRun) if (run > 0) fitted.push(...fit(tokens, own, runs[run - 1] as Name))
  return fitted.toSorted((a, b) => a.from - b.from || b.to - a.to)
}

function fit(tokens: readonly Token[], own: readonly TaggedName[], { nameFrom, to }: Name): TaggedName[] {
  const whole = (one: TaggedName): TaggedName => ({ ...one, from: nameFrom, to })
  const body = own.find(one => one.tag === 'organisation')
  // "Head of the | Harbour Police Division": whoever holds the office is not the body.
  if (body !== undefined && isOfficeOf(tokens, nameFrom, body.from)) return [...own]
  if (body !== undefined && isOrganisationWord(tokens[to - 1])) {
    return [whole(body), ...own.filter(one => one.tag !== 'organisation' && one.to - one.from < to - nameFrom)]
  }
  // "Ann Munro-Bell": what the model sees in half of a name tells nothing of the whole; a body's name may hold a place's.
  const outer = own.filter(one => !own.some(other => other.tag === 'person' && isWithin(one, other)))
  const [first] = outer as [TaggedName]
  if (!outer.every(({ tag }) => tag === first.tag)) return [...own]
  // "Donald Trump Is Right", "Crooked Ann Lee": capitals of a headline or a mocker are no part of anybody's name.
  const added = tokens
    .slice(nameFrom, to)
    .filter((_, i) => !own.some(one => i + nameFrom >= one.from && i + nameFrom < one.to))
  if (first.tag === 'person' && added.some(isPlain)) return [...own]
  // "Soprano Anna de Wit": a person's name begins with the given name that the model begins it with.
  const { lower } = tokens[nameFrom] as Token
  const isOpened = isLastName(lower) || isFirstName(lower)
  return first.tag === 'person' && !isOpened && isFirstName((tokens[first.from] as Token).lower)
    ? [{ ...first, to }]
    : [whole(first)]
}

function isWithin(one: TaggedName, other: TaggedName): boolean {
  return other.from <= one.from && one.to <= other.to && one.to - one.from < other.to - other.from
}

/** "Head of the", "Director of": a title with what joins it to a body. */
function isOfficeOf(tokens: readonly Token[], from: number, body: number): boolean {
  const of = tokens[body - 1]?.lower === 'the' ? body - 2 : body - 1
  const noun = tokens[of - 1]
  if (of <= from || noun === undefined || tokens[of]?.lower !== 'of') return false
  // "Friends of the Fells" is a body.
  return (isTitle(noun) || isRole(noun)) && !noun.lower.endsWith('s') && !isOrganisationWord(noun)
}

function isPlain({ pos, lower }: Token): boolean {
  if (isFirstName(lower)) return /^(?:VERB|AUX|ADP|PRON|DET)$/.test(pos)
  return /^(?:VERB|AUX|ADJ|ADV|ADP|PRON|DET|NOUN)$/.test(pos) || isCommon(lower)
}
