import { HearsayError } from '../domain/errors.ts'
import { refuseTelemetry } from './refuse-telemetry.ts'

/** Numbers with their shape, as they go into a model and come out of it. */
export interface Tensor {
  readonly data: Float32Array | Int32Array
  readonly shape: readonly number[]
}

/** A model that is ready to run, on one thread. */
export interface Session {
  run(inputs: Readonly<Record<string, Tensor>>): Promise<Readonly<Record<string, Tensor>>>
}

type Runtime = typeof import('onnxruntime-node')

/** Is told when this thread goes into the runtime and comes out of it. */
export interface CallGuard {
  enterCall(): void
  leaveCall(): void
}

let guard: CallGuard | null = null

/** Tells a guard of every call of this thread from now on; null tells nobody. */
export function guardCalls(next: CallGuard | null): void {
  guard = next
}

let runtime: Promise<Runtime> | null = null

/** Version of ONNX Runtime, which decides about the last digits of what a model says. */
export async function readRuntimeVersion(): Promise<string> {
  const { env } = await loadRuntime()
  return env.versions.node ?? env.versions.common
}

/**
 * Opens a model in ONNX's format.
 *
 * @throws HearsayError (2) where the runtime cannot be loaded
 */
export async function openSession(model: Uint8Array): Promise<Session> {
  const { InferenceSession, Tensor: Native } = await loadRuntime()
  const session = await InferenceSession.create(model, {
    executionProviders: ['cpu'],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    // Workers are many, and what one article needed is of no use to the next.
    enableCpuMemArena: false,
    // It would keep a plan of its memory for every length of window that it has ever met: after 900 articles 115 MB a thread.
    enableMemPattern: false,
    // On x64 without VNNI, ONNX Runtime's quick product of 8-bit numbers overflows and is wrong; this one is exact, as it is
    // with VNNI and on ARM. https://onnxruntime.ai/docs/performance/model-optimizations/quantization.html
    extra: { session: { x64quantprecision: '1' } },
  })
  return {
    async run(inputs) {
      const feeds = Object.entries(inputs).map(([name, { data, shape }]) => [
        name,
        data instanceof Float32Array ? new Native('float32', data, shape) : new Native('int32', data, shape),
      ])
      const told = guard
      told?.enterCall()
      const results = await session.run(Object.fromEntries(feeds)).finally(() => told?.leaveCall())
      return Object.fromEntries(
        Object.entries(results).map(([name, { data, dims }]) => [name, { data: data as Float32Array, shape: dims }]),
      )
    },
  }
}

async function loadRuntime(): Promise<Runtime> {
  refuseTelemetry()
  runtime ??= import('onnxruntime-node')
  try {
    const loaded = await runtime
    return (loaded as { default?: Runtime }).default ?? loaded
  } catch (cause) {
    throw new HearsayError(
      `The encoder needs onnxruntime-node, which cannot be loaded here (${(cause as Error).message.split('\n')[0]}); install it, or use --fast, which needs no runtime and finds fewer claims.`,
      'runtime-missing',
      { cause },
    )
  }
}
