import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import type { NewsroomRules } from '../../src/domain/newsroom-rules.ts'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { readExampleRules } from '../../src/rules/example-rules.ts'
import { readRules } from '../../src/rules/read-rules.ts'
import type { Analyser } from '../../src/run/analyser.ts'
import { ENGINES } from '../../src/run/engines.ts'
import { loadAnalyser } from '../../src/run/open-analysis.ts'
import { articleWith } from '../support/article.ts'

const corpus = (name: string) => readFileSync(join(import.meta.dirname, '../../corpus', `${name}.txt`), 'utf8')
const CORPUS_RULES = readFileSync(join(import.meta.dirname, 'corpus-rules.yaml'), 'utf8')
const rulesOf = (text: string, name = 'rules.yaml'): NewsroomRules => readRules(text, name).rules
const fileOf = (rules: object) => stringify({ version: 1, ...rules })

/** Claims as one can read them: spans by role, who says it, and the newsroom's rules that had a part. */
function claimsOf({ claims, sources }: ArticleRecord) {
  return claims.map(({ spans, act, sourceId, evidence }) => {
    const source = sources.find(({ id }) => id === sourceId)
    const words = (wanted: string) => spans.flatMap(({ role, text }) => (role === wanted ? [text] : [])).join(' … ')
    const by = [...evidence, ...(source?.evidence ?? [])].flatMap(({ rule }) =>
      rule.startsWith('rules:') ? [rule] : [],
    )
    return {
      source: words('source'),
      cue: words('cue'),
      content: words('content'),
      act,
      naming: source?.naming ?? 'unstated',
      name: source?.name?.value ?? null,
      role: source?.role?.value ?? null,
      affiliation: source?.affiliation?.value ?? null,
      by,
    }
  })
}

async function analyse(analyser: Analyser, text: string) {
  return claimsOf(await analyser.analyseArticle(articleWith(text)))
}

describe.each(ENGINES)('a newsroom’s rules beside the engine %s', engine => {
  it('hold what their examples say, those that ship and those of the corpus', async () => {
    await loadAnalyser(engine, { rules: rulesOf(readExampleRules()) })
    await loadAnalyser(engine, { rules: rulesOf(CORPUS_RULES) })
  })

  it('find what phrases of theirs attribute, whatever the engine makes of the words', async () => {
    const analyser = await loadAnalyser(engine, { rules: rulesOf(readExampleRules()) })
    const [claim, ...others] = await analyse(
      analyser,
      'The bridge in Orrin was built in 1974. Minister Karl Haas takes to X to claim that it has been safe ever since.',
    )
    expect(others).toEqual([])
    expect(claim).toMatchObject({
      source: 'Minister Karl Haas',
      cue: 'takes to X to claim',
      content: 'that it has been safe ever since',
      act: 'statement',
      name: 'Karl Haas',
      by: ['rules:took-to-x'],
    })
  })

  it('give aliases their name, role and affiliation, and pronouns behind them', async () => {
    const analyser = await loadAnalyser(engine, { rules: rulesOf(readExampleRules()) })
    const text =
      'AKK said the budget was late. She added that it would pass. Ann Kramp denied it. The Mayor of Orrin said it rained.'
    const claims = await analyse(analyser, text)
    expect(claims.map(({ source, name }) => [source, name])).toEqual([
      ['AKK', 'Annegret Kramp-Karrenbauer'],
      ['She', 'Annegret Kramp-Karrenbauer'],
      ['Ann Kramp', 'Ann Kramp'],
      ['The Mayor of Orrin', 'Ida Marsh'],
    ])
    expect(claims[1]).toMatchObject({
      role: 'former defence minister',
      affiliation: 'CDU',
      by: ['rules:annegret-kramp-karrenbauer'],
    })
    expect(claims[3]).toMatchObject({ role: 'mayor', affiliation: 'Orrin', by: ['rules:mayor-of-orrin'] })
  })

  it('change of the corpus what they are about', async () => {
    const [plain, own] = [await loadAnalyser(engine), await loadAnalyser(engine, { rules: rulesOf(CORPUS_RULES) })]
    const text = corpus('blackout-posts')
    const [before, after] = [await analyse(plain, text), await analyse(own, text)]
    const engineer = (claims: typeof after) =>
      claims.filter(({ source }) => source.startsWith('An engineer at the Lugogo'))
    expect(new Set(engineer(before).map(({ naming }) => naming))).toEqual(new Set(['unnamed']))
    expect(new Set(engineer(after).map(({ naming }) => naming))).toEqual(new Set(['anonymous']))
    expect(after.filter(({ source }) => source === 'the power company').map(({ name }) => name)).not.toContain(null)
    const untouched = (claims: typeof after) =>
      claims.filter(({ name }) => name === 'Patra Kisakye' || name === 'Irene Kobusingye')
    expect(untouched(after)).toEqual(untouched(before))
  })
})

