import { type NumberedSeal, nameSeal } from '../../seal/chain.ts'
import type { Contents, Manifest } from '../../seal/manifest/manifest.ts'
import type { Digest, Leaf, LedgerHead } from '../../seal/seal.ts'
import type { Finding } from '../finding.ts'

/** The seals that a database has. */
export interface KeptSeals {
  /** In the order of their numbers. */
  seals(): AsyncIterable<NumberedSeal>
  leaves(sealNumber: number): AsyncIterable<Leaf>
  /** The digest of the chain of corrections up to the one at `position`, from 1, or null where there are fewer. */
  correctionAt(position: number): Promise<Digest | null>
  /** The same of those of voices. */
  voiceCorrectionAt(position: number): Promise<Digest | null>
  contents(): Promise<Contents>
}

/** More of one seal nobody reads. */
const MOST_SUBJECTS = 100

/**
 * Holds a database against seals that were kept elsewhere: so that it is found when all that vouches for something was
 * rewritten with it, when a run was deleted, and when an older copy was put back. What came after the manifest is fine.
 *
 * It compares seals. That these agree with the rows is for `verify` to say.
 */
export async function* verifyManifest(manifest: Manifest, kept: KeptSeals): AsyncGenerator<Finding> {
  const own: NumberedSeal[] = []
  for await (const seal of kept.seals()) own.push(seal)
  const known = new Set(own.map(({ digest }) => digest))
  const lost = manifest.seals.filter(({ digest }) => !known.has(digest))
  const find = findCounterparts(own)
  let followers = 0
  for (const seal of lost) {
    const counterpart = find(seal)
    if (counterpart === null) yield toFinding(describeLoss(seal))
    else if (sameContent(seal, counterpart)) followers++
    else {
      yield toFinding(describeRewriting(seal, counterpart))
      yield* compareLeaves(manifest.leaves.get(seal.number), seal, kept.leaves(counterpart.number))
    }
  }
  if (followers > 0 && followers === lost.length)
    yield toFinding(
      `The chain of seals was made anew: ${count(followers, 'seal')} of the manifest, the first of them ${nameSeal(lost[0] as NumberedSeal)}, ${followers === 1 ? 'goes' : 'go'} on from others here; compare with a copy of the database that you trust.`,
    )
  yield* compareCorrections(manifest.corrections, 'correction', position => kept.correctionAt(position))
  yield* compareCorrections(manifest.voiceCorrections, 'voice correction', position => kept.voiceCorrectionAt(position))
  if (lost.length > 0 || own.at(-1)?.digest !== manifest.seals.at(-1)?.digest) return
  const contents = await kept.contents()
  if (contents.articles !== manifest.contents.articles || contents.root !== manifest.contents.root)
    yield toFinding(
      `The manifest tells of ${count(manifest.contents.articles, 'article')}, and the leaves of the database of others or of other contents (${contents.articles}), although no run came after it; compare with a copy of the database that you trust.`,
    )
}

/** Finds the seal of the database that stands for another: only its chain is other, or it is of the same run or moment. */
function findCounterparts(own: readonly NumberedSeal[]): (seal: NumberedSeal) => NumberedSeal | null {
  const contentOf = ({ kind, sealedAt, run, size, root, corrections, voiceCorrections }: NumberedSeal) =>
    JSON.stringify([kind, sealedAt, run, size, root, corrections, voiceCorrections])
  const momentOf = ({ kind, sealedAt }: NumberedSeal) => `${kind} ${sealedAt}`
  const byContent = new Map(own.map(seal => [contentOf(seal), seal]))
  const byRun = new Map(own.filter(({ run }) => run !== null).map(seal => [seal.run, seal]))
  const byMoment = new Map(own.map(seal => [momentOf(seal), seal]))
  return seal => byContent.get(contentOf(seal)) ?? byRun.get(seal.run) ?? byMoment.get(momentOf(seal)) ?? null
}

