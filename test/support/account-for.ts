import { Readable } from 'node:stream'
import { expect } from 'vitest'
import { sha256 } from '../../src/read/article/create-article.ts'
import { DEFAULT_LIMITS, type ReadLimits } from '../../src/read/limits/limits.ts'
import { type FileOutcome, readInput } from '../../src/read/read-input.ts'

/** Small, so that what is hostile meets them, and patient, because other tests run beside. */
export const FUZZ_LIMITS: ReadLimits = { ...DEFAULT_LIMITS, maxBytes: 1_000_000, timeoutMs: 30_000 }

const context = { limits: FUZZ_LIMITS, fields: {} }

/** Reads bytes as standard input. */
export async function readBytes(bytes: Uint8Array, format: string | undefined): Promise<FileOutcome[]> {
  const outcomes: FileOutcome[] = []
  const standardInput = Readable.from([Buffer.from(bytes)])
  const { signal } = new AbortController()
  for await (const outcome of readInput(
    { kind: 'standard-input', uri: '-' },
    { context, format, standardInput, signal },
  )) {
    outcomes.push(outcome)
  }
  return outcomes
}

/** Every input gives outcomes, every failure a reason, and every article is fit to keep. */
export function checkOutcomes(outcomes: readonly FileOutcome[]): void {
  expect(outcomes.length).toBeGreaterThan(0)
  for (const { outcome } of outcomes) {
    // A reader that threw what it should not is caught, but is a defect all the same.
    if (outcome.outcome === 'failed') expect(`${outcome.kind}: ${outcome.error}`).not.toMatch(/^throw/)
    if (outcome.outcome === 'skipped') expect(outcome.reason).not.toBe('')
    if (outcome.outcome !== 'article') continue
    const { id, text, title, byline, publisher, uri, publishedAt } = outcome.article
    expect(id).toBe(sha256(text))
    expect(text.trim()).not.toBe('')
    for (const field of [text, title, byline, publisher, uri]) {
      expect(field === null || (field.isWellFormed() && !field.includes('\0'))).toBe(true)
    }
    if (publishedAt !== null) expect(Date.parse(publishedAt)).not.toBeNaN()
  }
}
