import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * What takes longest, on either project: they begin first, so that none is left to run alone at the end. The others follow
 * as vitest has them, by what they took before or, in a fresh checkout, by the size of the file.
 */
const LONGEST: readonly string[] = [
  'test/properties/closed-records.test.ts',
  'test/stores/corrections-of-many.test.ts',
  'test/faults/kills.test.ts',
  'test/postgres/console-proof.test.ts',
  'test/queue/queue.test.ts',
  'test/faults/records-fuzz.test.ts',
  'test/queue/lost-workers.test.ts',
  'test/stores/one-export-of-many.test.ts',
  'test/faults/documents-fuzz.test.ts',
  'test/faults/interruption.test.ts',
  'test/stores/sealed-changes.test.ts',
  'test/packed.test.ts',
  'test/web/api/fuzz.test.ts',
  'test/properties/corrections.test.ts',
  'test/faults/pages-fuzz.test.ts',
  'test/properties/seen-text.test.ts',
  'test/web/browser.test.ts',
  'test/web/audit-browser.test.ts',
  'test/faults/watch.test.ts',
  'test/faults/queue-kills.test.ts',
  'test/web/desk-browser.test.ts',
  'test/faults/terminated-calls.test.ts',
  'test/postgres/named-queries.test.ts',
  'test/cli/run.test.ts',
  'test/faults/isolation.test.ts',
  'test/postgres/copy.test.ts',
  'test/faults/storage.test.ts',
  'test/cli/commands.test.ts',
  'test/web/pages.test.ts',
  'test/web/claim-index.test.ts',
  'test/cli/processes.test.ts',
]

/** The order of test files. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId }: TestSpecification) => {
      const rank = LONGEST.indexOf(relative(this.ctx.config.root, moduleId).replaceAll('\\', '/'))
      return rank === -1 ? LONGEST.length : rank
    }
    // One project runs after the other.
    const projects = Map.groupBy(await super.sort(files), ({ project }) => project.name)
    return [...projects.values()].flatMap(ofOne => ofOne.sort((one, other) => rankOf(one) - rankOf(other)))
  }
}
