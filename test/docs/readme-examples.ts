/** ` <!-- example --> `, a `console` block whose `$` lines are commands, ` <!-- /example --> `. */
const EXAMPLE = /(<!-- example -->\n```console\n)([\s\S]*?)(\n```\n<!-- \/example -->)/g

/**
 * Fills every example of a document with what its commands really print.
 *
 * In an example the lines that start with `$ ` are kept and run in order; everything else is output and is replaced.
 *
 * @param run gives the output of one command
 */
export function fillExamples(document: string, run: (command: string) => string): string {
  return document.replaceAll(EXAMPLE, (_, opening: string, body: string, closing: string) => {
    const shown = commandsOf(body).map(command => {
      const output = run(command.replaceAll(/\\\n\s*/g, ''))
      return `$ ${command}${output === '' ? '' : `\n${output}`}`
    })
    return opening + shown.join('\n\n') + closing
  })
}

/** The commands of one example, continuation lines included. */
function commandsOf(body: string): string[] {
  return [...body.matchAll(/^\$ ((?:.*\\\n)*.*)$/gm)].map(match => match[1] as string)
}
