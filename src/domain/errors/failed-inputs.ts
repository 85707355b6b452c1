/** Why a single input or article failed, as `dead_letter.kind` has it, and what to do. The words beside it say more. */
export const FAILED_INPUTS = {
  unreadable: {
    cause: 'A file or a folder cannot be opened, or went away while it was read.',
    remedy: 'Check that it is there and who may read it, then hearsay retry.',
  },
  'not-text': {
    cause: 'A file holds something else than text, such as a picture.',
    remedy: 'Convert it to text, or leave it out.',
  },
  'no-text': {
    cause: 'A document has pages without text, as scans have, or a record is about an article and has no text of one.',
    remedy: 'Have the text recognised (OCR) first, or give the page at its address.',
  },
  malformed: {
    cause: 'A file is damaged, or not of the format that its name or its content promises.',
    remedy: 'Fetch or save it again, or name its format with --format.',
  },
  'too-large': {
    cause: 'A file, a page or an entry is larger than the limit, or unpacks to far more than its size.',
    remedy: 'Split it, or raise the limit that the message names, such as --max-bytes.',
  },
  'too-many': {
    cause: 'A file has more entries, sheets or parts than the limit.',
    remedy: 'Split it, or raise --max-entries.',
  },
  'too-deep': {
    cause: 'A page or a record nests deeper than the limit.',
    remedy: 'Raise --max-depth.',
  },
  'too-complex': {
    cause: 'A page or a record has more elements than the limit.',
    remedy: 'Raise --max-elements.',
  },
  timeout: {
    cause: 'Reading an input or analysing an article took longer than it may.',
    remedy: 'hearsay retry --kind timeout with a higher --timeout, or --read-timeout for reading.',
  },
  'out-of-memory': {
    cause: 'Reading an input or analysing an article needed more memory than it may.',
    remedy: 'Split it, or hearsay retry --kind out-of-memory with a higher --max-heap.',
  },
  'stack-overflow': {
    cause: 'Something in an article is nested too deep for the analysis.',
    remedy: 'Report it; all else of the run is stored.',
  },
  exit: {
    cause: 'The thread that worked on it ended by itself.',
    remedy: 'hearsay retry; if it fails again, report it.',
  },
  throw: {
    cause: 'A defect of Hearsay, or a row that the database did not take.',
    remedy: 'hearsay retry; if it fails again, report it.',
  },
  'worker-lost': {
    cause: 'The workers that took an article from the queue died one after the other while they had it.',
    remedy: 'hearsay retry on one machine, with --max-heap where it needs much memory.',
  },
} as const satisfies Record<string, { readonly cause: string; readonly remedy: string }>

export type FailedInputKind = keyof typeof FAILED_INPUTS
