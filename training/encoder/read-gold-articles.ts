import { readFileSync } from 'node:fs'
import type { Span } from '../../src/domain/span.ts'
import { CodePointText } from '../../src/domain/text/code-point-text.ts'
import type { ScoredAttribution } from '../../src/evaluate/gold/gold.ts'
import { readGold } from '../../src/evaluate/gold/gold-file.ts'
import { listJsonFiles } from '../../src/evaluate/gold/list-json-files.ts'

type Roles = Pick<ScoredAttribution, 'source' | 'cue' | 'content'>

/** An article to learn from. Spans are UTF-16. */
export interface GoldToLearn {
  readonly name: string
  readonly text: string
  /** By annotator: whoever judged it counts as one. */
  readonly gold: readonly (readonly Roles[])[]
}

/**
 * Articles with gold, as `hearsay gold` and `hearsay import --gold` write them. One that holds claims which nobody judged
 * (`gold --partial`) is left out: whether they are examples, and what else is one, nobody knows.
 *
 * @param paths gold files, or folders of them
 * @throws HearsayError (2) naming the file that is no gold
 */
export function readGoldArticles(paths: readonly string[]): GoldToLearn[] {
  return listJsonFiles(paths, 'gold')
    .map(file => ({ ...readGold(file), isWhole: isWhole(file) }))
    .filter(({ isWhole }) => isWhole)
    .map(({ name, text, attributions }) => {
      const units = new CodePointText(text)
      const toUnits = (spans: readonly Span[]): Span[] =>
        spans.map(({ start, end }) => ({ start: units.toUtf16(start), end: units.toUtf16(end) }))
      const roles = attributions.map(({ source, cue, content }) => ({
        source: toUnits(source),
        cue: toUnits(cue),
        content: toUnits(content),
      }))
      return { name, text, gold: [roles] }
    })
}

function isWhole(file: string): boolean {
  const { claims } = JSON.parse(readFileSync(file, 'utf8')) as { claims: readonly { judged?: boolean }[] }
  return claims.every(({ judged }) => judged !== false)
}
