import type { ErrorKind } from './error-kind.ts'
import { EXIT } from './exit-codes.ts'

/** What is wrong with files that are read, and with those that are written. */
export const FILE_ERRORS = {
  'path-not-found': {
    exit: EXIT.usage,
    status: 400,
    cause: 'There is no file or folder at a path.',
    remedy: 'Check the path; it is relative to the folder in which the command was started.',
  },
  'path-unsuitable': {
    exit: EXIT.usage,
    status: 400,
    cause:
      'Something else stands at a path than is needed there: a folder, a pipe, a file that is too large or no text.',
    remedy: 'Give another path.',
  },
  'nothing-to-read': {
    exit: EXIT.usage,
    status: 400,
    cause: 'A folder, a pattern or a file holds nothing of what is looked for in it.',
    remedy: 'Give another one; hearsay read FILE shows what Hearsay sees in a file.',
  },
  'input-unreadable': {
    exit: EXIT.usage,
    status: 400,
    cause: 'Not one of the inputs can be read, or a policy or a gold file cannot.',
    remedy: 'Check the path and who may read it, or give a format that docs/reference/cli.md lists.',
  },
  'file-unreadable': {
    exit: EXIT.io,
    status: 500,
    cause: 'A file is there and cannot be read, because of its permissions or of the disk.',
    remedy: 'Check who may read it, and the disk.',
  },
  'output-unwritable': {
    exit: EXIT.io,
    status: 500,
    cause: 'A file, a folder or standard output cannot be written.',
    remedy: 'Check that the folder is there, who may write to it, and the space on the disk.',
  },
  'output-exists': {
    exit: EXIT.usage,
    status: 400,
    cause: 'A folder to be written is there already and holds something, which would be lost or mixed up.',
    remedy: 'Give a folder that is not there yet.',
  },
  'output-unsuitable': {
    exit: EXIT.usage,
    status: 400,
    cause: 'A file to be written is the database, the key, or a symbolic link that leads nowhere.',
    remedy: 'Give another file.',
  },
  'annotations-invalid': {
    exit: EXIT.usage,
    status: 400,
    cause:
      'A file of an annotation tool is damaged, or does not fit the article in the database; nothing of it was taken over.',
    remedy: 'Mend the place that the message names, or export the article to the tool again.',
  },
  'gold-invalid': {
    exit: EXIT.usage,
    status: 400,
    cause:
      'A gold file (the right answers that claims are scored against) is not as it has to be, or is about another text.',
    remedy: 'Correct it; corpus/gold holds examples.',
  },
  'judgements-missing': {
    exit: EXIT.usage,
    status: 400,
    cause: 'Too few claims of the database were accepted, rejected or changed by a person.',
    remedy: 'Judge more claims with hearsay correct, or on the site with hearsay serve --edit.',
  },
  'policy-invalid': {
    exit: EXIT.usage,
    status: 400,
    cause: 'A file holds no policy, or one with an unknown rule or value.',
    remedy: 'Mend the line that the message names; hearsay check --print-policy shows a policy that is right.',
  },
  'rules-invalid': {
    exit: EXIT.usage,
    status: 400,
    cause: "A newsroom's file of rules has a mistake, or an example in it does not come out as it says.",
    remedy: 'Mend the line that the message names; hearsay rules --print-rules shows a file that is right.',
  },
  'rules-differ': {
    exit: EXIT.usage,
    status: 400,
    cause: 'Articles were queued for other rules of a newsroom than a worker was started with.',
    remedy: 'Start the worker with the file that they were queued with, or queue them again.',
  },
  'manifest-invalid': {
    exit: EXIT.usage,
    status: 400,
    cause: 'A file is no manifest (the list of seals that hearsay manifest prints), or is damaged.',
    remedy: 'Give the file whole and as it was printed.',
  },
  'proof-invalid': {
    exit: EXIT.usage,
    status: 400,
    cause: 'A file holds no proof that an article was sealed, or one that cannot be read.',
    remedy: 'Give what hearsay manifest ARTICLE printed, or an export or report that was made with --proofs.',
  },
  'key-invalid': {
    exit: EXIT.usage,
    status: 400,
    cause: 'A file is no key of Ed25519 of the kind that is needed, or is encrypted.',
    remedy: 'Sign with a private key and check with a public one; openssl genpkey -algorithm ed25519 makes a pair.',
  },
  'calibration-invalid': {
    exit: EXIT.usage,
    status: 400,
    cause: 'The file with the calibration of a database (which confidence means what) is damaged.',
    remedy: 'Make it anew with hearsay calibrate, or delete it.',
  },
  'model-invalid': {
    exit: EXIT.usage,
    status: 400,
    cause: 'A folder that --model names lacks a file of a model, or has another one than was written there.',
    remedy: 'Copy the model again, or export it again as training/encoder/README.md says.',
  },
  'runtime-missing': {
    exit: EXIT.usage,
    status: 500,
    cause: 'The model that finds claims runs on onnxruntime-node, which cannot be loaded here.',
    remedy: 'Install it, or use --fast, which needs no runtime and finds fewer claims.',
  },
} as const satisfies Record<string, ErrorKind>
