import type { Mention, Token } from '../../src/domain/layers.ts'
import { spanOfTokens } from '../positions/token-search.ts'
import type { Name } from './name.ts'

/** A name, with what stands before it in the mention as the role. */
export function toMention(
  tokens: readonly Token[],
  { from, nameFrom, to }: Pick<Name, 'from' | 'nameFrom' | 'to'>,
  type: Mention['type'],
): Mention {
  return {
    ...spanOfTokens(tokens, from, to),
    type,
    firstToken: from,
    endToken: to,
    name: spanOfTokens(tokens, nameFrom, to),
    role: nameFrom > from ? spanOfTokens(tokens, from, nameFrom) : null,
  }
}

/** An office that stands for its holder: all of it is the role, and there is no name in it. */
export function toOfficeMention(
  tokens: readonly Token[],
  { from, to }: Pick<Name, 'from' | 'to'>,
  type: Mention['type'],
): Mention {
  const span = spanOfTokens(tokens, from, to)
  return { ...span, type, firstToken: from, endToken: to, name: null, role: span }
}
