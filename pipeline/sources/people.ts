import type { EntitiesLayer, Mention, Token } from '../../src/domain/layers.ts'
import { GAZETTEER } from '../../src/nlp/gazetteer.ts'

/** One person, organisation or place of the article with every mention that names it. */
export interface NamedEntity {
  readonly name: string
  readonly type: Mention['type']
  readonly mentions: readonly Mention[]
  readonly gender: 'female' | 'male' | null
  /** Role words said of it anywhere ("defence minister", "farmer"), lower case. */
  readonly roles: readonly string[]
}

/** Groups mentions by name: a surname belongs to the full name that ends with it, where only one does. */
export function groupMentions(text: string, tokens: readonly Token[], { mentions }: EntitiesLayer): NamedEntity[] {
  const named = mentions.filter(mention => mention.name !== null)
  const wordsOf = (mention: Mention) => nameOf(text, mention).split(/\s+/)
  const groups = new Map<string, Mention[]>()
  const full = named.filter(mention => wordsOf(mention).length > 1)
  const fullBySurname = new Map<string, Set<string>>()
  for (const mention of full) {
    const words = wordsOf(mention)
    const surname = (words.at(-1) as string).toLowerCase()
    if (mention.type !== 'person') continue
    const names = fullBySurname.get(surname) ?? new Set()
    fullBySurname.set(surname, names.add(words.join(' ')))
  }
  for (const mention of named) {
    const words = wordsOf(mention)
    const candidates =
      mention.type === 'person' && words.length === 1
        ? fullBySurname.get((words[0] as string).toLowerCase())
        : undefined
    const name = candidates?.size === 1 ? ([...candidates][0] as string) : words.join(' ')
    groups.set(name, [...(groups.get(name) ?? []), mention])
  }
  return [...groups].map(([name, own]) => ({
    name,
    type: (own[0] as Mention).type,
    mentions: own,
    gender: genderOf(text, name, own),
    roles: own.flatMap(mention => rolesOf(text, tokens, mention)),
  }))
}

function nameOf(text: string, mention: Mention): string {
  const { start, end } = mention.name as { start: number; end: number }
  return text.slice(start, end)
}

function genderOf(text: string, name: string, mentions: readonly Mention[]): NamedEntity['gender'] {
  for (const { role } of mentions) {
    const words = role === null ? '' : text.slice(role.start, role.end).toLowerCase()
    if (/\b(?:mrs|ms|miss|lady|madam|queen|princess|congresswoman|chairwoman|mother|sister)\b/.test(words))
      return 'female'
    if (/\b(?:mr|sir|lord|king|prince|congressman|father|imam)\b/.test(words)) return 'male'
  }
  const tags = GAZETTEER.get((name.split(' ')[0] as string).toLowerCase())
  if (tags?.has('FemaleName') === true) return 'female'
  return tags?.has('MaleName') === true ? 'male' : null
}

/** The title before a name and the apposition after it ("…, a professor at Leeds,"). */
function rolesOf(text: string, tokens: readonly Token[], mention: Mention): string[] {
  const roles: string[] = []
  if (mention.role !== null) roles.push(text.slice(mention.role.start, mention.role.end).toLowerCase())
  if (tokens[mention.endToken]?.text === ',') {
    let end = mention.endToken + 1
    while (end < tokens.length && !/^[,.;—–]$/.test((tokens[end] as Token).text) && end < mention.endToken + 14)
      end += 1
    const first = tokens[mention.endToken + 1]
    if (first !== undefined && (first.pos === 'DET' || first.pos === 'NOUN' || first.pos === 'ADJ')) {
      roles.push(
        tokens
          .slice(mention.endToken + 1, end)
          .map(token => token.lower)
          .join(' '),
      )
    }
  }
  if (tokens[mention.firstToken - 1]?.text === ',') {
    let start = mention.firstToken - 1
    while (start > 0 && !/^[,.;”"]$/.test((tokens[start - 1] as Token).text) && start > mention.firstToken - 14)
      start -= 1
    roles.push(
      tokens
        .slice(start, mention.firstToken - 1)
        .map(token => token.lower)
        .join(' '),
    )
  }
  return roles
}
