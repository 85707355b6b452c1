import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** Something in a document that is set apart as code. */
export interface Fence {
  /** Of the document, relative to the checkout. */
  readonly page: string
  /** `sh`, `console`, `sql` … */
  readonly language: string
  readonly text: string
  /** Whether `npm run docs` runs it and puts what it prints there. */
  readonly isFilled: boolean
}

/** Pages that users and contributors read. */
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/*.md',
  'docs/how-to/*.md',
  'docs/explanation/*.md',
  'docs/reference/*.md',
]

/** Every fence of every page, but for what is generated from comments and help texts. */
export function readFences(): Fence[] {
  return globSync(PAGES, { cwd: root })
    .toSorted()
    .flatMap(page => fencesOf(page, readFileSync(join(root, page), 'utf8')))
}

function fencesOf(page: string, document: string): Fence[] {
  return [...document.matchAll(/^(<!-- example -->\n)?```(\w+)\n([\s\S]*?)^```$/gm)].map(
    ([, marker, language = '', text = '']) => ({ page, language, text, isFilled: marker !== undefined }),
  )
}

/** The fences of one page in one language. */
export function fencesIn(page: string, language: string): string[] {
  return readFences()
    .filter(fence => fence.page === page && fence.language === language)
    .map(({ text }) => text)
}

/** Each command of the shell in a fence: without comments, lines that go on joined. */
export function commandsIn(text: string): string[] {
  return text
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .map(line => line.replace(/(^|\s)#\s.*$/, '').trim())
    .filter(line => line !== '')
}

/** What is given to `hearsay` each time that a line calls it. */
export function callsOfHearsay(line: string): string[][] {
  return partsOf(line).flatMap(words => {
    const at = words[0] === 'npx' ? 1 : 0
    return words[at] === 'hearsay' ? [words.slice(at + 1)] : []
  })
}

/** The words of a command without pipes and the like. */
export function wordsOf(command: string): string[] {
  return partsOf(command)[0] ?? []
}

/** A line cut at pipes and the like, each part as words, what is redirected left out. */
function partsOf(line: string): string[][] {
  const parts: string[][] = [[]]
  for (const [, operator, double, single, bare] of line.matchAll(
    /([|&;]+|\d?>+\s*\S+|<\s*\S+)|"((?:[^"\\]|\\.)*)"|'([^']*)'|((?:[^\s"'|&;<>]|(?<=\S)["'])+)/g,
  )) {
    const word = double ?? single ?? bare
    if (word !== undefined) parts.at(-1)?.push(word)
    else if (/^[|&;]/.test(operator ?? '')) parts.push([])
  }
  return parts
}
