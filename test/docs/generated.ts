import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createProgram } from '../../src/cli/program.ts'
import { writePolicySchema } from '../../src/policy/policy-schema.ts'
import { writeRulesSchema } from '../../src/rules/rules-file.ts'
import { fillDiagram, readRoomImports } from '../architecture/room-graph.ts'
import { PAGE } from '../architecture/rooms.ts'
import { renderCliReference } from './cli-reference.ts'
import { DECISIONS, readDecisions, renderDecisionIndex } from './decision-index.ts'
import { renderErrorReference } from './error-reference.ts'
import { ExampleShell } from './example-shell.ts'
import { renderLibraryReference } from './library-reference.ts'
import { fillExamples } from './readme-examples.ts'
import { renderSchemaReference } from './schema-reference.ts'

const root = join(import.meta.dirname, '../..')

/** Documents whose examples are run, in this order, in one folder: what the first stored the next ones find. */
export const WITH_EXAMPLES: readonly string[] = [
  'README.md',
  'docs/tutorial.md',
  'docs/how-to/query.md',
  'docs/how-to/audit.md',
  'docs/how-to/policy.md',
  'docs/how-to/check-quotations.md',
  'docs/how-to/count-voices.md',
  'docs/how-to/run.md',
  'docs/how-to/across-articles.md',
  'docs/how-to/correct.md',
]

export interface GeneratedFile {
  /** Relative to the checkout. */
  readonly path: string
  readonly text: string
}

const program = await createProgram()

/** Files that need no example to be run. */
const OTHERS: readonly (readonly [path: string, render: () => string])[] = [
  ['docs/reference/library.md', renderLibraryReference],
  ['docs/reference/cli.md', () => renderCliReference(program)],
  ['docs/reference/errors.md', renderErrorReference],
  ['docs/reference/schema.md', renderSchemaReference],
  [PAGE, () => fillDiagram(readFileSync(join(root, PAGE), 'utf8'), readRoomImports())],
  [`${DECISIONS}/README.md`, () => renderDecisionIndex(readDecisions(root))],
  ['src/policy/policy.schema.json', writePolicySchema],
  ['src/rules/rules.schema.json', writeRulesSchema],
]

/**
 * Every file that documentation is generated into, as it should be now.
 *
 * @param isWanted leaves files out; examples are run up to the last file with some that is wanted
 */
export async function generateDocuments(isWanted: (path: string) => boolean = () => true): Promise<GeneratedFile[]> {
  const filled = await fillWanted(WITH_EXAMPLES.slice(0, WITH_EXAMPLES.findLastIndex(isWanted) + 1))
  const others = OTHERS.filter(([path]) => isWanted(path)).map(([path, render]) => ({ path, text: render() }))
  return [...filled.filter(({ path }) => isWanted(path)), ...others]
}

async function fillWanted(paths: readonly string[]): Promise<GeneratedFile[]> {
  const shell = new ExampleShell()
  const filled: GeneratedFile[] = []
  try {
    for (const path of paths) {
      const document = readFileSync(join(root, path), 'utf8')
      filled.push({ path, text: await fillExamples(document, async command => await shell.run(command)) })
    }
    return filled
  } finally {
    shell.close()
  }
}
