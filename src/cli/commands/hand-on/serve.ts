import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import type { Command } from 'commander'
import type { Intake } from '../../../intake/intake.ts'
import { isPostgres, nameOfDatabase } from '../../../store/database-name.ts'
import { openStore } from '../../../store/open-store.ts'
import { loadRules } from '../../given/load-rules.ts'
import { examples } from '../../help.ts'
import { wholeNumber } from '../../options/argument.ts'
import { type DatabaseOptions, databaseOption } from '../../options/database-option.ts'
import { addEngineOptions, type EngineOptions } from '../../options/engine-option.ts'
import { type NameGenderOption, nameGenderOption } from '../../options/name-gender-option.ts'
import { plural } from '../../output/plural.ts'
import { printText } from '../../output/print.ts'
import { toVisibleLine } from '../../output/visible.ts'
import { DEFAULT_HEAP_MB, DEFAULT_TIMEOUT_MS } from '../../run/perform-run.ts'
import { stopOnSignal } from '../../run/stop-on-signal.ts'
import { note, type Surroundings } from '../../surroundings.ts'
import { readVersion } from '../../version.ts'

interface Options extends DatabaseOptions, EngineOptions, NameGenderOption {
  readonly port: number
  readonly host: string
  readonly name: readonly string[]
  readonly edit?: boolean
  readonly policy?: string
}

const DEFAULT_PORT = 4747
const LARGEST_PORT = 65_535
/** Articles that are named one by one when they were lost. */
const MOST_TOLD = 10

export function addServe(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('serve')
    .description(
      'show the database in the browser: search, articles with highlights, sources, who stays anonymous, SQL',
    )
    .addOption(databaseOption())
    .option('--port <n>', 'port to listen on; 0 for any that is free', wholeNumber(0, LARGEST_PORT), DEFAULT_PORT)
    .option('--host <address>', 'address to listen on; others than this machine need a token', '127.0.0.1')
    .option('--name <host>', 'another name that the site is reached by; may be given again', collect, [])
    .option('--edit', 'let articles be added, and claims be corrected, or added where one was missed')
    .option('--policy <file>', 'policy as YAML or JSON that findings are by; otherwise the one that ships with Hearsay')
    .addHelpText(
      'after',
      `
Only this machine can reach the site. With another --host it takes a token of 128 bits or more in HEARSAY_TOKEN, which
browsers ask for as a password (any user name will do) and programs send as "Authorization: Bearer TOKEN"; put a
proxy with TLS before it. The site shows the database as it is, while runs go on too; Ctrl-C ends it. With --edit the database
is made where there is none, in a folder that is there.

Its page for SQL reads Hearsay's tables and views, with a second for each query, and knows only functions that read
their arguments. On PostgreSQL it is switched off for a superuser and for whoever may more than read tables; a user that
may only read is made so (corrections also take GRANT INSERT ON correction, correction_link, voice_correction,
voice_correction_link TO reader, and INSERT, DELETE ON standing, standing_span, standing_search; articles can be added where the user may do what hearsay run does):
  CREATE ROLE reader LOGIN PASSWORD '...';
  GRANT USAGE ON SCHEMA public TO reader;
  GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader;
${examples({
  serve: 'the default database at http://127.0.0.1:4747/',
  'serve --db out/2026.db --port 0 --edit':
    'another database, any free port, where articles are added and claims corrected',
  'serve --db postgres://reader@db.example/news': 'a PostgreSQL, as a user that may only read',
  'serve --host 10.0.0.5 --name audit.example.org': 'for a newsroom, with HEARSAY_TOKEN set',
})}`,
    )
    .action((options: Options) => serve(options, surroundings))
  addEngineOptions(command).addOption(nameGenderOption())
}

async function serve(options: Options, surroundings: Surroundings): Promise<void> {
  const { db, port, host, name, edit = false, policy: file, rules } = options
  const { signal, release } = stopOnSignal(() => note(surroundings, 'Closing the site.'))
  try {
    const token = surroundings.environment.HEARSAY_TOKEN || null
    // Who may add articles begins with none.
    if (edit && !isPostgres(db) && !existsSync(db)) await (await openStore(db)).close()
    // Loaded only here: no other command needs the site, nor most of them what reads a policy.
    const { serveSite } = await import('../../../web/serve-site.ts')
    const { loadPolicy } = await import('../../../policy/load-policy.ts')
    const ruled = file === undefined ? ((await loadRules(rules, surroundings))?.policy ?? null) : null
    const policy = ruled ?? loadPolicy(file, surroundings.workingFolder)
    const intake = edit ? await loadIntake(options, surroundings) : null
    try {
      const site = await serveSite({
        path: db,
        host,
        port,
        names: name,
        token,
        isEditable: edit,
        intake,
        policy,
        version: readVersion(),
      })
      await printText(surroundings, [site.url])
      note(
        surroundings,
        `${nameOfDatabase(db)} is shown at that address${edit ? ', and can be added to and corrected there' : ''}; Ctrl-C ends it.`,
      )
      if (!signal.aborted) await new Promise(resolve => signal.addEventListener('abort', resolve, { once: true }))
      // What is in work is finished, or said to be lost, before nobody can be told.
      if (intake !== null) tellLost(await intake.close(), surroundings)
      await site.close()
    } finally {
      await intake?.close()
    }
  } finally {
    release()
  }
}

/** Loaded only here: it brings all that reads and analyses. */
async function loadIntake(
  { db, engine, rules, nameGender = true }: Options,
  surroundings: Surroundings,
): Promise<Intake> {
  const { openIntake } = await import('../../run/open-intake.ts')
  const limits = { threads: availableParallelism(), timeout: DEFAULT_TIMEOUT_MS, maxHeap: DEFAULT_HEAP_MB }
  return openIntake(db, { engine, nameGender, ...(rules === undefined ? {} : { rules }), ...limits }, surroundings)
}

function tellLost({ lost, waiting }: Awaited<ReturnType<Intake['close']>>, surroundings: Surroundings): void {
  for (const { title } of lost.slice(0, MOST_TOLD))
    note(
      surroundings,
      toVisibleLine(`“${title}” was not kept: the site was closed before it was analysed. Give it again.`),
    )
  if (lost.length > MOST_TOLD) note(surroundings, `${lost.length - MOST_TOLD} more were not kept.`)
  if (waiting > 0)
    note(
      surroundings,
      `${plural(waiting, 'article')} had been given and not kept; nothing of ${waiting === 1 ? 'it' : 'them'} was stored.`,
    )
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value]
}
