import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { EXIT, HearsayError } from '../src/domain/errors.ts'
import { openSession, type Session } from '../src/nlp/onnx.ts'

/** What training/encoder leaves in model/: the encoder, the heads that read its vectors, and what these are used with. */
const FILES = ['encoder.onnx', 'cues.onnx', 'arguments.onnx', 'vocabulary.json', 'settings.json'] as const
const HASH_DIGITS = 12

/** The pretrained model, open. */
export interface Model {
  /** First digits of the SHA-256 of all its files, which evidence names. */
  readonly hash: string
  readonly encoder: Session
  readonly cues: Session
  readonly arguments: Session
  /** The encoder's pieces by their numbers. */
  readonly vocabulary: readonly string[]
  readonly settings: Settings
}

/** Numbers that no session holds. */
export interface Settings {
  /** What it costs to go from one label of an argument to the next, to begin and to end with one. */
  readonly crf: {
    readonly next: readonly (readonly number[])[]
    readonly first: readonly number[]
    readonly last: readonly number[]
  }
  /** A logistic function of what the model says, fitted on articles that it was not trained on. */
  readonly calibration: {
    readonly verdict: number
    readonly cue: number
    readonly path: number
    readonly bias: number
  }
}

let folder = new URL('./model/', import.meta.url)
let opened: Promise<Model> | null = null
let hash: string | null = null

/**
 * Has this thread read the model of another folder than the one beside the code. To be said before anything reads it.
 *
 * @param path a folder that training/encoder/export.py wrote
 * @throws HearsayError (2) naming the file that it lacks
 */
export function useModelFolder(path: string): void {
  const chosen = pathToFileURL(`${resolve(path)}/`)
  if (chosen.href === folder.href) return
  const missing = FILES.find(name => !existsSync(new URL(name, chosen)))
  if (missing !== undefined) {
    throw new HearsayError(
      `${path} holds no ${missing}; name a folder that training/encoder/export.py wrote as the model's.`,
      EXIT.usage,
    )
  }
  if (opened !== null || hash !== null) throw new Error('another model was read already')
  folder = chosen
}

/**
 * The model of this version, or of the folder that was chosen, opened once a thread.
 *
 * @throws HearsayError (2) where the runtime cannot be loaded
 */
export function loadModel(): Promise<Model> {
  opened ??= openModel()
  return opened
}

/** As {@link Model}, without opening it. */
export function readModelHash(): string {
  return hashOnce(readFiles)
}

async function openModel(): Promise<Model> {
  const files = readFiles()
  const [encoder, cues, head, vocabulary, settings] = files as [Buffer, Buffer, Buffer, Buffer, Buffer]
  return {
    hash: hashOnce(() => files),
    encoder: await openSession(encoder),
    cues: await openSession(cues),
    arguments: await openSession(head),
    vocabulary: JSON.parse(vocabulary.toString()) as readonly string[],
    settings: JSON.parse(settings.toString()) as Settings,
  }
}

function readFiles(): readonly Buffer[] {
  return FILES.map(name => readFileSync(new URL(name, folder)))
}

function hashOnce(read: () => readonly Buffer[]): string {
  if (hash !== null) return hash
  const digest = createHash('sha256')
  for (const file of read()) digest.update(file)
  hash = digest.digest('hex').slice(0, HASH_DIGITS)
  return hash
}
