/**
 * Whether the cost of every reader and every stage grows no faster than its input: `npm run bench:linear`. The size of a
 * hostile input of every kind is doubled until it takes long enough; the slope of log time over log size is the exponent of
 * cost. `--only WORD` measures what has the word in the name of its family or kind. Exits with 1 when one is above the limit.
 */
import process from 'node:process'
import { inWords } from './figures.ts'
import { exponentOf, NOISE_MS } from './linear/exponent.ts'
import { FAMILIES } from './linear/families.ts'
import { isSteep, MOST_LINEAR } from './linear/measure-kind.ts'
import { type Measured, watchFamily } from './linear/watch-family.ts'

const write = (text: string) => process.stdout.write(`${text}\n`)
const at = process.argv.indexOf('--only')
const only = at === -1 ? '' : (process.argv[at + 1] ?? '')

let pairs = 0
let quiet = 0
const exponents: { readonly exponent: number; readonly name: string }[] = []
const wrong: string[] = []

write('Processor time at the largest size tried, in ms, and the exponent of cost.')
write(`"linear" is what takes less than ${NOISE_MS} ms even then.\n`)
for (const family of FAMILIES) {
  let subjects: readonly string[] | null = null
  const width = Math.max(...family.kinds.map(({ name }) => name.length))
  const writeRow = (kind: string, cells: readonly string[]) =>
    write(`  ${kind.padEnd(width)}  ${cells.map(cell => cell.padStart(14)).join('')}`)
  // A row at a time, because the whole takes minutes.
  for await (const measured of watchFamily(family, only)) {
    weigh(family.name, measured)
    if ('failure' in measured) {
      write(`  ${measured.kind.padEnd(width)}  ${measured.failure}`)
      continue
    }
    if (subjects === null) {
      subjects = [...measured.curves.keys()]
      write(`\n${family.name}`)
      writeRow('', ['size', ...subjects])
    }
    const sizes = [...measured.curves.values()].flatMap(points => points.map(({ size }) => size))
    const cells = subjects.map(subject => cellOf(measured.curves.get(subject) ?? []))
    writeRow(measured.kind, [inWords(Math.max(0, ...sizes)), ...cells])
  }
}
write('')
for (const line of wrong) write(`ABOVE: ${line}`)
const [steepest] = exponents.sort((a, b) => b.exponent - a.exponent)
const largest = steepest === undefined ? 'none' : `${steepest.exponent.toFixed(2)} (${steepest.name})`
write(
  `Largest exponent ${largest} of ${inWords(pairs)} pairs measured, ${inWords(quiet)} of them below the noise; ` +
    `${wrong.length} above ${MOST_LINEAR}.`,
)
process.exitCode = wrong.length > 0 || pairs === 0 ? 1 : 0

function weigh(family: string, measured: Measured): void {
  const { kind } = measured
  if ('failure' in measured) {
    pairs += 1
    wrong.push(`${family}, ${kind}: ${measured.failure}`)
    return
  }
  for (const [subject, points] of measured.curves) {
    pairs += 1
    const exponent = exponentOf(points)
    if (exponent === null) {
      quiet += 1
      continue
    }
    const name = `${family}, ${subject}, ${kind}`
    exponents.push({ exponent, name })
    if (isSteep(points)) wrong.push(`${name}: ${exponent.toFixed(2)}`)
  }
}

function cellOf(points: Parameters<typeof exponentOf>[0]): string {
  const exponent = exponentOf(points)
  const ms = points.at(-1)?.ms ?? 0
  return exponent === null ? 'linear' : `${inWords(ms)} ${exponent.toFixed(2)}`
}
