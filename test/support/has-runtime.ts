import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
let isHere: boolean | null = null

/** Whether ONNX Runtime is installed here, which is optional: what needs it is skipped without, and a line says so. */
export function hasRuntime(): boolean {
  isHere ??= find()
  return isHere
}

function find(): boolean {
  try {
    require.resolve('onnxruntime-node')
    return true
  } catch {
    console.warn('Skipped: onnxruntime-node is not installed here, so nothing that needs the encoder is tried.')
    return false
  }
}
