import { cpus } from 'node:os'
import { readModelHash } from '../../pipeline/open-model.ts'
import { readRuntimeVersion } from '../nlp/onnx.ts'
import { chooseModel } from './choose-model.ts'

/** What the findings of the encoder depend on beside the text: its last digits are those of a kind of processor. */
export interface EncoderFacts {
  readonly model: string
  readonly runtime: string
  readonly processor: string
}

/**
 * Reads them in the thread that asks, without opening the model.
 *
 * @throws HearsayError (2) where the runtime cannot be loaded, or HEARSAY_MODEL names a folder without a model
 */
export async function readEncoderFacts(): Promise<EncoderFacts> {
  const runtime = await readRuntimeVersion()
  chooseModel()
  return { model: readModelHash(), runtime, processor: `${process.arch} ${cpus()[0]?.model ?? 'unknown'}` }
}
