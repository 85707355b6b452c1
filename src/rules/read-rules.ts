import { createHash } from 'node:crypto'
import type { KnownName, NewsroomRules, RuleExample } from '../domain/newsroom-rules.ts'
import { readBracketedText } from '../domain/text/bracketed-text.ts'
import type { Policy } from '../policy/policy.ts'
import { type LocatedYaml, parseYaml, readYaml } from '../policy/reading/located-yaml.ts'
import { checkRules } from '../policy/reading/read-policy.ts'
import { checkPhrase } from './check-phrase.ts'
import { MOST, RULES_FILE, type RulesFile } from './rules-file.ts'

/** Twenty thousand names with some aliases each. */
const MOST_CHARACTERS = 4_000_000

/** What a file of rules holds. */
export interface ReadRules {
  readonly rules: NewsroomRules
  /** What `check` holds articles against, or null where the file says nothing of it. */
  readonly policy: Policy | null
}

type Path = readonly (string | number)[]

/**
 * Reads a newsroom's rules from YAML, of which JSON is a part. Their examples are run by who creates an analyser with them.
 *
 * @param name of the file, for errors
 * @throws HearsayError (2) with line and column of the first thing that is wrong
 */
export function readRules(text: string, name: string): ReadRules {
  const yaml = readYaml(text, name, {
    what: 'rules file',
    hint: 'hearsay rules --print-rules shows one',
    code: 'rules-invalid',
    mostCharacters: MOST_CHARACTERS,
  })
  const file = parseYaml(yaml, RULES_FILE, 'the rules file')
  checkSizes(file, yaml)
  checkPhrases(file, yaml)
  const names = identify(file.names)
  checkIds(file, names, yaml)
  checkAliases(names, yaml)
  const rules = toRules(file, names)
  const examples = listExamples(file, names, yaml)
  if (examples.length > MOST.examples)
    yaml.refuse([], `it has more than ${MOST.examples} examples, and each start runs them`)
  if (file.policy !== undefined) checkRules(file.policy, yaml, ['policy'])
  return {
    rules: { digest: digestOf(rules), ...rules, examples, file: name },
    policy: file.policy === undefined ? null : { version: 1, rules: file.policy },
  }
}

/** Of all that can change what is found. */
function digestOf(rules: ReturnType<typeof toRules>): string {
  return createHash('sha256').update(JSON.stringify(rules)).digest('hex').slice(0, 12)
}

function toRules({ cues, words, sources }: RulesFile, names: readonly KnownName[]) {
  return {
    cues: cues.map(({ id, phrases, like, act = null, source = null, confidence = null, reason }) => {
      return { id, phrases, like: [like].flat(), act, source, confidence, reason }
    }),
    words: words.map(({ id, list, add, reason = '' }) => ({ id, list, phrases: add, reason })),
    names,
    sources: sources.map(({ id, says, anonymous, phrases, reason }) => {
      const usual =
        says === 'withheld' ? 'The words say that a name is withheld.' : 'The words say how the source knows.'
      return { id, says, anonymous, phrases, reason: reason ?? usual }
    }),
  }
}

function identify(names: RulesFile['names']): KnownName[] {
  return names.map(({ id, name, aliases, kind, gender = null, role = null, affiliation = null }, i) => ({
    id: id ?? idOfName(name, i),
    name,
    aliases,
    kind,
    gender,
    role,
    affiliation,
    reason: `The newsroom’s rules know the name: ${[name, ...aliases].slice(0, 5).join(', ')}.`,
  }))
}

/** "Jørn Ås-Quist" as `jorn-as-quist`; what has no Latin letters goes by its place. */
function idOfName(name: string, place: number): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60)
  return plain === '' ? `name-${place + 1}` : plain
}

