import process from 'node:process'
import { isMainThread } from 'node:worker_threads'

/**
 * Keeps ONNX Runtime (from 1.29 on) from sending what it runs, and where, to its makers, and from keeping an identifier of
 * the machine in the user's cache: articles stay here, and so does the fact that there are any.
 *
 * The runtime looks once, when it is loaded, at the environment of the process, which only the main thread can change: so
 * this is called there before any thread that loads it. https://github.com/microsoft/onnxruntime/pull/29843
 */
export function refuseTelemetry(): void {
  if (isMainThread) process.env.ORT_DISABLE_TELEMETRY = '1'
}
