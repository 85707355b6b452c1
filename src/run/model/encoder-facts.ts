import { cpus } from 'node:os'
import { proveModel, readModelHash } from '../../../pipeline/open-model.ts'
import { readRuntimeVersion } from '../../nlp/onnx.ts'
import { chooseModel } from './choose-model.ts'

/** What the findings of the encoder depend on beside the text: its last digits are those of a kind of processor. */
export interface EncoderFacts {
  readonly model: string
  readonly runtime: string
  readonly processor: string
}

/**
 * Reads them in the thread that asks, without opening the model; one that is named is opened, so that it is known to work.
 *
 * @param model folder of another model than this version's
 * @throws HearsayError (2) where the runtime cannot be loaded, or a folder is named that holds no model
 */
export async function readEncoderFacts(model: string | null = null): Promise<EncoderFacts> {
  const runtime = await readRuntimeVersion()
  chooseModel(model)
  if (model !== null) await proveModel()
  return { model: readModelHash(), runtime, processor: `${process.arch} ${cpus()[0]?.model ?? 'unknown'}` }
}
