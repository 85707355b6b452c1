import { Counter, Gauge, Registry } from 'prom-client'
import { addProcessFigures } from './process-figures.ts'

/** What a worker has done up to now. */
export interface WorkDone {
  readonly done: number
  readonly unchanged: number
  readonly skipped: number
  readonly dead: number
  readonly claims: number
}

/** What the queue holds as of now. */
export interface QueueFigures {
  /** Articles that wait or are in work. */
  readonly queued: number
  readonly inWork: number
  readonly workers: number
  readonly deadLetters: number
  readonly bytes: number
}

/** What a worker tells Prometheus: its own work, and how much of the queue is left. Always `close` it. */
export class WorkerMetrics {
  readonly #registry = new Registry()
  readonly #readQueue: () => Promise<QueueFigures>
  readonly #stop: () => void
  readonly #articles = new Counter({
    name: 'hearsay_worker_articles_total',
    help: 'Articles by what became of them here.',
    labelNames: ['outcome'],
    registers: [this.#registry],
  })
  readonly #claims = new Counter({
    name: 'hearsay_worker_claims_total',
    help: 'Claims that were found here.',
    registers: [this.#registry],
  })
  readonly #gauges = {
    queued: this.#gauge('hearsay_queue_articles', 'Articles that wait for a worker or are in work.'),
    inWork: this.#gauge('hearsay_queue_articles_in_work', 'Of these: in work.'),
    workers: this.#gauge('hearsay_queue_workers', 'Workers that were heard of lately.'),
    deadLetters: this.#gauge('hearsay_dead_letters', 'Inputs and articles that failed.'),
    bytes: this.#gauge('hearsay_database_bytes', 'Size of the database in bytes.'),
  }

  constructor(version: string, readQueue: () => Promise<QueueFigures>) {
    this.#readQueue = readQueue
    this.#stop = addProcessFigures(this.#registry, version)
  }

  /** Takes in how far the worker is. */
  note({ claims, ...outcomes }: WorkDone): void {
    this.#articles.reset()
    for (const outcome of ['done', 'unchanged', 'skipped', 'dead'] as const)
      this.#articles.inc({ outcome }, outcomes[outcome])
    this.#claims.reset()
    this.#claims.inc(claims)
  }

  /** All figures as of now, in the text format of Prometheus; those of the queue too where its database answers. */
  async answer(): Promise<{ readonly type: string; readonly text: string }> {
    const queue = await this.#readQueue().catch(() => null)
    for (const [name, gauge] of Object.entries(this.#gauges))
      if (queue !== null) gauge.set(queue[name as keyof QueueFigures])
    return { type: this.#registry.contentType, text: await this.#registry.metrics() }
  }

  close(): void {
    this.#stop()
  }

  #gauge(name: string, help: string): Gauge {
    return new Gauge({ name, help, registers: [this.#registry] })
  }
}
