import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** Whether ONNX Runtime is installed here, which is optional: what needs it is skipped without. */
export function hasRuntime(): boolean {
  try {
    require.resolve('onnxruntime-node')
    return true
  } catch {
    return false
  }
}
