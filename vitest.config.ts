import { defineConfig } from 'vitest/config'

/** Set by `.ci/run`: the folder that each vitest process leaves its counts in. */
const reports = process.env.HEARSAY_TEST_REPORTS

/**
 * What is slow or needs the network: the documentation is fresh, the packed package works, killed runs lose nothing.
 * `npm run check` runs it.
 */
const release = [
  'test/docs.test.ts',
  'test/packed.test.ts',
  'test/faults/kills.test.ts',
  'test/stores/one-export-of-many.test.ts',
  'test/faults/queue-kills.test.ts',
  'test/queue/lost-batches.test.ts',
  'test/queue/lost-workers.test.ts',
]

// Child processes, worker threads and two shared cores: time is never what a test asserts.
const patience = { testTimeout: 120_000, hookTimeout: 300_000 }

export default defineConfig({
  test: {
    reporters: ['default', ...(reports === undefined ? [] : ['json'])],
    ...(reports === undefined ? {} : { outputFile: { json: `${reports}/${process.pid}.json` } }),
    projects: [
      {
        test: {
          name: 'behaviour',
          include: ['{pipeline,src,test}/**/*.test.ts'],
          exclude: release,
          ...patience,
        },
      },
      { test: { name: 'release', include: release, env: { HEARSAY_PROOFS: 'full' }, ...patience } },
    ],
  },
})
