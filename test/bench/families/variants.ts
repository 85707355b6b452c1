import type { Chance } from './chance.ts'

/** A way to print the same words otherwise. */
type Way = (text: string, chance: Chance) => string

const words = (text: string) => text.split(' ')

/** A part of a sentence long enough to tell which. */
export const cutEdge: Way = (text, chance) => {
  const list = words(text)
  if (list.length < 9) return text
  const length = chance.between(Math.ceil(list.length * 0.55), list.length - 1)
  const from = chance.between(0, list.length - length)
  return list.slice(from, from + length).join(' ')
}

export const cutMiddle: Way = (text, chance) => {
  const list = words(text)
  if (list.length < 12) return text
  const from = chance.between(3, list.length - 6)
  return [
    ...list.slice(0, from),
    chance.pick(['…', '[…]', '...', '. . .', '(...)']),
    ...list.slice(from + chance.between(2, 3)),
  ].join(' ')
}

export const bracket: Way = (text, chance) => {
  if (/^[A-Z][a-z]/.test(text) && chance.happens(50)) return `[${text.charAt(0).toLowerCase()}]${text.slice(1)}`
  const list = words(text)
  const at = chance.between(1, Math.max(1, list.length - 1))
  return [...list.slice(0, at), chance.pick(['[sic]', '[the town]', '[and others]', '[then]']), ...list.slice(at)].join(
    ' ',
  )
}

export const otherMarks: Way = (text, chance) =>
  chance.pick<(text: string) => string>([
    plain => plain.replaceAll(',', ''),
    plain => plain.replaceAll(', ', ' — '),
    plain => `${plain}!`,
    plain => plain.toUpperCase(),
    plain => plain.replaceAll("'", '’'),
    plain => `“${plain},”`,
    plain => `«${plain}»`,
  ])(text)

export const otherNumbers: Way = (text, chance) => {
  const spelled = new Map(SPELLED.map((word, index) => [word, String(index + 2)]))
  return text
    .replaceAll(
      /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/g,
      word => spelled.get(word) ?? word,
    )
    .replaceAll(' percent', chance.pick(['%', ' per cent', ' pct', ' percent']))
    .replaceAll(/\$(\d+) (million|billion)/g, (_, digits: string, large: string) =>
      chance.pick([`$${digits}${large === 'million' ? 'm' : 'bn'}`, `${digits} ${large} dollars`]),
    )
    .replaceAll(/\b(\d)(\d{3})\b/g, '$1,$2')
}
const SPELLED = 'two three four five six seven eight nine ten eleven twelve'.split(' ')

/** A slip of the keyboard in one word, or two of a long text. */
export const mistype: Way = (text, chance) => {
  const list = words(text)
  const long = [...list.keys()].filter(at => /^[a-z]{5,}$/.test(list[at] as string))
  for (const at of chance.shuffled(long).slice(0, list.length > 12 ? chance.between(1, 2) : 1))
    list[at] = slip(list[at] as string, chance)
  return list.join(' ')
}

function slip(word: string, chance: Chance): string {
  const at = chance.between(1, word.length - 2)
  const [before, here, next, behind] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)]
  return chance.pick([before + next + here + behind, before + next + behind, before + here + here + next + behind])
}

export const contract: Way = text =>
  text
    .replaceAll(/\b([Ii]t|[Tt]hat|[Tt]here) is\b/g, '$1’s')
    .replaceAll(/\b(could|should|would|did|does|do|is|was|has|have) not\b/g, "$1n't")
    .replaceAll(
      /\b([Ww]e|[Tt]hey) (are|have|will)\b/g,
      (_, who: string, verb: string) =>
        `${who}'${({ are: 're', have: 've', will: 'll' } as Record<string, string>)[verb]}`,
    )

/** The same told by a reporter: other persons and tenses, some words left out or put otherwise. */
export const tell: Way = (text, chance) => {
  const spoken = text.charAt(0).toLowerCase() + text.slice(1)
  const [subject, possessive] = chance.pick([
    ['they', 'their'],
    ['he', 'his'],
    ['she', 'her'],
  ] as const)
  const told = spoken
    .replaceAll(/\b(?:i|I|we)\b/g, subject)
    .replaceAll(/\b(?:my|our)\b/g, possessive)
    .replaceAll(/\bus\b/g, 'them')
    .replaceAll(/\bwill\b/g, 'would')
    .replaceAll(/\bcan\b/g, 'could')
    .replaceAll(/\bmust\b/g, 'had to')
    .replaceAll(/\b(?:is|are)\b/g, are => (are === 'is' ? 'was' : 'were'))
    .replaceAll(/\b(?:has|have)\b/g, 'had')
    .replaceAll(/\bthis (autumn|winter)\b/g, 'that $1')
  const list = words(told)
  const at = chance.between(1, list.length - 1)
  if (chance.happens(25)) list.splice(at, 0, chance.pick(['also', 'now', 'then', 'really', 'simply']))
  return (chance.happens(50) ? 'that ' : '') + list.join(' ')
}

/** Ways that change no meaning. */
export const WAYS = { cutEdge, cutMiddle, bracket, otherMarks, otherNumbers, mistype, contract } as const
export type WayName = keyof typeof WAYS | 'whole' | 'tell' | 'join'