describe('rules beside others', () => {
  const AKK = { id: 'akk', name: 'Annegret Kramp-Karrenbauer', aliases: ['AKK'], kind: 'person' }
  const HOUSE = { id: 'house', name: 'A Keen Knitter', aliases: ['AKK'], kind: 'organisation' }
  const TEXT = 'AKK said the budget was late, and the union denied it.'

  it('of two analysers in one process never touch one another, nor one without any', async () => {
    const plain = await loadAnalyser('linear')
    const [one, other] = await Promise.all(
      [AKK, HOUSE].map(name => loadAnalyser('linear', { rules: rulesOf(fileOf({ names: [name] })) })),
    )
    const nameBy = async (analyser: Analyser | undefined) => (await analyse(analyser as Analyser, TEXT))[0]?.name
    const alone = await nameBy(plain)
    const rounds = await Promise.all([one, other, plain, other, one, plain].map(nameBy))
    expect(rounds).toEqual([AKK.name, HOUSE.name, alone, HOUSE.name, AKK.name, alone])
  })

  it('say in the stages who they are, so that articles of others are stale', async () => {
    const plain = await loadAnalyser('rules')
    const own = await loadAnalyser('rules', { rules: rulesOf(fileOf({ names: [AKK] })) })
    const other = await loadAnalyser('rules', { rules: rulesOf(fileOf({ names: [HOUSE] })) })
    expect(own.STAGES.map(({ name, version }) => [name, version])).toEqual(
      plain.STAGES.map(({ name, version }) => [name, version]),
    )
    expect(own.STAGES[0]).toMatchObject({
      name: 'tokens',
      engine: 'newsroom',
      model: rulesOf(fileOf({ names: [AKK] })).digest,
    })
    expect(new Set([plain, own, other].map(({ STAGES }) => STAGES[0]?.model)).size).toBe(3)
  })

  it('that are none change nothing', async () => {
    const [plain, none] = [await loadAnalyser('linear'), await loadAnalyser('linear', { rules: rulesOf('version: 1') })]
    for (const name of ['blackout-posts', 'hurricane-odessa-landfall', 'surgeon-negligence-trial']) {
      const [before, after] = await Promise.all([plain, none].map(one => one.analyseArticle(articleWith(corpus(name)))))
      expect({ ...after, stages: [] }).toEqual({ ...before, stages: [] })
    }
  })
})

describe('an example that does not come out', () => {
  const cue = (yes: string, no: string) =>
    fileOf({
      cues: [
        {
          id: 'took',
          phrases: ['took to X to say'],
          like: 'that-clause',
          reason: 'So.',
          examples: { yes: [yes], no: [no] },
        },
      ],
    })
  const YES = '[source She] [cue took to X to say] [content that it rained].'

  it.each([
    [
      'finds something else',
      cue('[source She] [cue took to X] to say [content that it rained].', 'She left.'),
      'line 10: the rule took finds “[source She] [cue took to X to say] [content that it rained].” instead of what is marked in its example “[source She]',
    ],
    [
      'finds nothing',
      cue('[source It] [cue rained] [content today].', 'She left.'),
      'line 10: the rule took finds nothing (no claim is found) in its example',
    ],
    [
      'finds what another found',
      cue('[source She] [cue said] [content that it rained].', 'She left.'),
      'the rule took finds nothing (without took, “[source She] [cue said] [content that it rained].” is found)',
    ],
    [
      'finds what it must not',
      cue(YES, 'She took to X to say that it rained.'),
      'line 12: the rule took finds what it must not, “[source She] [cue took to X to say] [content that it rained].”, in its example',
    ],
  ])('stops the start where a rule %s', async (_, text, sentence) => {
    const refused = loadAnalyser('rules', { rules: rulesOf(text, 'desk.yaml') })
    await expect(refused).rejects.toMatchObject({ name: 'HearsayError', exitCode: 2 })
    await expect(refused).rejects.toThrow(`desk.yaml, `)
    await expect(refused).rejects.toThrow(sentence)
  })

  it('is the first in the order of the file’s parts', async () => {
    const wrong = (id: string) => ({
      id,
      phrases: [`took to ${id} to say`],
      like: 'that-clause',
      reason: 'So.',
      examples: { yes: ['[cue took] it.'], no: ['x'] },
    })
    await expect(loadAnalyser('rules', { rules: rulesOf(fileOf({ cues: [wrong('b'), wrong('a')] })) })).rejects.toThrow(
      'the rule b finds nothing',
    )
  })
})
