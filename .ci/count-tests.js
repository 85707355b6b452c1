/*
 * Adds up the JSON reports of every vitest process in a folder and prints one line: "N passed, N failed[, N skipped]".
 * A test file that could not even be loaded, and a process that failed without naming a test, count as one failure.
 * Exits 1 when anything failed or nothing ran.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const folder = process.argv[2]
if (folder === undefined) throw new Error('Name the folder that holds the reports.')

let passed = 0
let failed = 0
let skipped = 0
for (const name of readdirSync(folder)) {
  const report = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  passed += report.numPassedTests
  skipped += report.numPendingTests + report.numTodoTests
  const unloaded = report.testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
  )
  const failures = report.numFailedTests + unloaded.length
  failed += failures === 0 && !report.success ? 1 : failures
}

process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
