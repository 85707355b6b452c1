import { performance } from 'node:perf_hooks'
import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { readDatabaseFigures } from '../../store/queries/runs/database-figures.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import type { CurrentIndex } from '../claim-index/current-index.ts'
import { addProcessFigures } from './process-figures.ts'

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10]

/** Of a site, what is measured beside its answers. */
export interface MeasuredSite {
  readonly database: StoreDatabase
  readonly index: CurrentIndex
}

/**
 * What a site tells Prometheus: requests by route and status, how much is stored and waits, and of the process. Labels are
 * routes and statuses, never what was asked for: nobody and no article is named. Always `close` it.
 */
export class SiteMetrics {
  readonly #registry = new Registry()
  readonly #stop: () => void
  readonly #requests = new Counter({
    name: 'hearsay_http_requests_total',
    help: 'Requests that were answered.',
    labelNames: ['route', 'method', 'status'],
    registers: [this.#registry],
  })
  readonly #durations = new Histogram({
    name: 'hearsay_http_request_duration_seconds',
    help: 'Time until an answer began, in seconds.',
    labelNames: ['route', 'method'],
    buckets: SECONDS,
    registers: [this.#registry],
  })
  readonly #gauges = {
    articles: this.#gauge('hearsay_articles', 'Articles that are stored.'),
    claims: this.#gauge('hearsay_claims', 'Claims that are stored.'),
    deadLetters: this.#gauge('hearsay_dead_letters', 'Inputs and articles that failed.'),
    queued: this.#gauge('hearsay_queue_articles', 'Articles that wait for a worker or are in work.'),
    bytes: this.#gauge('hearsay_database_bytes', 'Size of the database in bytes.'),
  }

  constructor(version: string) {
    this.#stop = addProcessFigures(this.#registry, version)
  }

  /** Counts and times every request. */
  count(): MiddlewareHandler {
    return async (context, next) => {
      const start = performance.now()
      await next()
      const route = routeOf(context)
      const method = METHODS.has(context.req.method) ? context.req.method : 'other'
      this.#requests.inc({ route, method, status: String(context.res.status) })
      this.#durations.observe({ route, method }, (performance.now() - start) / 1000)
    }
  }

  /** All figures as of now, in the text format of Prometheus. */
  async answer({ database, index }: MeasuredSite): Promise<Response> {
    const { articles, claims } = await index.get()
    const { deadLetters, queued, bytes } = await readDatabaseFigures(database)
    this.#gauges.articles.set(articles.rowids.length)
    this.#gauges.claims.set(claims.length)
    this.#gauges.deadLetters.set(deadLetters)
    this.#gauges.queued.set(queued)
    this.#gauges.bytes.set(bytes)
    return new Response(await this.#registry.metrics(), { headers: { 'Content-Type': this.#registry.contentType } })
  }

  close(): void {
    this.#stop()
  }

  #gauge(name: string, help: string): Gauge {
    return new Gauge({ name, help, registers: [this.#registry] })
  }
}

/** The pattern of the route that answered; one label for all addresses that there are not. */
function routeOf(context: Context): string {
  return matchedRoutes(context).find(({ path }) => !path.endsWith('*'))?.path ?? 'none'
}
