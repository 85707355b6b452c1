import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HearsayError } from '../../domain/errors.ts'
import { CodePointText } from '../../domain/text/code-point-text.ts'
import { parseBrat } from './brat.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { ScoredArticle } from './gold.ts'

export interface PolnearCorpus {
  readonly articles: readonly ScoredArticle[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads a folder in PolNeAR's layout: `text/NAME.txt` and `attributions/NAME_ANNOTATOR.ann` (brat). An article with
 * several annotators gets the first one's annotations, by file name. Articles come in the order of their names.
 *
 * @throws HearsayError (usage) when the folder has not this layout.
 */
export function readPolnear(folder: string): PolnearCorpus {
  const { annotators, diagnostics } = readAnnotators(folder)
  return { articles: annotators.map(([first]) => first), diagnostics }
}

/** As {@link readPolnear}, but each article once for every annotator: for measuring how far annotators agree. */
export function readAnnotators(folder: string): {
  readonly annotators: readonly (readonly [first: ScoredArticle, ...others: ScoredArticle[]])[]
  readonly diagnostics: readonly Diagnostic[]
} {
  const names = listFiles(folder, 'text', '.txt')
  const files = groupByArticle(listFiles(folder, 'attributions', '.ann'), new Set(names))
  const diagnostics: Diagnostic[] = []
  const annotators: [ScoredArticle, ...ScoredArticle[]][] = []
  for (const [name, annotations] of files) {
    if (names.includes(name)) continue
    for (const file of annotations) {
      diagnostics.push({ file, line: null, code: 'no-text', message: `there is no text/${name}.txt for it` })
    }
  }
  for (const name of names) {
    const text = readFileSync(join(folder, 'text', `${name}.txt`), 'utf8')
    const { length } = new CodePointText(text)
    const [first, ...others] = (files.get(name) ?? []).map(file => {
      const parsed = parseBrat(readFileSync(join(folder, file), 'utf8'), file, length)
      diagnostics.push(...parsed.diagnostics)
      return { name, text, attributions: parsed.attributions }
    })
    if (first !== undefined) annotators.push([first, ...others])
    else {
      const message = 'there are no annotations for it, so it is left out'
      diagnostics.push({ file: `text/${name}.txt`, line: null, code: 'no-annotations', message })
    }
  }
  return { annotators, diagnostics }
}

/** Names without ending, sorted by code unit so that every machine picks the same first annotator. */
function listFiles(folder: string, subfolder: string, ending: string): readonly string[] {
  try {
    return readdirSync(join(folder, subfolder))
      .filter(file => file.endsWith(ending))
      .map(file => file.slice(0, -ending.length))
      .sort()
  } catch (cause) {
    throw new HearsayError(
      `${folder} is no PolNeAR folder: ${subfolder}/ cannot be read; give the folder that holds text/ and attributions/.`,
      'input-unreadable',
      { cause },
    )
  }
}

function groupByArticle(annotations: readonly string[], names: ReadonlySet<string>): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const annotation of annotations) {
    const name = names.has(annotation) ? annotation : annotation.replace(/_[^_]*$/, '')
    groups.set(name, [...(groups.get(name) ?? []), `attributions/${annotation}.ann`])
  }
  return groups
}
