import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { sha256 } from './article/create-article.ts'
import { openSource, toOpening } from './bytes/byte-source.ts'
import { collect, type OpenFile, openFile, toUnreadable, untilStopped, yieldOnce } from './bytes/read-bytes.ts'
import { isGzip, unpack } from './bytes/unpack.ts'
import type { Discovered } from './discover.ts'
import type { Format, ReadContext, ReadOutcome } from './format.ts'
import { formatCalled, formatOf } from './formats.ts'
import { tooLarge, Unreadable } from './limits/limits.ts'

export interface InputOptions {
  readonly context: ReadContext
  readonly format: string | undefined
  readonly standardInput: Readable
  readonly signal: AbortSignal
  /** Told how many bytes were taken, unpacked, as they are. */
  readonly onBytes?: ((count: number) => void) | undefined
}

/** An outcome with what is known of the file that it came from. */
export interface FileOutcome {
  readonly outcome: ReadOutcome
  readonly file: { readonly decodedHow: string | null; readonly rawSha256: string | null }
}

type File = Extract<Discovered, { kind: 'file' | 'standard-input' | 'bytes' }>

/**
 * Reads one file, standard input or bytes that are there: opens it, unpacks it, recognises its format and yields what the format makes of it.
 * Whatever goes wrong is a failed outcome; only an input that the signal stopped in the middle yields nothing more.
 */
export async function* readInput(input: File, options: InputOptions): AsyncGenerator<FileOutcome> {
  const facts = { decodedHow: null as string | null, rawSha256: null as string | null }
  let file: OpenFile | null = null
  try {
    file = input.kind === 'file' ? await openFile(input.path, options.signal) : null
    const chunks = input.kind === 'bytes' ? yieldOnce(input.bytes, options.signal) : file?.chunks
    const size = input.kind === 'bytes' ? input.bytes.length : (file?.size ?? null)
    const given = chunks ?? untilStopped(options.standardInput, options.signal)
    for await (const outcome of readChunks(given, size, input.uri, options, facts)) {
      yield { outcome, file: { ...facts } }
    }
  } catch (error) {
    if (options.signal.aborted) return
    yield { outcome: describeFailure(input, error), file: { ...facts } }
  } finally {
    await file?.close()
  }
}

function describeFailure(input: File, error: unknown): ReadOutcome {
  const known = input.kind === 'file' ? toUnreadable(input.path, error) : toUnreadable(input.uri, error)
  if (known instanceof Unreadable) {
    return { outcome: 'failed', uri: input.uri, kind: known.kind, error: known.message }
  }
  // A defect of a reader must cost its own input only.
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  const message = `its reader failed (${words.replace(/\s+/g, ' ').slice(0, 300)}): please report it`
  return { outcome: 'failed', uri: input.uri, kind: 'throw', error: message }
}

async function* readChunks(
  chunks: AsyncIterable<Uint8Array>,
  size: number | null,
  uri: string,
  { context, format: name, onBytes }: InputOptions,
  facts: { decodedHow: string | null; rawSha256: string | null },
): AsyncGenerator<ReadOutcome> {
  const { limits } = context
  const hash = createHash('sha256')
  const hashed = async function* () {
    for await (const chunk of chunks) {
      hash.update(chunk)
      yield chunk
    }
  }
  const outer = await openSource(counted(hashed(), onBytes))
  const isPacked = isGzip(outer.opening)
  const source = isPacked ? await openSource(counted(unpack(outer.chunks, limits.maxRatio), onBytes)) : outer
  try {
    const opening = toOpening(source)
    const format = chooseFormat(name, uri, opening)
    facts.decodedHow = isPacked ? `gzip+${format.name}` : format.name
    if (opening.isWhole && opening.text.trim() === '') {
      facts.rawSha256 = isPacked ? null : sha256(opening.bytes)
      yield { outcome: 'skipped', uri, reason: 'empty' }
      return
    }
    if ('stream' in format) {
      yield* format.stream({ uri, chunks: source.chunks, opening }, context)
      return
    }
    if (!isPacked && size !== null && size > limits.maxBytes) throw tooLarge(limits.maxBytes)
    const bytes = await collect(source.chunks, limits.maxBytes)
    const rawSha256 = hash.digest('hex')
    facts.rawSha256 = rawSha256
    yield* format.read({ uri, bytes, rawSha256 }, context)
  } finally {
    await source.close()
    if (isPacked) await outer.close()
  }
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  onBytes: InputOptions['onBytes'],
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    onBytes?.(chunk.length)
    yield chunk
  }
}

function chooseFormat(name: string | undefined, uri: string, opening: Parameters<typeof formatOf>[1]): Format {
  return (name === undefined ? undefined : formatCalled(name)) ?? formatOf(uri, opening)
}
