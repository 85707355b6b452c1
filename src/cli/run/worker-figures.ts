import type { WorkDone } from '../../web/metrics/worker-metrics.ts'
import { note, type Surroundings } from '../surroundings.ts'
import { readVersion } from '../version.ts'

/** Where a worker answers monitors, if anywhere. */
export interface FiguresPlace {
  readonly metricsPort?: number
  readonly metricsHost: string
}

/** What takes in how far a worker is, for monitors. */
export interface WorkerFigures {
  note(done: WorkDone): void
  close(): Promise<void>
}

/**
 * Answers `/healthz`, `/readyz` and `/metrics` while a worker works.
 *
 * @param isReady whether the server of the queue answers
 * @throws HearsayError 2 (no token where others can reach it; port not free)
 */
export async function openWorkerFigures(
  url: string,
  { metricsPort: port, metricsHost: host }: FiguresPlace,
  surroundings: Surroundings,
  isReady: () => boolean,
): Promise<WorkerFigures | null> {
  if (port === undefined) return null
  // Loaded only here: no other command needs them, nor this one without a port.
  const { WorkerMetrics } = await import('../../web/metrics/worker-metrics.ts')
  const { serveFigures } = await import('../../web/metrics/serve-figures.ts')
  const metrics = new WorkerMetrics(readVersion(), () => readQueue(url))
  try {
    const token = surroundings.environment.HEARSAY_TOKEN || null
    const server = await serveFigures({ host, port, token, isReady, answer: () => metrics.answer() })
    note(surroundings, `Figures for monitors are at http://${host}:${server.port}/metrics.`)
    return {
      note: done => metrics.note(done),
      close: async () => {
        metrics.close()
        await server.close()
      },
    }
  } catch (error) {
    metrics.close()
    throw error
  }
}

async function readQueue(url: string) {
  const { connectForReading } = await import('../../store/postgres/connect.ts')
  const { readQueueStatus } = await import('../../queue/queue-status.ts')
  const client = await connectForReading(url)
  try {
    const { queued, inWork, workers, deadLetters } = await readQueueStatus(client)
    const { rows } = await client.query<{ bytes: string }>('SELECT pg_database_size(current_database()) AS bytes')
    return { queued, inWork, workers: workers.length, deadLetters, bytes: Number(rows[0]?.bytes ?? 0) }
  } finally {
    await client.end()
  }
}
