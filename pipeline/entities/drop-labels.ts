import type { Mention, Token } from '../../src/domain/layers.ts'
import { isRoleWord, isSpeakingRole, isTitle } from '../word-classes.ts'

/**
 * Names without those that are what a transcript calls its speakers by ("THE CHAIR:", "WITNESS:"): a word for what somebody is, before
 * a colon. Somebody's surname may be such a word ("Ann Baker", "BAKER:").
 */
export function dropLabels(tokens: readonly Token[], mentions: readonly Mention[]): Mention[] {
  const surnames = new Set<string>()
  for (const { name, firstToken, endToken } of mentions)
    if (name !== null && endToken - firstToken > 1 && !isLabel(tokens, firstToken, endToken))
      surnames.add((tokens[endToken - 1] as Token).lower)
  return mentions.filter(
    ({ name, firstToken, endToken }) =>
      name === null ||
      tokens[endToken]?.text !== ':' ||
      !isLabel(tokens, firstToken, endToken) ||
      surnames.has((tokens[endToken - 1] as Token).lower),
  )
}

function isLabel(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).every(({ lower }) => {
    return isRoleWord(lower) || isTitle(lower) || isSpeakingRole(lower) || lower === 'the'
  })
}
