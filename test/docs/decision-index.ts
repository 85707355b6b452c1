import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Where decisions stand, a file each. */
export const DECISIONS = 'docs/decisions'

export interface Decision {
  readonly number: number
  readonly file: string
  readonly title: string
  /** YYYY-MM-DD. */
  readonly date: string
  /** `stands`, `replaced by 21`, or `partly replaced by 17, 43`. */
  readonly status: string
}

/** `# 12. Readers`, an empty line, `2026-11-22 · stands`. */
const HEAD = /^# (?<number>\d+)\. (?<title>[^\n]+)\n\n(?<date>\d{4}-\d\d-\d\d) · (?<status>[^\n]+)\n\n/

/** All decisions by their numbers; throws where a file does not begin as one does. */
export function readDecisions(root: string): Decision[] {
  return globSync(`${DECISIONS}/*.md`, { cwd: root })
    .filter(path => basename(path) !== 'README.md')
    .toSorted()
    .map(path => {
      const head = HEAD.exec(readFileSync(join(root, path), 'utf8'))?.groups
      if (head === undefined) throw new Error(`${path} does not begin with "# N. Title" and "YYYY-MM-DD · stands".`)
      const { number, title, date, status } = head as Record<'number' | 'title' | 'date' | 'status', string>
      return { number: Number(number), file: basename(path), title, date, status }
    })
}

export function renderDecisionIndex(decisions: readonly Decision[]): string {
  const rows = decisions.map(
    ({ number, file, title, date, status }) => `| ${number} | ${date} | [${title}](${file}) | ${status} |`,
  )
  return [
    '# Decisions',
    '',
    'What was decided and why, oldest first: context, decision, what was measured, consequences. A decision is dated and not rewritten: one that',
    'changes gets a new file, and the old one says which replaces it, or a part of it. `npm run docs` makes this list.',
    '',
    '| | Date | Decision | Status |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
