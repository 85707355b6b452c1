/** The examples that end every help text: what they do, and the command line. */
export function examples(lines: Readonly<Record<string, string>>): string {
  const entries = Object.entries(lines).map(([command, purpose]) => `  $ hearsay ${command}\n      ${purpose}`)
  return `\nExamples:\n${entries.join('\n')}`
}
