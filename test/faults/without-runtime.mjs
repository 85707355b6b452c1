import { registerHooks } from 'node:module'

/* Loaded before the command line: as if ONNX Runtime were not installed. */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'onnxruntime-node') throw new Error("Cannot find package 'onnxruntime-node'")
    return next(specifier, context)
  },
})
