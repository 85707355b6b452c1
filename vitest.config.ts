import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { COMPILED } from './test/shared/compiled.ts'
import { LongestFirst } from './test/shared/longest-first.ts'
import { slowestFiles } from './test/shared/slowest-files.ts'

/** Set by `.ci/run`: the folder that each vitest process leaves its counts in. */
const reports = process.env.HEARSAY_TEST_REPORTS

/** What is long by nature, or needs the network: only `npm run check:long` runs it, and with it `.ci/run`. */
export const long = [
  'test/docs.test.ts',
  'test/library-examples.test.ts',
  'test/packed.test.ts',
  'test/web/api/client.test.ts',
  'test/faults/kills.test.ts',
  'test/faults/across.test.ts',
  'test/stores/one-export-of-many.test.ts',
  'test/stores/made-up-source-field.test.ts',
  'test/faults/interruption.test.ts',
  'test/faults/queue-kills.test.ts',
  'test/faults/terminated-calls.test.ts',
  'test/queue/queue.test.ts',
  'test/postgres/held-locks.test.ts',
  'test/postgres/lost-connections.test.ts',
  'test/postgres/stopped-server.test.ts',
  'test/queue/lost-batches.test.ts',
  'test/queue/lost-workers.test.ts',
  'test/queue/zombie.test.ts',
  'test/queue/rules.test.ts',
  'test/faults/stopped-in-work.test.ts',
  'test/faults/upgrade.test.ts',
  'test/faults/hostile-documents.test.ts',
  'test/faults/failed-entries.test.ts',
  'test/stores/left-out.test.ts',
  'test/postgres/manifest.test.ts',
  'test/web/desk-browser.test.ts',
  'test/web/whole-day-browser.test.ts',
  'test/web/audit-browser.test.ts',
  'test/postgres/import.test.ts',
  'test/exports/provenance-python.test.ts',
  'test/postgres/given-articles.test.ts',
  'test/web/kept-articles.test.ts',
  'test/web/new-article-browser.test.ts',
  'test/cli/rules.test.ts',
  'test/cli/other-model.test.ts',
  'test/faults/retry.test.ts',
  'test/cli/run-log.test.ts',
  'test/cli/source-files.test.ts',
  'src/store/sqlite/merge/merge-order.test.ts',
  'test/postgres/quotations.test.ts',
  'test/faults/watch.test.ts',
  'test/cli/manifest.test.ts',
  'test/postgres/run.test.ts',
  'test/postgres/reading-commands.test.ts',
  'test/stores/one-export.test.ts',
  'test/cli/output-fails.test.ts',
  'test/cli/mcp.test.ts',
  'test/faults/reading-thread.test.ts',
  'test/faults/waiting-for-input.test.ts',
  'test/cli/inputs.test.ts',
  'test/cli/read.test.ts',
  'test/postgres/site.test.ts',
  'test/postgres/named-queries.test.ts',
  'test/web/browser.test.ts',
  'test/families/versions-of-corpus.test.ts',
]

/** Files with proofs by generation (`proofSize`): a few cases in `npm test`, all of them in the long proofs. */
const both = [
  'test/cli/model-folder.test.ts',
  'test/annotations/correction-kinds.test.ts',
  'test/annotations/damaged-files.test.ts',
  'test/annotations/round-trips.test.ts',
  'test/cli/processes.test.ts',
  'test/faults/containers-without-articles.test.ts',
  'test/faults/documents-fuzz.test.ts',
  'test/faults/inputs-fuzz.test.ts',
  'test/faults/isolation.test.ts',
  'test/faults/linked-data-fuzz.test.ts',
  'test/faults/pages-fuzz.test.ts',
  'test/faults/records-fuzz.test.ts',
  'test/faults/storage.test.ts',
  'test/postgres/console-proof.test.ts',
  'test/postgres/console-sentinels.test.ts',
  'test/families/entered-versions.test.ts',
  'test/families/version-properties.test.ts',
  'test/properties/closed-records.test.ts',
  'test/properties/corrections.test.ts',
  'test/properties/pasted-text.test.ts',
  'test/properties/quotations.test.ts',
  'test/properties/seen-text.test.ts',
  'test/rules/any-rules.test.ts',
  'test/stores/corrections-of-many.test.ts',
  'test/stores/sealed-changes.test.ts',
  'test/web/endless-queries.test.ts',
  'test/web/api/fuzz.test.ts',
  'test/web/selection.test.ts',
  'test/web/who-may-change.test.ts',
  'test/web/aborted-requests.test.ts',
  'test/mcp/quoted-answers.test.ts',
  'src/nlp/wink.test.ts',
  'src/run/create-pipeline.test.ts',
  'src/read/pages/read-page.test.ts',
  'src/voices/load-voices.test.ts',
  'src/voices/measure-voices.test.ts',
  'src/web/page/html.test.ts',
  'src/web/guard/token-strength.test.ts',
  'test/stores/families.test.ts',
]

const shared = {
  // Many tests wait for other processes, so one core more than the usual number is put to use. Above the projects, vitest
  // takes no notice of it.
  maxWorkers: availableParallelism() + 1,
  setupFiles: ['test/shared/processor-time.ts'],
  // Child processes, worker threads and two shared cores: time is never what a test asserts.
  testTimeout: 120_000,
  hookTimeout: 300_000,
  // Files that follow one another in a process find the pipeline loaded. Nothing that one leaves behind may touch another:
  // no test changes the environment, the working folder or a module of ours.
  isolate: false,
  // What is not about finding claims needs no encoder, which takes several times as long.
  // Tests of one process may connect to SQLite before Hearsay does.
  env: { TZ: 'UTC', NODE_COMPILE_CACHE: COMPILED, HEARSAY_ENGINE: 'linear', SQLITE_USE_URI: '1' },
  // Node runs the source itself, as it does everywhere else. Vite's module runner has each use of an import look it up anew,
  // which made analysis take 1.6 times as long; nothing here is mocked, and so nothing needs it.
  experimental: { viteModuleRunner: false, nodeLoader: false },
}

export default defineConfig({
  test: {
    reporters: ['default', slowestFiles(), ...(reports === undefined ? [] : ['json'])],
    ...(reports === undefined ? {} : { outputFile: { json: `${reports}/${process.pid}.json` } }),
    globalSetup: 'test/shared/lend.ts',
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { name: 'behaviour', include: ['{pipeline,src,test,training}/**/*.test.ts'], exclude: long, ...shared } },
      {
        test: {
          name: 'long',
          include: [...long, ...both],
          ...shared,
          // Most of what waits for servers, browsers and other processes is here.
          maxWorkers: availableParallelism() + 2,
          // Some prove by hundreds of cases, which take minutes where the cores are slow or shared.
          testTimeout: 600_000,
          env: { ...shared.env, HEARSAY_PROOFS: 'full' },
        },
      },
    ],
  },
})
