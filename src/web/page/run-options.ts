import { number } from './words.ts'

/** An option of a run, for people. */
export interface OptionInWords {
  readonly name: string
  readonly value: string
}

type Say = (value: unknown) => string

const amount: Say = value => (typeof value === 'number' ? number(value) : inWords(value))
const seconds: Say = value => (typeof value === 'number' ? `${number(value / 1000)} s` : inWords(value))
const megabytes: Say = value => (typeof value === 'number' ? `${number(value / 1_000_000)} MB` : inWords(value))

const ENGINES: Readonly<Record<string, string>> = {
  encoder: 'rules and the encoder',
  linear: 'rules and the linear model',
  rules: 'rules alone',
}

const PURPOSES: Readonly<Record<string, string>> = {
  given: 'an article that was given on the site',
  retry: 'what had failed',
  upgrade: 'what older stages had analysed',
  watch: 'whatever comes into folders',
}

/** Options by their name in the configuration of a run; those that are not here are given under their own name. */
const KNOWN: Readonly<Record<string, readonly [name: string, say: Say]>> = {
  purpose: ['made for', value => PURPOSES[String(value)] ?? inWords(value)],
  rules: ['found by', value => (value === true ? 'rules alone' : 'rules and the learned model')],
  engine: ['found by', value => ENGINES[String(value)] ?? inWords(value)],
  rulesFile: ["the newsroom's rules", inWords],
  rulesDigest: ['digest of the rules', inWords],
  rulesSha256: ['SHA-256 of their file', inWords],
  runtime: ['ONNX Runtime', inWords],
  processor: ['processor', inWords],
  model: ['learned model', value => (value === null ? 'none' : inWords(value))],
  threads: ['threads', amount],
  timeoutMs: ['time for an article', seconds],
  heapMb: ['memory of a thread', value => `${amount(value)} MB`],
  format: ['format', value => (value === null ? 'told from each input' : inWords(value))],
  fields: ['fields', value => (isEmpty(value) ? 'known by their names' : inWords(value))],
  anyLanguage: ['languages', value => (value === true ? 'any' : 'English only')],
  whole: ['plain texts', value => (value === true ? 'kept whole' : 'without what stands around the article')],
  'limits.maxBytes': ['largest input', megabytes],
  'limits.maxPageBytes': ['largest page', megabytes],
  'limits.maxRatio': ['unpacks to at most', value => `${amount(value)} times its size`],
  'limits.maxEntries': ['entries of an archive', amount],
  'limits.maxElements': ['elements of a page', amount],
  'limits.maxDepth': ['depth of a page', value => `${amount(value)} levels`],
  'limits.timeoutMs': ['time to read an input', seconds],
}

/** What a run was told, in words. */
export function describeOptions(options: Readonly<Record<string, unknown>>): OptionInWords[] {
  return Object.entries(options).flatMap(([name, value]) =>
    name === 'limits' && isRecord(value)
      ? Object.entries(value).map(([limit, most]) => describeOption(`limits.${limit}`, most))
      : [describeOption(name, value)],
  )
}

function describeOption(key: string, value: unknown): OptionInWords {
  const [name, say] = KNOWN[key] ?? [separate(key), inWords]
  return { name, value: say(value) }
}

/** `maxPageBytes` as "max page bytes". */
function separate(name: string): string {
  return name.replace(/^limits\./, '').replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
}

function inWords(value: unknown): string {
  if (value === null || isEmpty(value)) return 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return number(value)
  if (Array.isArray(value)) return value.map(inWords).join(', ')
  if (isRecord(value))
    return Object.entries(value)
      .map(([name, one]) => `${name}: ${inWords(one)}`)
      .join(', ')
  return String(value)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
