import type { KeyObject } from 'node:crypto'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { HearsayError } from '../../../domain/errors.ts'
import { writeManifest } from '../../../export/proofs/manifest.ts'
import { type Write, writeTo } from '../../../export/write.ts'
import { fingerprint } from '../../../seal/manifest/signature.ts'
import { resolveArticle } from '../../../store/queries/references/resolve-article.ts'
import { ProofMaker } from '../../../store/queries/seals/proofs.ts'
import { loadPrivateKey } from '../../given/key-options.ts'
import { examples } from '../../help.ts'
import { words } from '../../options/argument.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../../options/database-option.ts'
import { fillOutputFile, findOutputFile } from '../../output/output-file.ts'
import { plural } from '../../output/plural.ts'
import { note, type Surroundings } from '../../surroundings.ts'
import { readVersion } from '../../version.ts'

interface Options extends DatabaseOptions {
  readonly key?: string
  readonly leaves?: boolean
  readonly output: string
}

export function addManifest(program: Command, surroundings: Surroundings): void {
  program
    .command('manifest')
    .description(
      'print the seals (hashes) of all that was stored, to be kept elsewhere, or the proof that an article is under one',
    )
    .argument('[article]', 'path, end of a path, or beginning of an id: print its proof instead')
    .addOption(databaseOption())
    .option('--key <file>', 'sign it with this private key of Ed25519, a PEM file', words)
    .option('--leaves', 'name every article, input and failure, so that verify can name what was rewritten')
    .option('-o, --output <file>', 'file to write, - for standard output', words, '-')
    .addHelpText(
      'after',
      `
Each run seals what it has written, and the seal before it. Whoever may write to the database can change rows and seals
together; a manifest that lies elsewhere (in a repository, with a colleague, at a notary) shows it. One seal is a line,
and a later manifest has the lines of an earlier one. verify --manifest holds a database against it.

A proof holds all rows of its article. With a manifest it shows, without the database, that they stood there when their
run was sealed: verify --proof. export and report carry proofs with --proofs. docs/explanation/provenance.md says what is promised.
${examples({
  'manifest > seals.jsonl': 'the seals, for a repository',
  'manifest --key hearsay.pem -o seals.jsonl':
    'signed; openssl genpkey -algorithm ed25519 -out hearsay.pem makes a key',
  'manifest budget.txt > budget.proof.jsonl': 'the proof of one article',
})}`,
    )
    .action((article: string | undefined, options: Options) => printManifest(article, options, surroundings))
}

async function printManifest(
  reference: string | undefined,
  { db, key: keyFile, leaves = false, output }: Options,
  surroundings: Surroundings,
): Promise<void> {
  if (reference !== undefined && (keyFile !== undefined || leaves))
    throw new HearsayError(
      'A proof of one article is neither signed nor has it other leaves: the manifest that it is held against does; leave --key and --leaves out.',
      'argument-conflict',
    )
  const place = (file: string) => resolve(surroundings.workingFolder, file)
  if (keyFile !== undefined && output !== '-' && place(output) === place(keyFile))
    throw new HearsayError(`${output} is the key itself; give another file for the manifest.`, 'output-unsuitable')
  const key = keyFile === undefined ? null : await loadPrivateKey(keyFile, surroundings.workingFolder)
  await withReader(db, async ({ database }) => {
    const fill = async (write: Write) => {
      if (reference === undefined) return await writeManifest(database, { leaves, key, ...made() }, write)
      const article = await resolveArticle(database, reference)
      const proof = await (await ProofMaker.open(database, article)).prove(article)
      await write(`${JSON.stringify({ proof })}\n`)
      return 1
    }
    const count =
      output === '-'
        ? await fill(writeTo(surroundings.standardOutput))
        : await fillOutputFile(findOutputFile(output, surroundings.workingFolder, db), fill)
    note(surroundings, describe(reference, count, key, output))
  })
}

function made() {
  return { madeAt: new Date().toISOString(), madeBy: `hearsay ${readVersion()}` }
}

function describe(reference: string | undefined, count: number, key: KeyObject | null, output: string): string {
  const where = output === '-' ? '' : ` in ${output}`
  if (reference !== undefined) return `A proof of ${reference}${where}.`
  const signed = key === null ? '' : `, signed with the key of SHA-256 ${fingerprint(key).slice(0, 16)}`
  return `${plural(count, 'seal')}${where}${signed}. Keep it where nobody can change it together with the database.`
}
