import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { EXIT, HearsayError } from '../src/domain/errors.ts'
import { openSession, type Session } from '../src/nlp/onnx.ts'

/** What training/encoder leaves in model/: the encoder, the heads that read its vectors, and what these are used with. */
const FILES = [
  'encoder.onnx',
  'cues.onnx',
  'arguments.onnx',
  'names.onnx',
  'references.onnx',
  'vocabulary.json',
  'pairs.json',
  'settings.json',
] as const
const HASH_DIGITS = 12

/** The pretrained model, open. */
export interface Model {
  /** First digits of the SHA-256 of all its files, which evidence names. */
  readonly hash: string
  readonly encoder: Session
  readonly cues: Session
  readonly arguments: Session
  readonly names: Session
  readonly references: Session
  readonly pairs: PairWeights
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
  /** A logistic function of the above, fitted on what the whole pipeline finds in them. */
  readonly settled: {
    readonly slope: number
    /** Where no rule reads the cue. */
    readonly alone: number
    readonly bias: number
  }
}

/** How a pair of references is scored, from what `references.onnx` makes of each. */
export interface PairWeights {
  /** For each feature, for each number that it can be: what it adds to the hidden units. */
  readonly features: readonly (readonly (readonly number[])[])[]
  /** One a hidden unit. */
  readonly score: readonly number[]
  readonly bias: number
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
  const parse = (name: FileName): unknown => JSON.parse(files[name].toString())
  return {
    hash: hashOnce(() => files),
    encoder: await openSession(files['encoder.onnx']),
    cues: await openSession(files['cues.onnx']),
    arguments: await openSession(files['arguments.onnx']),
    names: await openSession(files['names.onnx']),
    references: await openSession(files['references.onnx']),
    pairs: parse('pairs.json') as PairWeights,
    vocabulary: parse('vocabulary.json') as readonly string[],
    settings: parse('settings.json') as Settings,
  }
}

type FileName = (typeof FILES)[number]
type Files = Readonly<Record<FileName, Buffer>>

function readFiles(): Files {
  const read = FILES.map(name => [name, readFileSync(new URL(name, folder))] as const)
  return Object.fromEntries(read) as unknown as Files
}

function hashOnce(read: () => Files): string {
  if (hash !== null) return hash
  const digest = createHash('sha256')
  for (const file of Object.values(read())) digest.update(file)
  hash = digest.digest('hex').slice(0, HASH_DIGITS)
  return hash
}
