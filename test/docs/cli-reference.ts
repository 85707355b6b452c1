import type { Command } from 'commander'

const INTRODUCTION = `# Command line

Generated from the program itself by \`npm run docs\`; change the help texts in \`src/cli/\`, not this page.
`

/** The reference of every command: what \`--help\` prints, as one Markdown page. */
export function renderCliReference(program: Command): string {
  const commands = program.commands.filter(command => command.name() !== 'help')
  return [
    INTRODUCTION,
    section('hearsay', program),
    ...commands.map(command => section(`hearsay ${command.name()}`, command)),
  ].join('\n')
}

/** The whole help of a command, the texts added after it included, at a fixed width and without colours. */
export function helpOf(command: Command): string {
  let help = ''
  command.configureOutput({
    writeOut: text => {
      help += text
    },
    getOutHelpWidth: () => 100,
    getOutHasColors: () => false,
  })
  command.outputHelp()
  return help.trimEnd()
}

function section(title: string, command: Command): string {
  return `## ${title}\n\n\`\`\`text\n${helpOf(command)}\n\`\`\`\n`
}
