import { setImmediate } from 'node:timers/promises'
import type { EnteringStore } from '../store/entering.ts'

/** So long nothing else is heard of while work goes on without waiting for anything. */
const TURN_MS = 50

/**
 * A store whose work can be broken off: before each read and transaction the process hears what else happened, a signal too, and
 * where it was told to stop, this throws `signal.reason`. What a transaction did before is undone.
 */
export function heedSignal(store: EnteringStore, signal: AbortSignal | undefined): EnteringStore {
  return {
    read: async action => {
      await takeTurn(signal)
      return await store.read(action)
    },
    transact: async action => {
      await takeTurn(signal)
      return await store.transact(action)
    },
    close: () => store.close(),
  }
}

/** Lets everything else have its turn; throws `signal.reason` where it was told to stop. */
export async function takeTurn(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate()
  signal?.throwIfAborted()
}

/** For long work in memory: says when it is time to let others have a turn. */
export class Turn {
  #since = performance.now()

  isDue(): boolean {
    const now = performance.now()
    if (now - this.#since < TURN_MS) return false
    this.#since = now
    return true
  }
}
