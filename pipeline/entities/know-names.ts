import type { EntitiesLayer, Mention, Token, TokensLayer } from '../../src/domain/layers.ts'

type Known = NonNullable<TokensLayer['newsroom']>['names'][number]

/**
 * Puts the names that a newsroom's rules know in the place of whatever was read there: such a name wins over a guess, with the
 * title that was read before it. Inside a longer name of its kind ("Lee" of "Bruce Lee") it is another's, and nothing.
 */
export function knowNames({ tokens, newsroom }: TokensLayer, entities: EntitiesLayer): EntitiesLayer {
  if (newsroom === undefined || newsroom.names.length === 0) return entities
  const at = indexMentions(tokens.length, entities.mentions)
  const lost = new Set<number>()
  const made = newsroom.names.flatMap(name => {
    const touched = new Set<number>()
    for (let i = name.firstToken; i < name.endToken; i += 1) for (const mention of at[i] ?? []) touched.add(mention)
    const others = [...touched].map(index => [index, entities.mentions[index] as Mention] as const)
    if (others.some(([, mention]) => isAnothers(tokens, name, mention))) return []
    for (const [index] of others) lost.add(index)
    return [toMention(tokens, name, others.find(([, mention]) => hasTitle(tokens, name, mention))?.[1])]
  })
  const mentions = [...entities.mentions.filter((_, index) => !lost.has(index)), ...made]
  return { ...entities, mentions: mentions.sort((a, b) => a.start - b.start || b.end - a.end) }
}

/** The mentions over each token. */
function indexMentions(length: number, mentions: readonly Mention[]): (number[] | undefined)[] {
  const at: (number[] | undefined)[] = Array.from({ length })
  for (const [index, { firstToken, endToken }] of mentions.entries())
    for (let i = firstToken; i < endToken; i += 1) {
      const here = at[i] ?? []
      at[i] = here
      here.push(index)
    }
  return at
}

/** Whether the name is a part of a longer one of the same kind. */
function isAnothers(
  tokens: readonly Token[],
  { firstToken, endToken, known }: Known,
  { type, name }: Mention,
): boolean {
  if (name === null || type !== known.kind) return false
  const [first, last] = [tokens[firstToken] as Token, tokens[endToken - 1] as Token]
  return name.start <= first.start && name.end >= last.end && name.end - name.start > last.end - first.start
}

/** "Mayor | Ann Lee": words before the name in one mention with it. */
function hasTitle(tokens: readonly Token[], name: Known, { firstToken, endToken, role }: Mention): boolean {
  const { start } = tokens[name.firstToken] as Token
  return firstToken < name.firstToken && endToken <= name.endToken && role !== null && role.end <= start
}

function toMention(
  tokens: readonly Token[],
  { firstToken, endToken, known }: Known,
  titled: Mention | undefined,
): Mention {
  const { start } = tokens[firstToken] as Token
  const { end } = tokens[endToken - 1] as Token
  const name = { start, end }
  const from = titled === undefined ? { start, firstToken } : titled
  const { kind: type } = known
  return {
    start: from.start,
    end,
    type,
    firstToken: from.firstToken,
    endToken,
    name,
    role: titled?.role ?? null,
    known,
  }
}
