/** What evidence holds besides its reason, in words: a line each. Text is as stored, not yet made visible. */
export function describeDetail(detail: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(detail).map(([name, value]) => (WORDS[name] ?? inFigures)(value, name))
}

type Describe = (value: unknown, name: string) => string

/** Those that hold more than a figure. */
const WORDS: Readonly<Record<string, Describe>> = {
  decides: value => `It decides ${inList(listOf(value).map(String))}.`,
  runnersUp: value => `Next best: ${listOf(value).map(describeRival).join('; ')}.`,
  goesOnFrom: value => `It goes on from claim ${String(value)}.`,
  rules: digest => `It is a rule of the newsroom's own, of the file with the digest ${String(digest)}.`,
  known: name => `It knows the words for ${String(name)}.`,
  nested: () => 'It stands in the content of another claim.',
}

function describeRival(rival: unknown): string {
  if (!isRival(rival)) return JSON.stringify(rival)
  return `${rival.name} (${rival.score})`
}

function isRival(rival: unknown): rival is { readonly name: string; readonly score: number } {
  return typeof rival === 'object' && rival !== null && 'name' in rival && 'score' in rival
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

function inList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

const inFigures: Describe = (value, name) => {
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  return `${name} ${isPlain ? String(value) : JSON.stringify(value)}`
}
