import process from 'node:process'
import { useModelFolder } from '../../pipeline/open-model.ts'

/**
 * Takes the encoder's model from the folder that HEARSAY_MODEL names, if it names one: for who has trained another. In the
 * environment, not an option, so that every thread and process of a command has it without being told.
 *
 * @throws HearsayError (2) where that folder holds no model
 */
export function chooseModel(): void {
  const folder = process.env.HEARSAY_MODEL
  if (folder !== undefined && folder !== '') useModelFolder(folder)
}
