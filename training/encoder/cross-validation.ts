import { basename } from 'node:path'
import { formatEntityScores } from '../../src/evaluate/entities/report-entities.ts'
import { summariseEntities } from '../../src/evaluate/entities/score-entities.ts'
import type { EntityTally } from '../../src/evaluate/entities/tally-entities.ts'
import { FOLDS, foldOf } from '../linear/folds.ts'

/** Documents that one model is not trained on, and is scored on. */
export interface Fold {
  /** From 1. */
  readonly number: number
  readonly files: readonly string[]
}

/** Splits documents into {@link FOLDS} folds by the order of their names, whatever the order they are given in. */
export function splitIntoFolds(files: readonly string[]): Fold[] {
  const inOrder = files.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  return Array.from({ length: FOLDS }, (_, fold) => ({
    number: fold + 1,
    files: inOrder.filter((_, i) => foldOf(i) === fold),
  })).filter(({ files: own }) => own.length > 0)
}

/** Name of a document, by which training leaves it out and `eval --entities` reports it. */
export function nameOf(file: string): string {
  return basename(file, '.json')
}

/**
 * The counts of a fold's documents from what `hearsay eval --entities … --json` printed.
 *
 * @throws Error when it is not about these documents: the figures would be of others, or of some twice
 */
export function readTallies(json: string, { number, files }: Fold): EntityTally[] {
  const { by_article: tallies } = JSON.parse(json) as { readonly by_article: readonly EntityTally[] }
  const [scored, wanted] = [tallies.map(({ article }) => article).toSorted(), files.map(nameOf).toSorted()]
  if (scored.join('\n') !== wanted.join('\n'))
    throw new Error(`fold ${number} is ${wanted.join(', ')}, but scores are of ${scored.join(', ')}`)
  return [...tallies]
}

/**
 * All folds as one table: figures of the sums over all documents, and intervals by drawing documents. Documents are in the
 * order of their names, so that intervals are those of one scoring of them all.
 */
export function formatPooled(folds: readonly (readonly EntityTally[])[]): string {
  const tallies = folds.flat().toSorted((a, b) => (a.article < b.article ? -1 : 1))
  return formatEntityScores(summariseEntities(tallies), null)
}