function sameContent(one: NumberedSeal, other: NumberedSeal): boolean {
  return differences(one, other).length === 0
}

/** What of a seal is another, but for the seals before it. */
function differences(one: NumberedSeal, other: NumberedSeal): string[] {
  return [
    ...(one.kind === other.kind ? [] : ['its kind']),
    ...(one.sealedAt === other.sealedAt ? [] : ['when it was sealed']),
    ...(one.run === other.run ? [] : ["the run's own row"]),
    ...(one.size === other.size && one.root === other.root ? [] : ['what it wrote']),
    ...(one.corrections.count === other.corrections.count && one.corrections.head === other.corrections.head
      ? []
      : ['the corrections by then']),
    ...(one.voiceCorrections?.count === other.voiceCorrections?.count &&
    one.voiceCorrections?.head === other.voiceCorrections?.head
      ? []
      : ['the voice corrections by then']),
  ]
}

function describeLoss(seal: NumberedSeal): string {
  return `The database does not have ${nameSeal(seal)} of the manifest: ${seal.runId === null ? 'it' : `run ${seal.runId}`} was deleted, or an older copy of the database was put back; take a copy that was made after ${seal.sealedAt}.`
}

function describeRewriting(seal: NumberedSeal, own: NumberedSeal): string {
  return `The database has another ${nameSeal(own)} than the manifest: ${differences(seal, own).join(', ')} was rewritten and sealed anew; compare with a copy of the database that you trust.`
}

/** Names what was rewritten, where the manifest has the leaves. */
async function* compareLeaves(
  manifested: readonly Leaf[] | undefined,
  seal: NumberedSeal,
  own: AsyncIterable<Leaf>,
): AsyncGenerator<Finding> {
  if (manifested === undefined) return
  const left = new Map(manifested.map(leaf => [keyOf(leaf), leaf]))
  const differing: { readonly leaf: Leaf; readonly what: string }[] = []
  let more = 0
  const put = (leaf: Leaf, what: string) => {
    if (differing.length < MOST_SUBJECTS) differing.push({ leaf, what })
    else more++
  }
  for await (const leaf of own) {
    const before = left.get(keyOf(leaf))
    left.delete(keyOf(leaf))
    if (before === undefined) put(leaf, 'was added')
    else if (before.digest !== leaf.digest) put(leaf, 'was changed')
  }
  for (const leaf of left.values()) put(leaf, 'was taken away')
  const advice = 'compare with a copy of the database that you trust'
  for (const { leaf, what } of differing) {
    const articleId = leaf.kind === 'article' ? leaf.subject : null
    yield toFinding(`${nameLeaf(leaf)} ${what} since ${nameSeal(seal)} of the manifest; ${advice}.`, articleId)
  }
  if (more > 0) yield toFinding(`So were ${more} more of ${nameSeal(seal)}; ${advice}.`)
}

function keyOf({ kind, subject }: Leaf): string {
  return `${kind} ${subject}`
}

function nameLeaf({ kind, subject }: Leaf): string {
  const words = kind.replaceAll('_', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${subject}`
}

async function* compareCorrections(
  corrections: LedgerHead,
  word: string,
  linkAt: (position: number) => Promise<Digest | null>,
): AsyncGenerator<Finding> {
  if (corrections.count === 0) return
  const digest = await linkAt(corrections.count)
  if (digest === corrections.head) return
  const first = corrections.count === 1 ? `the ${word}` : `the first ${corrections.count} ${word}s`
  yield toFinding(
    digest === null
      ? `The manifest tells of ${count(corrections.count, word)}, and the database has fewer: some were deleted, or an older copy of the database was put back; take a copy that was made after the manifest.`
      : `Of ${first} that the manifest tells of, one at least was changed, deleted or put in another place; compare with a copy of the database that you trust.`,
  )
}

function toFinding(message: string, articleId: string | null = null): Finding {
  return { level: 'mismatch', kind: 'manifest', articleId, uri: null, claimIds: [], span: null, places: [], message }
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
