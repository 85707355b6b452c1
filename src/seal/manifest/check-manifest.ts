import { ChainCheck, nameSeal } from '../chain.ts'
import { leafHash, merkleRoot } from '../merkle.ts'
import { leafBytes } from '../seal.ts'
import type { Manifest } from './manifest.ts'

/**
 * Checks a manifest by itself: that seals have the digests of what they say and hang together, and that leaves make the
 * roots of their seals. Without a signature this tells accidents only: who writes a manifest can write a consistent one.
 *
 * @returns what is wrong, as clauses
 */
export function checkManifest({ seals, leaves, corrections, voiceCorrections }: Manifest): string[] {
  const chain = new ChainCheck()
  const problems: string[] = []
  let number = 0
  for (const seal of seals) {
    problems.push(...chain.add(seal))
    if (seal.number <= number) problems.push(`${nameSeal(seal)} comes after seal ${number}`)
    number = seal.number
    const own = leaves.get(seal.number) ?? []
    if (leaves.size > 0 && merkleRoot(own.map(leaf => leafHash(leafBytes(leaf)))).toString('hex') !== seal.root)
      problems.push(`the leaves of ${nameSeal(seal)} do not make its root`)
  }
  problems.push(...chain.end())
  const numbers = new Set(seals.map(seal => seal.number))
  for (const of of leaves.keys())
    if (!numbers.has(of)) problems.push(`there are leaves of seal ${of}, which is not there`)
  if ((corrections.count === 0) !== (corrections.head === null))
    problems.push('the number of corrections does not agree with their digest')
  if ((voiceCorrections.count === 0) !== (voiceCorrections.head === null))
    problems.push('the number of voice corrections does not agree with their digest')
  return problems
}
