/**
 * Compiles the published package into dist/: Node refuses to strip types under node_modules.
 *
 * In development nothing is built; everything runs from source.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, globSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const root = import.meta.dirname
const dist = join(root, 'dist')

rmSync(dist, { recursive: true, force: true })
const compiler = [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json']
const { status } = spawnSync(process.execPath, compiler, { cwd: root, stdio: 'inherit' })
// What is wrong, the compiler has said.
if (status !== 0) process.exit(1)

// Word lists, models, policies and what browsers are sent lie beside the code that reads them, so they keep their place beside the compiled code.
for (const data of globSync(['{pipeline,src}/**/*.{txt,json,yaml,bin,onnx}', 'src/web/assets/*'], { cwd: root })) {
  cpSync(join(root, data), join(dist, data))
}
