import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import type { EntityTally } from './src/evaluate/entities/tally-entities.ts'
import { listJsonFiles } from './src/evaluate/gold/list-json-files.ts'
import { type Fold, formatPooled, nameOf, readTallies, splitIntoFolds } from './training/encoder/cross-validation.ts'

/*
 * How well names and chains are found in documents that the model was not trained on:
 * npm run crossvalidate -- --names ../shared/gum-news [--work out/training]
 *
 * For each of five folds training/encoder/fold.sh trains a model without the fold's documents, and `hearsay eval --entities`
 * scores it on them; the counts of all documents make one report. Takes as long as five trainings. Folds that were scored
 * are not trained again: take their folders (fold-1 … in the work folder) away to begin anew. Progress goes to stderr.
 */

const { values } = parseArgs({
  options: {
    names: { type: 'string' },
    work: { type: 'string', default: join(import.meta.dirname, 'out/training') },
  },
})
const { names, work } = values
if (names === undefined) {
  process.stderr.write('Say where the articles with gold mentions are: npm run crossvalidate -- --names FOLDER\n')
  process.exit(2)
}
const folds = splitIntoFolds(listJsonFiles([names], 'articles with gold mentions'))
const tallies = folds.map(scoreFold)
process.stdout.write(`${folds.map(describe).join('\n')}\n\n${formatPooled(tallies)}`)

function scoreFold(fold: Fold): EntityTally[] {
  const folder = join(work, `fold-${fold.number}`)
  const scores = join(folder, 'scores.json')
  if (!existsSync(scores)) {
    process.stderr.write(`${describe(fold)}\n`)
    mkdirSync(folder, { recursive: true })
    train(fold)
    const hearsay = join(import.meta.dirname, 'src/cli/hearsay.js')
    const evaluate = ['eval', '--engine', 'encoder', '--json', '--entities', ...fold.files]
    // Read before it is kept, so that what is kept is whole and of these documents.
    const json = run(process.execPath, [hearsay, ...evaluate], { env: { HEARSAY_MODEL: join(folder, 'model') } })
    readTallies(json, fold)
    writeFileSync(scores, json)
  }
  return readTallies(readFileSync(scores, 'utf8'), fold)
}

function describe({ number, files }: Fold): string {
  return `Fold ${number}, without ${files.map(nameOf).join(', ')}`
}

/** Trains without the fold's documents; what training says goes to stderr. */
function train({ number, files }: Fold): void {
  const script = join(import.meta.dirname, 'training/encoder/fold.sh')
  run('bash', [script, work, `${number}`, ...files.map(nameOf)], { stdout: 2 })
}

/** What a command prints where that is piped; ends the process with the command's own exit code where it fails. */
function run(
  command: string,
  args: readonly string[],
  { stdout = 'pipe', env = {} }: { readonly stdout?: 'pipe' | 2; readonly env?: NodeJS.ProcessEnv },
): string {
  const ended = spawnSync(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', stdout, 'inherit'],
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  if (ended.error !== undefined) throw ended.error
  if (ended.status !== 0) {
    process.stderr.write(`${command} ${args[0]} ended with ${ended.status ?? ended.signal}.\n`)
    process.exit(ended.status ?? 1)
  }
  return ended.stdout
}
