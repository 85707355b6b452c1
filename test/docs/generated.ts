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

const root = join(import.meta.dirname, '../..')

/** Documents whose examples are run, in this order, in one folder: what the first stored the next ones find. */
const WITH_EXAMPLES = ['README.md', 'docs/tutorial.md']

export interface GeneratedFile {
  /** Relative to the checkout. */
  readonly path: string
  readonly text: string
}

/** Every file that documentation is generated into, as it should be now. */
export function generateDocuments(): GeneratedFile[] {
  const shell = new ExampleShell()
  try {
    return [
      ...WITH_EXAMPLES.map(path => ({
        path,
        text: fillExamples(readFileSync(join(root, path), 'utf8'), command => shell.run(command)),
      })),
      { path: 'docs/library.md', text: renderLibraryReference() },
      { path: 'docs/errors.md', text: renderErrorReference() },
      { path: 'docs/cli.md', text: renderCliReference(createProgram()) },
      { path: PAGE, text: fillDiagram(readFileSync(join(root, PAGE), 'utf8'), readRoomImports()) },
      { path: `${DECISIONS}/README.md`, text: renderDecisionIndex(readDecisions(root)) },
      { path: 'src/policy/policy.schema.json', text: writePolicySchema() },
      { path: 'src/rules/rules.schema.json', text: writeRulesSchema() },
    ]
  } finally {
    shell.close()
  }
}
