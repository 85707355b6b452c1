import type { ArticleQueue, HeldBatch } from './article-queue.ts'

/** Keeps the lease of a batch alive while its holder lives. */
export class Lease {
  readonly #lost = new AbortController()
  readonly #timer: NodeJS.Timeout

  /** Renews it three times in each span of the lease; an error says nothing, the next time may succeed. */
  constructor(queue: ArticleQueue, batch: HeldBatch) {
    this.#timer = setInterval(
      () =>
        void queue.renew(batch).then(
          isHeld => {
            if (!isHeld) this.#lost.abort()
          },
          () => {},
        ),
      (batch.leaseSeconds * 1000) / 3,
    )
  }

  /** Aborted when somebody else has the batch: what is still to be computed would be for nothing. */
  get lost(): AbortSignal {
    return this.#lost.signal
  }

  end(): void {
    clearInterval(this.#timer)
  }
}
