import {
  type Columns,
  given,
  integer,
  integerOrNull,
  key,
  keyOrNull,
  label,
  rowNumber,
  text,
  textOrNull,
} from './column.ts'

/* Of runs and of what they met. */

export const RUN_STATUSES = ['running', 'finished', 'stopped', 'failed'] as const
export const INPUT_STATUSES = ['done', 'dead', 'skipped'] as const

export const RUN = {
  id: rowNumber('Number of the run.'),
  status: label(RUN_STATUSES, 'What became of it.'),
  note: textOrNull('Why it ended as it did, when that is not plain from the status.'),
  process: integer('Number of its process.'),
  process_started: textOrNull('Tells a process from a later one with the same number.'),
  started_at: text('When it began.'),
  ended_at: textOrNull('When it ended.'),
  hearsay: text('Version of Hearsay.'),
  node: text('Version of Node.'),
  libraries: text('JSON: version by package name.'),
  stages: text('JSON: `{ name, version }` in order.'),
  options: text('JSON: an object.'),
  inputs: integer('Inputs that were looked at.'),
  done: integer('Articles that it analysed.'),
  unchanged: integer('Inputs whose article was known, or came twice.'),
  skipped: integer('Inputs passed over, with a reason.'),
  dead: integer('Inputs that failed.'),
  claims: integer('Claims of the articles that it analysed.'),
} satisfies Columns

export const DEAD_LETTER = {
  id: given('Number of the row.'),
  article_id: textOrNull('The article that failed; null where it was none yet.'),
  uri: text('Where it came from.'),
  stage: text('Which stage failed.'),
  version: integer('Version of that stage.'),
  kind: text('Of what kind the failure is.'),
  error: text('In words: what went wrong.'),
  attempts: integer('How often it was tried.'),
  run_id: key('run', 'The run that tried last.'),
  failed_at: text('When it failed last.'),
  article: textOrNull('JSON: the article, or null when nothing could be decoded.'),
  file: textOrNull('The file whose entries failed alike; null where it is one article or file.'),
  form: textOrNull('What their reasons have in common.'),
  times: integer('How many entries failed so when the file was last read.'),
  places: textOrNull('JSON: where the first of them lie.'),
} satisfies Columns

/** What a place says of its article. */
export const TOLD = {
  title: textOrNull('As this place tells it.'),
  byline: textOrNull('Who wrote it, as this place tells it.'),
  publisher: textOrNull('As this place tells it.'),
  published_at: textOrNull('As the input gave it: ISO 8601 with zone.'),
  published_utc: textOrNull('The same instant as `YYYY-MM-DDTHH:MM:SS.sssZ`.'),
  modified_at: textOrNull('When it was last changed.'),
  section: textOrNull('Part of the publication.'),
  language: textOrNull('BCP 47.'),
  origins: textOrNull('JSON: by what this place tells the others; null where nobody noted what it says.'),
} satisfies Columns

export const INPUT = {
  id: given('Number of the row.'),
  location: text('The file, and the place in it where it holds several.'),
  uri: text('What the article goes by.'),
  retrieved_at: textOrNull('When this text was first got from there; null where nothing tells.'),
  seen_at: textOrNull('When it was last got from there.'),
  raw_sha256: textOrNull('SHA-256 of its bytes.'),
  decoded_how: textOrNull('Format and encoding.'),
  status: label(INPUT_STATUSES, 'What became of its article.'),
  reason: textOrNull('Why it was skipped or failed.'),
  article_id: textOrNull('The article; null where it never became one.'),
  first_run_id: keyOrNull('run', 'The run that met it first.'),
  run_id: keyOrNull('run', 'The last run that met it.'),
  times: integer('How often that run met it.'),
  form: textOrNull('Where it stands for entries of a file: what their reasons have in common.'),
  places: textOrNull('JSON: where the first of these lie.'),
  ...TOLD,
} satisfies Columns

export const LEFT_OUT = {
  input_id: key('input', 'The input that it stood in.'),
  sequence: integer('Its place among the others, from 0.'),
  reason: text('Why it is no part of the article.'),
  text: text('The passage.'),
} satisfies Columns

export const SEAL = {
  id: rowNumber('Number of the row.'),
  number: integerOrNull('Its place in the order of sealing; null while it is open.'),
  kind: label(
    ['run', 'later', 'merge'],
    'What it seals: a run, what was there before there were seals, or stores that were made one.',
  ),
  run_id: keyOrNull('run', 'The run whose work it seals.'),
  sealed_at: textOrNull('When it was closed.'),
  run_digest: textOrNull('Digest of the run’s row.'),
  size: integerOrNull('How many leaves it has.'),
  root: textOrNull('Root of the tree of its leaves.'),
  corrections: integerOrNull('How many corrections there were.'),
  corrections_head: textOrNull('Link of the last of them.'),
  previous: textOrNull('JSON: digests of the seals before it.'),
  digest: textOrNull('Digest of the seal.'),
  voice_corrections: integerOrNull('How many corrections of voices there were.'),
  voice_corrections_head: textOrNull('Link of the last of them.'),
} satisfies Columns

export const SEAL_LEAF = {
  id: rowNumber('Number of the row.'),
  seal_id: key('seal', 'The seal that covers it.'),
  kind: text('Article, input or dead letter.'),
  subject: text('By what every store knows it.'),
  digest: textOrNull('SHA-256 of its rows; null where it was taken away.'),
  sums: textOrNull('Of an article: a byte for each of its rows, in base64.'),
} satisfies Columns
