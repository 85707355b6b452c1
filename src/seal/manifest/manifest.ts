import { HearsayError } from '../../domain/errors.ts'
import type { NumberedSeal } from '../chain.ts'
import type { Digest, Leaf, LedgerHead } from '../seal.ts'
import {
  MANIFEST_LINE,
  MANIFEST_VERSION,
  type ManifestLine,
  type ManifestSignature,
  type SealLine,
} from './manifest-form.ts'

/** What stands in a database, whoever wrote it in which order: the same for equal articles. */
export interface Contents {
  readonly articles: number
  /** Merkle root over the newest leaves of all articles that stand there, by their ids. */
  readonly root: Digest
}

/** The seals of a database as somebody keeps them elsewhere. */
export interface Manifest {
  /** In order. */
  readonly seals: readonly NumberedSeal[]
  /** By the number of their seal; empty unless the manifest was asked for them. */
  readonly leaves: ReadonlyMap<number, readonly Leaf[]>
  readonly corrections: LedgerHead
  /** Of voices; nothing of them is told where there are none. */
  readonly voiceCorrections: LedgerHead
  readonly contents: Contents
  /** ISO 8601. */
  readonly madeAt: string
  readonly signature: ManifestSignature | null
  /** What a signature is over: every byte before it. */
  readonly signed: Buffer
}

export function writeLine(line: ManifestLine): string {
  return `${JSON.stringify(line)}\n`
}

export function toSealLine(seal: NumberedSeal): SealLine {
  return {
    number: seal.number,
    run: seal.runId,
    kind: seal.kind,
    sealed_at: seal.sealedAt,
    run_digest: seal.run,
    size: seal.size,
    root: seal.root,
    corrections: seal.corrections.count,
    corrections_head: seal.corrections.head,
    ...(seal.voiceCorrections === undefined
      ? {}
      : {
          voice_corrections: seal.voiceCorrections.count,
          ...(seal.voiceCorrections.head === null ? {} : { voice_corrections_head: seal.voiceCorrections.head }),
        }),
    previous: [...seal.previous],
    digest: seal.digest,
  }
}

function toSeal(line: SealLine): NumberedSeal {
  return {
    number: line.number,
    runId: line.run,
    kind: line.kind,
    sealedAt: line.sealed_at,
    run: line.run_digest,
    size: line.size,
    root: line.root,
    corrections: { count: line.corrections, head: line.corrections_head },
    ...(line.voice_corrections === undefined
      ? {}
      : { voiceCorrections: { count: line.voice_corrections, head: line.voice_corrections_head ?? null } }),
    previous: line.previous,
    digest: line.digest,
  }
}

/** In which order lines come; those of seals may come any number of times, each with its leaves behind it. */
const ORDER = ['manifest', 'seal', 'leaf', 'corrections', 'voice_corrections', 'contents', 'made', 'signature'] as const
type LineName = (typeof ORDER)[number]

/**
 * Reads a manifest. Line ends may have become those of mail or Windows on the way. Nothing is checked but its form:
 * {@link checkManifest} does the rest.
 *
 * @param name of the file, for the error
 * @throws HearsayError (2) with the line that is wrong
 */
export function readManifest(text: string, name: string): Manifest {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .split('\n')
  while (lines.at(-1) === '') lines.pop()
  const seals: NumberedSeal[] = []
  const leaves = new Map<number, Leaf[]>()
  const last: Partial<Manifest & { signature: ManifestSignature }> = {}
  let before: LineName | null = null
  for (const [index, written] of lines.entries()) {
    const line = readLine(written, before)
    if (typeof line === 'string') throw refuse(name, `line ${index + 1}: ${line}`)
    before = nameOf(line)
    if ('seal' in line) seals.push(toSeal(line.seal))
    else if ('leaf' in line) putLeaf(leaves, line.leaf)
    else if ('voice_corrections' in line) Object.assign(last, { voiceCorrections: line.voice_corrections })
    else if ('made' in line) Object.assign(last, { madeAt: line.made.at })
    else if (!('manifest' in line)) Object.assign(last, line)
  }
  const { corrections, voiceCorrections = { count: 0, head: null }, contents, madeAt, signature = null } = last
  if (corrections === undefined || contents === undefined || madeAt === undefined)
    throw refuse(name, 'its end is missing')
  const signed = lines.slice(0, signature === null ? undefined : -1).map(line => `${line}\n`)
  const heads = { corrections, voiceCorrections }
  return { seals, leaves, ...heads, contents, madeAt, signature, signed: Buffer.from(signed.join(''), 'utf8') }
}

function refuse(name: string, problem: string): HearsayError {
  return new HearsayError(
    `${name} is no manifest: ${problem}; give a file that hearsay manifest printed, whole and as it was.`,
    'manifest-invalid',
  )
}

/** A line, or what is wrong with it. */
function readLine(written: string, before: LineName | null): ManifestLine | string {
  const value = parse(written)
  if (value === undefined) return 'it is not JSON'
  const version = (value as { manifest?: { version?: unknown } } | null)?.manifest?.version
  if (version !== undefined && version !== MANIFEST_VERSION)
    return `its version is ${JSON.stringify(version)}, and this Hearsay knows ${MANIFEST_VERSION}`
  const parsed = MANIFEST_LINE.safeParse(value)
  if (!parsed.success) return 'it has not the form of a line of a manifest'
  const [now, then] = [ORDER.indexOf(nameOf(parsed.data)), before === null ? -1 : ORDER.indexOf(before)]
  const follows =
    now === then + 1 ||
    (now === 1 && (then === 1 || then === 2)) ||
    (now === 2 && then === 2) ||
    (now === 3 && then < 3 && then >= 0) ||
    // Of voices nothing need be said.
    (now === 5 && then === 3)
  return follows ? parsed.data : `${nameOf(parsed.data)} cannot stand there`
}

function parse(written: string): unknown {
  try {
    return JSON.parse(written)
  } catch {
    return undefined
  }
}

function nameOf(line: ManifestLine): LineName {
  return Object.keys(line)[0] as LineName
}

function putLeaf(leaves: Map<number, Leaf[]>, { seal, ...leaf }: Leaf & { readonly seal: number }): void {
  const known = leaves.get(seal)
  if (known === undefined) leaves.set(seal, [leaf])
  else known.push(leaf)
}
