import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

it.each(globSync('{pipeline,src}/**/*.txt', { cwd: root }).toSorted())(
  '%s has its entries in order, each once',
  path => {
    const text = readFileSync(join(root, path), 'utf8')
    // A list that a newsroom may extend can be empty here.
    if (text.trim() === '') return
    const lines = text.split('\n')
    expect(lines.pop(), `${path} has to end with a line end`).toBe('')
    const faults = lines.flatMap((line, index) => {
      const before = lines[index - 1] ?? ''
      if (line.trim() !== line || line === '')
        return [`line ${index + 1} is empty or has blanks around “${line.trim()}”`]
      if (line === before) return [`“${line}” stands there twice`]
      return line < before ? [placeOf(line, lines)] : []
    })
    expect(faults).toEqual([])
  },
)

function placeOf(line: string, lines: readonly string[]): string {
  const others = lines.filter(one => one !== line).toSorted((a, b) => (a < b ? -1 : 1))
  const after = others.findLast(one => one < line)
  const next = others.find(one => one > line)
  return `“${line}” has to stand ${after === undefined ? 'first' : `behind “${after}”`}${next === undefined ? '' : `, before “${next}”`}`
}
