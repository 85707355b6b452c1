import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { MIGRATIONS as POSTGRES } from '../../src/store/postgres/migrations/all-migrations.ts'
import { MIGRATIONS as SQLITE } from '../../src/store/sqlite/migrations/all-migrations.ts'

/** Of one file: its text as it is as it should be. */
type Edit = (text: string) => string

/** One more migration at the end of a store's list. */
const migrated = ({ length }: readonly unknown[], type: string): Edit => {
  return text =>
    replace(
      text,
      ',\n]\n',
      `,
  {
    number: ${length + 1},
    name: 'source-mood',
    since: '99.0.0',
    sql: \`
ALTER TABLE source ADD COLUMN mood ${type};
ALTER TABLE source ADD COLUMN mood_start INTEGER;
ALTER TABLE source ADD COLUMN mood_end INTEGER
  CHECK ((mood_start IS NULL) = (mood_end IS NULL) AND (mood_start IS NULL OR (mood IS NOT NULL AND 0 <= mood_start AND mood_start <= mood_end)));
\`,
  },
]
`,
    )
}

/**
 * All that a stranger has to write for one more field of sources, which tells the mood that their words give: "an angry
 * neighbour". CONTRIBUTING.md has the same in words.
 */
export const EDITS: Readonly<Record<string, Edit>> = {
  'src/domain/source-fields.ts': text =>
    replace(
      replace(
        text,
        '}\n\ninterface SourceField<',
        '  readonly mood: Grounded<string> | null\n}\n\ninterface SourceField<',
      ),
      '} as const satisfies {',
      "  mood: { column: 'mood', holds: 'text', gloss: 'In which mood they are.', isExported: true },\n} as const satisfies {",
    ),
  'pipeline/sources/finish-source.ts': text =>
    `${replace(text, '    antecedent: draft', '    mood: moodOf(text, draft),\n    antecedent: draft')}
function moodOf(text: string, { spans }: DraftSource): Grounded<string> | null {
  for (const { start, end } of spans) {
    const match = /\\b(?:angry|weary)\\b/.exec(text.slice(start, end))
    if (match === null) continue
    const from = start + match.index
    return { value: match[0], span: { start: from, end: from + match[0].length } }
  }
  return null
}
`,
  'src/store/sqlite/migrations/all-migrations.ts': migrated(SQLITE, 'TEXT'),
  'src/store/postgres/migrations/all-migrations.ts': migrated(POSTGRES, 'TEXT COLLATE "C"'),
  'pipeline/sources/stage.ts': text =>
    text.replace(/version: (\d+)/, (_, version: string) => `version: ${Number(version) + 1}`),
}

const FOLDERS = ['pipeline', 'src']
const FILES = ['package.json', 'tsconfig.json']

/** A copy of the checkout's code, which shares the files that nobody edits, with some of the edits made. */
export function copyCheckout(root: string, folder: string, paths: readonly string[]): void {
  for (const name of FOLDERS) linkFiles(join(root, name), join(folder, name))
  for (const name of FILES) linkFile(join(root, name), join(folder, name))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  edit(folder, paths)
}

export function edit(folder: string, paths: readonly string[]): void {
  for (const path of paths) {
    const file = join(folder, path)
    const edited = (EDITS[path] as Edit)(readFileSync(file, 'utf8'))
    // Never through the link, into the checkout itself.
    rmSync(file)
    writeFileSync(file, edited)
  }
}

function linkFiles(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) linkFiles(source, target)
    else if (!entry.name.endsWith('.test.ts')) linkFile(source, target)
  }
}

function linkFile(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    // On another disk.
    copyFileSync(from, to)
  }
}

function replace(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`there is no ${JSON.stringify(from)} to put something in the place of`)
  return text.replace(from, () => to)
}
