/** The learned model's memory, read by the main thread without loading a language model, for all threads to share. */
export { readModelHash, readSharedModel } from '../../../pipeline/attributions/linear/model/model-file.ts'
