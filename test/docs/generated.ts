import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createProgram } from '../../src/cli/program.ts'
import { writePolicySchema } from '../../src/policy/policy-schema.ts'
import { writeRulesSchema } from '../../src/rules/rules-file.ts'
import { renderCliReference } from './cli-reference.ts'
import { ExampleShell } from './example-shell.ts'
import { renderLibraryReference } from './library-reference.ts'
import { fillExamples } from './readme-examples.ts'

const root = join(import.meta.dirname, '../..')

export interface GeneratedFile {
  /** Relative to the checkout. */
  readonly path: string
  readonly text: string
}

/** Every file that documentation is generated into, as it should be now. */
export function generateDocuments(): GeneratedFile[] {
  const shell = new ExampleShell()
  try {
    const readme = readFileSync(join(root, 'README.md'), 'utf8')
    return [
      { path: 'README.md', text: fillExamples(readme, command => shell.run(command)) },
      { path: 'docs/library.md', text: renderLibraryReference() },
      { path: 'docs/cli.md', text: renderCliReference(createProgram()) },
      { path: 'src/policy/policy.schema.json', text: writePolicySchema() },
      { path: 'src/rules/rules.schema.json', text: writeRulesSchema() },
    ]
  } finally {
    shell.close()
  }
}
