import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { HearsayError } from '../src/domain/errors.ts'
import { openSession, type Session } from '../src/nlp/onnx.ts'

/** What training/encoder leaves in model/: the encoder, the heads that read its vectors, and what these are used with. */
export const MODEL_FILES = [
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

/** What training/encoder/write-manifest.ts leaves beside the files: the SHA-256 (hex) of each. */
export const MANIFEST = 'manifest.json'

export interface ModelManifest {
  readonly hearsay: 'model'
  readonly files: Readonly<Record<string, string>>
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
  const missing = MODEL_FILES.find(name => !existsSync(new URL(name, chosen)))
  if (missing !== undefined) {
    throw new HearsayError(
      `${path} holds no ${missing}; name a folder that training/encoder/export.py wrote as the model's.`,
      'model-invalid',
    )
  }
  if (opened !== null || hash !== null) throw new Error('another model was read already')
  folder = chosen
}

/**
 * Opens the model of the chosen folder in this thread, after its files were held against its manifest: one that cannot work
 * says so before anything is read.
 *
 * @throws HearsayError (2) as {@link checkModelFolder}, or when it cannot be opened
 */
export async function proveModel(): Promise<void> {
  const path = fileURLToPath(folder)
  checkModelFolder(path)
  try {
    await loadModel()
  } catch (error) {
    opened = null
    if (error instanceof HearsayError) throw error
    const reason = (error as Error).message.replace(/\s+/g, ' ').slice(0, 160)
    throw refuse(`The model of ${path} cannot be opened (${reason}); export it again.`)
  }
}

/**
 * Holds the files of a model against its manifest.
 *
 * @param path a folder that has all of them
 * @throws HearsayError (2) where there is no manifest, or naming the file that is another than it says
 */
export function checkModelFolder(path: string): void {
  const at = pathToFileURL(`${resolve(path)}/`)
  const how = `write it with training/encoder/write-manifest.ts ${path}`
  if (!existsSync(new URL(MANIFEST, at))) throw refuse(`${path} holds no ${MANIFEST}; ${how}.`)
  const { files } = readManifest(path, at)
  for (const name of MODEL_FILES)
    if (
      files[name] !==
      createHash('sha256')
        .update(readFileSync(new URL(name, at)))
        .digest('hex')
    )
      throw refuse(
        `${path} has another ${name} than its ${MANIFEST} names; copy the model again or, if it was trained anew, ${how}.`,
      )
}

function readManifest(path: string, at: URL): ModelManifest {
  try {
    const manifest = JSON.parse(readFileSync(new URL(MANIFEST, at), 'utf8')) as ModelManifest
    if (manifest.hearsay === 'model' && typeof manifest.files === 'object' && manifest.files !== null) return manifest
  } catch {
    // Said below.
  }
  const how = `write it anew with training/encoder/write-manifest.ts ${path}`
  throw refuse(`The ${MANIFEST} of ${path} is no manifest of a model; ${how}.`)
}

function refuse(sentence: string): HearsayError {
  return new HearsayError(sentence, 'model-invalid')
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

type FileName = (typeof MODEL_FILES)[number]
type Files = Readonly<Record<FileName, Buffer>>

function readFiles(): Files {
  const read = MODEL_FILES.map(name => [name, readFileSync(new URL(name, folder))] as const)
  return Object.fromEntries(read) as unknown as Files
}

function hashOnce(read: () => Files): string {
  if (hash !== null) return hash
  const digest = createHash('sha256')
  for (const file of Object.values(read())) digest.update(file)
  hash = digest.digest('hex').slice(0, HASH_DIGITS)
  return hash
}
