import { HearsayError } from '../../domain/errors.ts'
import type { EngineName } from '../engines.ts'

/**
 * What a run's row says of its engine, and the memory that its threads share.
 *
 * @param named folder of another model of the encoder than this version's
 * @throws HearsayError (2) where another engine is given a model of the encoder, or the encoder cannot be loaded
 */
export async function readEngine(engine: EngineName, named?: string) {
  if (named !== undefined && engine !== 'encoder')
    throw new HearsayError(
      `--model is a model of the encoder, and the engine is ${engine}; leave one of them out.`,
      'argument-conflict',
    )
  if (engine === 'rules') return { engine: { engine, model: null }, shared: null }
  const { readModelHash, readSharedModel } = await import('./learned-model.ts')
  const shared = readSharedModel()
  if (engine === 'linear') return { engine: { engine, model: readModelHash() }, shared }
  // Here and not in a thread, so that a machine without the runtime says so before anything is read.
  const { readEncoderFacts } = await import('./encoder-facts.ts')
  return { engine: { engine, ...(await readEncoderFacts(named ?? null)) }, shared }
}
