/** ` <!-- example --> `, a `console` block whose `$` lines are commands, ` <!-- /example --> `. */
const EXAMPLE = /(<!-- example -->\n```console\n)([\s\S]*?)(\n```\n<!-- \/example -->)/g

/**
 * Fills every example of a document with what its commands really print.
 *
 * In an example the lines that start with `$ ` are kept and run in order; everything else is output and is replaced.
 *
 * @param run gives the output of one command
 */
export async function fillExamples(document: string, run: (command: string) => Promise<string>): Promise<string> {
  const parts: string[] = []
  let done = 0
  for (const { index, 0: whole, 1: opening = '', 2: body = '', 3: closing = '' } of document.matchAll(EXAMPLE)) {
    const shown: string[] = []
    for (const command of commandsOf(body)) {
      const output = await run(command.replaceAll(/\\\n\s*/g, ''))
      shown.push(`$ ${command}${output === '' ? '' : `\n${output}`}`)
    }
    parts.push(document.slice(done, index), opening, shown.join('\n\n'), closing)
    done = index + whole.length
  }
  return [...parts, document.slice(done)].join('')
}

/** The commands of one example, continuation lines included. */
function commandsOf(body: string): string[] {
  return [...body.matchAll(/^\$ ((?:.*\\\n)*.*)$/gm)].map(match => match[1] as string)
}
