import type { NumberedSeal } from '../../seal/chain.ts'
import { type Digest, type Seal, type SealedFacts, sealDigest } from '../../seal/seal.ts'
import { type Place, placeOf } from './place.ts'

/** What the rest of the store says that a seal should hold. */
export interface SealFacts {
  /** Of its leaves. */
  readonly size: number
  readonly root: Digest
  /** Of its run's row; null where it seals none. */
  readonly run: Digest | null
  /** The digest of the seal before it, and what the one behind it goes on from. */
  readonly before: Digest | null
  readonly after: readonly Digest[] | null
  /** The link of the correction that is the last it counts, and how many corrections there are; the same of those of voices. */
  readonly head: Digest | null
  readonly counted: number
  readonly voiceHead: Digest | null
  readonly voicesCounted: number
}

const KINDS = ['run', 'later', 'merge'] as const

/** In which column of `seal` a seal is not what its digest says; null where all agrees. */
export function findSealColumns(seal: NumberedSeal, facts: SealFacts): Place | null {
  const row = String(seal.number)
  if (sealDigest(seal) === seal.digest) return null
  if (facts.after?.includes(sealDigest(seal)) === true)
    return placeOf({ table: 'seal', row, isCertain: true, sealed: { digest: sealDigest(seal) } }, ['digest'])
  for (const [column, mended, value] of proposals(seal, facts))
    if (sealDigest(mended) === seal.digest)
      return placeOf({ table: 'seal', row, isCertain: true, sealed: { [column]: value } }, [column])
  return placeOf({ table: 'seal', row }, [
    ...['kind', 'sealed_at', 'run_digest', 'size', 'root', 'corrections', 'corrections_head'],
    ...['voice_corrections', 'voice_corrections_head', 'previous', 'digest'],
  ])
}

function* proposeVoices(
  { voiceCorrections, ...seal }: Seal,
  { voiceHead, voicesCounted }: SealFacts,
): Generator<readonly [string, SealedFacts, string | number | null]> {
  yield ['voice_corrections', seal, null]
  const head = voiceCorrections?.head ?? voiceHead
  for (let count = 1; count <= voicesCounted; count += 1)
    yield ['voice_corrections', { ...seal, voiceCorrections: { head, count } }, count]
  if (voiceCorrections !== undefined)
    yield ['voice_corrections_head', { ...seal, voiceCorrections: { ...voiceCorrections, head: voiceHead } }, voiceHead]
}

function* proposals(seal: Seal, facts: SealFacts): Generator<readonly [string, SealedFacts, string | number | null]> {
  for (const kind of KINDS) yield ['kind', { ...seal, kind }, kind]
  yield ['run_digest', { ...seal, run: facts.run }, facts.run]
  yield ['size', { ...seal, size: facts.size }, facts.size]
  yield ['root', { ...seal, root: facts.root }, facts.root]
  for (let count = 0; count <= facts.counted; count += 1)
    yield ['corrections', { ...seal, corrections: { ...seal.corrections, count } }, count]
  const { head } = facts
  yield ['corrections_head', { ...seal, corrections: { ...seal.corrections, head } }, head]
  yield* proposeVoices(seal, facts)
  const previous = facts.before === null ? [] : [facts.before]
  yield ['previous', { ...seal, previous }, JSON.stringify(previous)]
}
