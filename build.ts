/**
 * Compiles the published package into dist/: Node refuses to strip types under node_modules.
 *
 * In development nothing is built; everything runs from source.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, globSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const root = import.meta.dirname
const dist = join(root, 'dist')

rmSync(dist, { recursive: true, force: true })
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
})

// Word lists and models lie beside the code that reads them, so they keep their place beside the compiled code.
for (const data of globSync('{pipeline,src}/**/*.{txt,json,bin}', { cwd: root })) {
  cpSync(join(root, data), join(dist, data))
}
