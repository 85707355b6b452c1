import { join } from 'node:path'
import { InvalidArgumentError, type Option } from 'commander'
import { describe, expect, it } from 'vitest'
import { createProgram } from '../../src/cli/program.ts'
import { BRIDGE } from './articles.ts'
import { makeWorkspace } from './hearsay.ts'
import { runCommand } from './run-command.ts'

const NUMERIC = /<(?:n|seconds|megabytes)>/
/** Every option of every command that takes a number. */
const OPTIONS = (await createProgram()).commands.flatMap(command =>
  command.options.filter(({ flags }) => NUMERIC.test(flags)).map(option => ({ command: command.name(), option })),
)
const ABSURD = [
  '',
  ' ',
  '-1',
  '1.5e3',
  '1e12',
  '2e9',
  'NaN',
  'Infinity',
  '0x10',
  '1_000',
  '9'.repeat(40),
  '-'.repeat(9),
]
/** Larger and larger, to beyond every width that a number is kept in anywhere. */
const LARGE = [1e3, 65_536, 1e6, 1e8, 2 ** 29, 2e9, 2 ** 31, 2 ** 32, 1e12, Number.MAX_SAFE_INTEGER].map(value =>
  value.toFixed(0),
)

/** What an option makes of a value, or why it refuses it. */
function parse(option: Option, value: string): { readonly number: unknown } | { readonly refusal: string } {
  try {
    return { number: option.parseArg?.(value, undefined) }
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error
    return { refusal: error.message }
  }
}

const largest = (option: Option) => LARGE.findLast(value => 'number' in parse(option, value))

describe.each(OPTIONS)('hearsay $command, $option.flags', ({ option }) => {
  it('takes whole what it takes, and says why it takes anything else not', () => {
    expect(option.parseArg).toBeDefined()
    for (const value of [...ABSURD, ...LARGE]) {
      const parsed = parse(option, value)
      if ('number' in parsed) {
        // Seconds are taken in thousandths where a timer is set for them, whose longest time is this.
        const [times, most] = option.long?.endsWith('timeout') ? [1000, 2 ** 31 - 1] : [1, Number.MAX_SAFE_INTEGER]
        expect(parsed.number).toBe(times * Number(value))
        expect(parsed.number).toBeLessThanOrEqual(most)
        expect(value).toMatch(/^\d+$/)
      } else expect(parsed.refusal).toMatch(/^it must be (?:a (?:whole )?number|at (?:least|most)) /)
    }
  })
})

describe('the largest numbers that are taken', () => {
  const argumentsOf = (command: string, except: readonly string[] = []) =>
    OPTIONS.filter(one => one.command === command && !except.includes(one.option.long ?? '')).flatMap(({ option }) => {
      const value = largest(option)
      return value === undefined ? [] : [option.long ?? '', value]
    })

  it('work, all together', async () => {
    const workspace = makeWorkspace()
    workspace.write('bridge.txt', BRIDGE)
    workspace.write('page.html', `<article><p>${BRIDGE}</p></article>`)
    workspace.write('wire.jsonl', `${JSON.stringify({ text: BRIDGE })}\n{}\n`)
    const hearsay = (...args: string[]) =>
      runCommand([...args, '--db', join(workspace.folder, 'out/hearsay.db')], workspace.folder)
    // So many threads would take more memory than there is.
    const run = await hearsay(
      'run',
      'bridge.txt',
      'wire.jsonl',
      ...argumentsOf('run', ['--threads']),
      '--threads',
      '1',
      '--rules',
    )
    expect(run.status, run.stderr).toBe(3)
    expect(run.stderr).toContain('3 inputs, of which 1 analysed, 1 known already, 0 skipped, 1 failed')
    for (const args of [['claims'], ['sources'], ['anonymous'], ['query', 'SELECT id FROM claim']] as const) {
      const { status, stderr } = await hearsay(...args, ...argumentsOf(args[0]))
      expect(status, stderr).toBe(0)
    }
  })

  it('are named by what refuses larger ones', async () => {
    const { status, stderr, stdout } = await runCommand(
      ['run', 'x', '--max-bytes', '2000000000'],
      makeWorkspace().folder,
    )
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^hearsay: [^\n]*--max-bytes[^\n]*2000000000[^\n]*to 250000000[^\n]*\n$/)
  })
})
