import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SOURCE_TYPES, VOICE_FUNCTIONS } from '../../../src/domain/voice-labels.ts'
import { createTextArticle } from '../../../src/read/article/create-text-article.ts'
import { proofSize } from '../../../test/support/proof-size.ts'
import { rulesEngine } from '../../attributions/rules/engine.ts'
import { arrangeStages } from '../../stages.ts'
import { phraseKey } from './phrase-words.ts'
import { typeOfName } from './type-lexicon.ts'

const folder = join(import.meta.dirname, '../lexicon')
const linesOf = (path: string) => readFileSync(join(folder, path), 'utf8').trimEnd().split('\n')
const listsOf = (kind: string) => globSync(`${kind}/*.txt`, { cwd: folder }).toSorted()

describe('the lists of types', () => {
  it.each(['role', 'body', 'person'])('give a phrase one type: %s', kind => {
    const seen = new Map<string, string>()
    const twice: string[] = []
    for (const path of listsOf(kind))
      for (const line of linesOf(path)) {
        const key = phraseKey(line)
        const other = seen.get(key)
        if (other !== undefined && other !== path) twice.push(`${line}: ${other}, ${path}`)
        seen.set(key, path)
      }
    expect(twice).toEqual([])
  })

  it('are of types that there are', () => {
    const types = ['role', 'body', 'person'].flatMap(listsOf).map(path => basename(path, '.txt'))
    expect(types.filter(type => !SOURCE_TYPES.some(one => one === type))).toEqual([])
    const tabbed = ['open-role', 'surname', 'who-verb'].flatMap(name => linesOf(`${name}.txt`))
    expect(
      tabbed.filter(line => !SOURCE_TYPES.some(type => line.endsWith(`\t${type}`)) && !line.endsWith('\t-')),
    ).toEqual([])
  })

  it('know people by their names, with initials or without, and a few by surname', () => {
    expect(typeOfName('Angela Q. Merkel')?.type).toBe('politician')
    expect(typeOfName('Merkel')).toEqual({ type: 'politician', isSurname: true })
    expect(typeOfName('Ada Quom')).toBeNull()
  })
})

describe('whatever the words', () => {
  const words = [...listsOf('role'), ...listsOf('body')].flatMap(path => linesOf(path).filter((_, i) => i % 20 === 0))
  const anyPhrase = fc
    .array(
      fc.oneof(
        fc.constantFrom(...words),
        fc.constantFrom(
          'of',
          'the',
          'Ada Quom',
          ',',
          'who',
          '’s',
          '-',
          '(',
          ')',
          'and',
          '54 percent of',
          'said',
          '12',
          '“',
          '🦊',
          'former',
          '\n\n',
        ),
      ),
      { minLength: 1, maxLength: 14 },
    )
    .map(some => some.join(' '))
  const stages = arrangeStages(rulesEngine)

  it('every judgement is a label, its evidence stands in the text, and unknown has no confidence', async () => {
    await fc.assert(
      fc.asyncProperty(anyPhrase, fc.boolean(), async (phrase, before) => {
        const article = createTextArticle(
          before ? `${phrase} Ada Quom said it rained.` : `Ada Quom, ${phrase}, said it rained. They said no.`,
        )
        const { text } = article
        for (const { type, function: use, evidence } of (await stages.run(article)).voices.voices) {
          expect(SOURCE_TYPES).toContain(type.value)
          expect(VOICE_FUNCTIONS).toContain(use.value)
          for (const { value, confidence } of [type, use]) {
            expect(confidence > 0 && confidence <= 1).toBe(value !== 'unknown')
            if (value !== 'unknown') expect(evidence.some(one => one.value === value)).toBe(true)
          }
          for (const { span, reason } of evidence) {
            expect(reason).not.toBe('')
            if (span === null) continue
            expect(span.start).toBeLessThan(span.end)
            expect(text.slice(span.start, span.end).trim()).toBe(text.slice(span.start, span.end))
          }
        }
      }),
      { numRuns: proofSize(40, 3000) },
    )
  })
})