function checkSizes({ cues, words, names }: RulesFile, { refuse }: LocatedYaml): void {
  const phrases = cues.reduce((sum, cue) => sum + cue.phrases.length, 0)
  if (phrases > MOST.phrases) refuse(['cues'], `there are ${phrases} cue phrases, and at most ${MOST.phrases} can be`)
  const listed = words.reduce((sum, { add }) => sum + add.length, 0)
  if (listed > MOST.listed) refuse(['words'], `there are ${listed} words of lists, and at most ${MOST.listed} can be`)
  const aliases = names.reduce((sum, one) => sum + 1 + one.aliases.length, 0)
  if (aliases > 2 * MOST.names)
    refuse(['names'], `there are ${aliases} names and aliases, and at most ${2 * MOST.names} can be`)
}

function checkPhrases({ cues, words, names, sources }: RulesFile, { refuse }: LocatedYaml): void {
  const checkAll = (phrases: readonly string[], path: Path, what: 'phrase' | 'word' | 'name') => {
    for (const [i, phrase] of phrases.entries()) {
      const problem = checkPhrase(phrase, what)
      if (problem !== null) refuse([...path, i], problem)
    }
  }
  for (const [i, { phrases }] of cues.entries()) checkAll(phrases, ['cues', i, 'phrases'], 'phrase')
  for (const [i, { add }] of words.entries()) checkAll(add, ['words', i, 'add'], 'word')
  for (const [i, { phrases }] of sources.entries()) checkAll(phrases, ['sources', i, 'phrases'], 'phrase')
  for (const [i, { name, aliases }] of names.entries()) {
    const problem = checkPhrase(name, 'name')
    if (problem !== null) refuse(['names', i, 'name'], problem)
    checkAll(aliases, ['names', i, 'aliases'], 'name')
  }
}

function checkIds({ cues, words, sources }: RulesFile, names: readonly KnownName[], { refuse }: LocatedYaml): void {
  const seen = new Set<string>()
  const all = { cues, words, names, sources }
  for (const [kind, rules] of Object.entries(all))
    rules.forEach(({ id }, i) => {
      if (seen.has(id)) refuse([kind, i, kind === 'names' ? 'name' : 'id'], `two rules have the id "${id}"`)
      seen.add(id)
    })
}

/** Words for two would be a toss-up. */
function checkAliases(names: readonly KnownName[], { refuse }: LocatedYaml): void {
  const bearers = new Map<string, KnownName>()
  names.forEach((known, i) => {
    const own = [known.name, ...known.aliases]
    own.forEach((words, place) => {
      const key = words.replace(/^the /i, '').replaceAll('’', "'").replaceAll(/\s+/g, ' ')
      const other = bearers.get(key)
      const path = ['names', i, ...(place === 0 ? ['name'] : ['aliases', place - 1])]
      if (other !== undefined && other !== known) refuse(path, `“${words}” is a name of ${other.name} too`)
      bearers.set(key, known)
    })
  })
}

function listExamples(file: RulesFile, names: readonly KnownName[], yaml: LocatedYaml): RuleExample[] {
  const found: RuleExample[] = []
  for (const kind of ['cues', 'words', 'names', 'sources'] as const)
    file[kind].forEach((rule, i) => {
      const { examples } = rule
      const id = kind === 'names' ? (names[i] as KnownName).id : (rule.id as string)
      for (const is of ['yes', 'no'] as const)
        (examples?.[is] ?? []).forEach((text, place) => {
          const path = [kind, i, 'examples', is, place]
          const problem = problemOf(text, is, kind === 'cues')
          if (problem !== null) yaml.refuse(path, problem)
          found.push({ rule: id, is, text, line: yaml.lineOf(path) })
        })
    })
  return found
}

/** What is wrong with how an example is marked, or null. */
function problemOf(text: string, is: 'yes' | 'no', isCue: boolean): string | null {
  const read = readBracketedText(text)
  if (read === null)
    return 'brackets of an example are [source …], [cue …], [content …] and [addressee …], none in another'
  const marked = Object.keys(read.spans)
  if (is === 'no') return marked.length === 0 ? null : 'an example in which nothing is to be found has no brackets'
  const least = isCue ? 'cue' : 'source'
  return marked.includes(least) ? null : `an example marks what is to be found, at least the ${least}`
}
