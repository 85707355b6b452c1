import process from 'node:process'
import { useModelFolder } from '../../../pipeline/open-model.ts'

let isTold = false

/**
 * Takes the encoder's model from a folder: the one that is named or, where none ever was, the one that HEARSAY_MODEL names, for
 * who has trained another. The environment reaches every thread and process of a command; what an option names has to be
 * told to each thread.
 *
 * @throws HearsayError (2) where that folder holds no model
 */
export function chooseModel(named: string | null = null): void {
  if (named !== null) {
    isTold = true
    useModelFolder(named)
    return
  }
  const folder = process.env.HEARSAY_MODEL
  if (!isTold && folder !== undefined && folder !== '') useModelFolder(folder)
}
