import type { DeadLetter, Entries, SkippedInput } from '../../src/store/store.ts'

/** Entries of a file that failed alike, as a run that has read it once tells of them. */
export function failedAlike(file: string, times: number, first = 1): DeadLetter {
  const subject = { articleId: null, article: null, uri: `${file}#L${first}`, stage: 'read', stageVersion: 1 }
  return { ...subject, kind: 'no-text', error: 'it has no text', entries: alike(file, 'no-text', times, first) }
}

/** The same of entries that were passed over. */
export function skippedAlike(file: string, times: number, first = 1): SkippedInput {
  return { uri: `${file}#L${first}`, reason: 'empty', entries: alike(file, 'skipped: empty', times, first) }
}

function alike(file: string, form: string, times: number, first: number): Entries {
  const places = Array.from({ length: Math.min(10, times) }, (_, index) => `${file}#L${first + index}`)
  return { file, form, times, soFar: times, places }
}
