import { writeSync } from 'node:fs'
import type { Discovered } from '../../../src/read/discover.ts'
import type { InputOutcome } from '../../../src/read/format.ts'
import { type ReadOptions, readDiscovered as readReally } from '../../../src/read/read-discovered.ts'
import { POISONS } from '../analysers/poisoned.ts'

/* The real reader, except that it fails at an article whose text names a poison, in that way, before it gives it. */

export async function* readDiscovered(input: Discovered, options: ReadOptions): AsyncGenerator<InputOutcome> {
  for await (const outcome of readReally(input, options)) {
    const poison = outcome.outcome === 'article' ? /POISON-[A-Z-]+/.exec(outcome.article.text)?.[0] : undefined
    // Past the main thread, which tests watch from outside while this one hangs.
    if (poison === 'POISON-HANG') writeSync(2, 'Hanging.\n')
    if (poison === 'POISON-REJECT') {
      void Promise.reject(new Error('nobody waits for it'))
      await new Promise(() => {})
    } else if (poison !== undefined) POISONS[poison as keyof typeof POISONS]()
    yield outcome
  }
}
