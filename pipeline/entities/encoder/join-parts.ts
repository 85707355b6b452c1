import type { Token } from '../../../src/domain/layers.ts'
import { isFirstName, PARTICLES } from '../../word-classes.ts'
import { lowerOf, type TaggedName } from './tagged.ts'

/** Particles in a row: "van der". */
const MOST_PARTICLES = 3
/** Words of a nickname. */
const LONGEST_NICKNAME = 3
const OPENING = /^["“‘'«(]$/
const CLOSING = /^["”’'»)]$/

/**
 * Joins names that were tagged in parts: over a hyphen without spaces ("Aya Kouassi-Brou"), unless both sides are names by
 * themselves elsewhere ("the Singh-Hegseth talks"); over particles ("Ursula | van der Velde"); over a nickname in marks
 * ("Robert | “Buzz” | Lindqvist").
 */
export function joinParts(tokens: readonly Token[], names: readonly TaggedName[]): TaggedName[] {
  const alone = new Set(
    names.flatMap(({ from, to }) => (isBesideHyphen(tokens, from, to) ? [] : [lowerOf(tokens, from, to)])),
  )
  const bare = names.map(name => withoutMarks(tokens, name))
  const nameAt = new Map(bare.map(name => [`${name.tag} ${name.from}`, name]))
  const endOf = { get: (key: string) => nameAt.get(key)?.to }
  return bare.map(name => {
    let { to, probability } = name
    for (let next = goOn(name, to); next > to; next = goOn(name, to)) to = next
    if (to === name.to) return name
    // A name is as sure as its surest part.
    for (let i = name.to; i < to; i += 1)
      probability = Math.max(probability, nameAt.get(`${name.tag} ${i}`)?.probability ?? 0)
    return { ...name, to, probability }
  })

  /** Where the name ends with one more part, or `to`. */
  function goOn({ tag, from }: TaggedName, to: number): number {
    if (isHyphen(tokens, to) && startsCapital(tokens[to + 1])) {
      const next = endOf.get(`${tag} ${to + 1}`)
      const end = next ?? to + 2
      const isPair = alone.has(lowerOf(tokens, to + 1, end)) && alone.has(lowerOf(tokens, from, to))
      return isPair || (next === undefined && tag !== 'person') ? to : end
    }
    if (tag !== 'person') return to
    // Over a line's end, the model begins another: "Josef | Marek", "Ines de la | Fuente".
    const isOpen =
      (to - from === 1 && isFirstName(tokens[from]?.lower ?? '')) || PARTICLES.has(tokens[to - 1]?.text ?? '')
    const behind = endOf.get(`person ${to}`)
    if (isOpen && behind !== undefined && tokens[to]?.sentence === tokens[from]?.sentence) return behind
    let at = to
    while (at - to < MOST_PARTICLES && isParticle(tokens, at)) at += 1
    const behindParticles =
      at > to && tokens[at]?.sentence === tokens[from]?.sentence ? endOf.get(`person ${at}`) : undefined
    return behindParticles ?? endBehindNickname(to) ?? to
  }

  function endBehindNickname(to: number): number | undefined {
    if (!OPENING.test(tokens[to]?.text ?? '') || !startsCapital(tokens[to + 1])) return undefined
    // The nickname and the surname may be tagged in one: "El Gato” Ibáñez".
    const both = endOf.get(`person ${to + 1}`) ?? 0
    for (let at = to + 2; at <= to + 1 + LONGEST_NICKNAME; at += 1)
      if (CLOSING.test(tokens[at]?.text ?? '')) return both > at + 1 ? both : endOf.get(`person ${at + 1}`)
    return undefined
  }
}

/** "Van", "al" and the hyphen of "al-Noor". */
function isParticle(tokens: readonly Token[], at: number): boolean {
  const isParticleAt = (i: number) => PARTICLES.has(tokens[i]?.text ?? '')
  return isParticleAt(at) || (isHyphen(tokens, at) && isParticleAt(at - 1))
}

/** A tagged nickname's neighbour reaches over its marks: "Luis “". */
function withoutMarks(tokens: readonly Token[], name: TaggedName): TaggedName {
  let { from, to } = name
  // "Ann Lee-" of "Ann Lee-Marsh".
  while (to - from > 1 && (isMark(tokens[to - 1]) || isHyphen(tokens, to - 1))) to -= 1
  while (to - from > 1 && isMark(tokens[from])) from += 1
  return to - from === name.to - name.from ? name : { ...name, from, to }
}

function isMark(token: Token | undefined): boolean {
  return token !== undefined && (OPENING.test(token.text) || CLOSING.test(token.text))
}

/** Whether a hyphen without spaces stands right before the span or behind it. */
function isBesideHyphen(tokens: readonly Token[], from: number, to: number): boolean {
  return isHyphen(tokens, to) || isHyphen(tokens, from - 1)
}

function isHyphen(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  return token !== undefined && /^[-‐‑]$/.test(token.text) && before?.end === token.start && after?.start === token.end
}

function startsCapital(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text)
}
