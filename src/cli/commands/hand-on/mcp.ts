import type { Command } from 'commander'
import { examples } from '../../help.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../../options/database-option.ts'
import { stopOnSignal } from '../../run/stop-on-signal.ts'
import { note, type Surroundings } from '../../surroundings.ts'
import { readVersion } from '../../version.ts'

export function addMcp(program: Command, surroundings: Surroundings): void {
  program
    .command('mcp')
    .description('let assistants search, read, explain and verify claims (Model Context Protocol)')
    .addOption(databaseOption())
    .addHelpText(
      'after',
      `
Speaks the Model Context Protocol on standard input and output, for a program that starts it; the database is only read.
Its tools are search, get, explain, verify, check_quotation and quotation; what they give has ids of claims, the words, and
the places where they stand in the text (counted in characters), so that an assistant can cite them. It ends when its standard input does.
${examples({
  mcp: 'what an assistant is told to start, for the default database',
  'mcp --db /srv/news/2026.db': 'for another one; give the whole path, for assistants start it anywhere',
})}`,
    )
    .action((options: DatabaseOptions) => serveAssistant(options, surroundings))
}

async function serveAssistant({ db }: DatabaseOptions, surroundings: Surroundings): Promise<void> {
  const say = (what: string) => note(surroundings, `hearsay: ${what}`)
  await withReader(db, async reader => {
    // Loaded only here: no other command needs the protocol.
    const { serveStdio } = await import('../../../mcp/serve-stdio.ts')
    const { signal, release } = stopOnSignal(() => {})
    try {
      await serveStdio({
        reader,
        version: readVersion(),
        input: surroundings.standardInput,
        output: surroundings.standardOutput,
        signal,
        onError: ({ message }) => say(`A message was not understood: ${message}`),
        onDefect: error => say(`a defect, please report it: ${error instanceof Error ? error.stack : String(error)}`),
      })
    } finally {
      release()
    }
  })
}
