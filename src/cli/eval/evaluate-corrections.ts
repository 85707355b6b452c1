import { HearsayError } from '../../domain/errors.ts'
import { scoreCorrections } from '../../learn/accuracy.ts'
import { formatAccuracy } from '../../learn/format-accuracy.ts'
import { readJudged } from '../../learn/judged-claims.ts'
import { nameOfDatabase } from '../../store/database-name.ts'
import { withReader } from '../options/database-option.ts'
import { printText, printValue } from '../output/print.ts'
import { toVisibleLine } from '../output/visible.ts'
import type { Surroundings } from '../surroundings.ts'

/**
 * Prints how often the machine was right on the claims that editors judged.
 *
 * @throws HearsayError (2) when nobody judged any
 */
export async function evaluateCorrections(db: string, isJson: boolean, surroundings: Surroundings): Promise<void> {
  const judged = await withReader(db, ({ database }) => readJudged(database))
  if (judged.claims.length + judged.missed === 0)
    throw new HearsayError(
      `Nobody judged a claim of ${nameOfDatabase(db)}: accept, reject or change some with hearsay correct, or on the site (serve --edit).`,
      'judgements-missing',
    )
  const scores = scoreCorrections(judged)
  if (isJson) await printValue(surroundings, scores)
  else await printText(surroundings, formatAccuracy(scores).map(toVisibleLine))
}
