/**
 * Measures the kinds of one family in a process of its own, which may be killed where it hangs. Arguments: name of the family, index of
 * the first kind, and a word that kinds must hold. Sends a `Progress` to the process that forked it.
 */
import process from 'node:process'
import { FAMILIES } from './families.ts'
import { type Curves, measureKind } from './measure-kind.ts'

export type Progress =
  | { readonly begun: string; readonly index: number; readonly size: number }
  | {
      readonly measured: string
      readonly curves: readonly (readonly [string, Curves extends ReadonlyMap<string, infer P> ? P : never])[]
    }
  | { readonly threw: string; readonly error: string }

const [name, first, only = ''] = process.argv.slice(2) as [string, string, string?]
const family = FAMILIES.find(one => one.name === name)
if (family === undefined) throw new Error(`there is no family ${name}`)
const tell = (progress: Progress) => process.send?.(progress)

const measure = await family.load()
for (const [index, kind] of family.kinds.entries()) {
  if (index < Number(first) || !`${name} ${kind.name}`.includes(only)) continue
  try {
    const curves = await measureKind(family, kind, measure, size => tell({ begun: kind.name, index, size }))
    tell({ measured: kind.name, curves: [...curves] })
  } catch (error) {
    tell({ threw: kind.name, error: String(error) })
    process.stderr.write(`${(error as Error).stack}\n`)
  }
}
process.disconnect?.()
