import { HearsayError } from '../domain/errors.ts'
import type { Discovered } from './discover.ts'
import type { InputOutcome } from './format.ts'
import type { InputReader } from './input-reader.ts'

/**
 * Reads inputs one after the other, as fast as the consumer takes them. Every input gives at least one outcome, and every
 * entry of a container exactly one.
 *
 * @param keepNotText gives inputs that are not text as failures even when all of them are
 * @throws HearsayError (exit code 2), before anything is yielded, when not one of the inputs is text: most likely the
 * wrong path was given, and a database of failures would help nobody
 */
export async function* readArticles(
  inputs: Iterable<Discovered>,
  reader: InputReader,
  { keepNotText = false }: { readonly keepNotText?: boolean } = {},
): AsyncGenerator<InputOutcome, void, undefined> {
  const { signal } = reader
  const notText: InputOutcome[] = []
  let isHeldBack = !keepNotText
  for (const input of inputs) {
    for await (const outcome of reader.read(input)) {
      if (isHeldBack && outcome.outcome === 'failed' && outcome.kind === 'not-text') {
        notText.push(outcome)
      } else {
        isHeldBack = false
        yield* notText.splice(0)
        yield outcome
      }
      if (signal.aborted) break
    }
    if (signal.aborted) break
  }
  const [first] = notText
  if (first?.outcome !== 'failed' || signal.aborted) return
  const others = notText.length > 1 ? `, like all ${notText.length} inputs,` : ''
  throw new HearsayError(`Cannot read ${first.uri}${others} because ${first.error}.`, 'input-unreadable')
}
