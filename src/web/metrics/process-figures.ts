import { monitorEventLoopDelay } from 'node:perf_hooks'
import process from 'node:process'
import { Counter, Gauge, type Registry } from 'prom-client'

/**
 * Figures of any process of Hearsay: its version, memory, processor time and the lag of its event loop, by the names that
 * dashboards know. Not prom-client's own collection, which watches the garbage collector for ever.
 *
 * @returns what ends the measuring
 */
export function addProcessFigures(registry: Registry, version: string): () => void {
  const registers = [registry]
  new Gauge({
    name: 'hearsay_build_info',
    help: 'Version of Hearsay and of Node; always 1.',
    labelNames: ['version', 'node'],
    registers,
  }).set({ version, node: process.version }, 1)
  new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Resident memory in bytes.',
    registers,
    collect() {
      this.set(process.memoryUsage.rss())
    },
  })
  new Counter({
    name: 'process_cpu_seconds_total',
    help: 'Processor time in seconds.',
    registers,
    collect() {
      const { user, system } = process.cpuUsage()
      this.reset()
      this.inc((user + system) / 1e6)
    },
  })
  const lag = monitorEventLoopDelay({ resolution: 10 })
  lag.enable()
  addLag(registers, lag)
  return () => lag.disable()
}

const NANOSECONDS = 1e9

/** Each since the figures were last asked for. */
function addLag(registers: Registry[], lag: ReturnType<typeof monitorEventLoopDelay>): void {
  const add = (name: string, help: string, value: () => number) =>
    new Gauge({
      name: `nodejs_eventloop_lag_${name}_seconds`,
      help: `${help} lag of the event loop in seconds, since the figures were last asked for.`,
      registers,
      collect() {
        const seconds = value() / NANOSECONDS
        this.set(Number.isFinite(seconds) ? seconds : 0)
        if (name === 'max') lag.reset()
      },
    })
  add('p50', 'Median', () => lag.percentile(50))
  add('p99', '99th percentile of the', () => lag.percentile(99))
  add('max', 'Largest', () => lag.max)
}
