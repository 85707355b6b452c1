import { readFileSync } from 'node:fs'
import { type Model, openModel, shareModel } from './model.ts'
import { openSections } from './sections.ts'

const FILE = new URL('./attributions.bin', import.meta.url)

let shared: SharedArrayBuffer | null = null
let model: Model | null = null

/** The model's memory, read once a process at most; hand it to worker threads, and to {@link useSharedModel} there. */
export function readSharedModel(): SharedArrayBuffer {
  shared ??= shareModel(readFileSync(FILE))
  return shared
}

/** First digits of the SHA-256 of the model file, which evidence names. */
export function readModelHash(): string {
  return openSections(readSharedModel()).facts.hash as string
}

/** Makes this thread use memory that another thread read. */
export function useSharedModel(memory: SharedArrayBuffer): void {
  shared = memory
  model = openModel(memory)
}

/** The trained model that belongs to this version, opened once a thread. */
export function loadModel(): Model {
  model ??= openModel(readSharedModel())
  return model
}
