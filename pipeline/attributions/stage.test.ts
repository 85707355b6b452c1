import { describe, expect, it } from 'vitest'
import type { LayerName } from '../../src/domain/layers.ts'
import { articleWith } from '../../test/support/article.ts'
import { arrangeStages } from '../stages.ts'
import type { Engine, Reader } from './engine.ts'
import type { ProposedAttribution } from './found.ts'
import { rulesEngine } from './rules/engine.ts'

const TEXT = 'The mayor whispered that critics claim the bridge is unsafe. Ann Quill said it rained.'

/** An attribution by the words of its parts. */
function propose(source: string, cue: string, content: string, confidence = 0.9): ProposedAttribution {
  const spanOf = (words: string) => {
    const start = TEXT.indexOf(words)
    return { start, end: start + words.length }
  }
  return {
    cue: [spanOf(cue)],
    cueLemma: cue,
    source: [spanOf(source)],
    content: [spanOf(content)],
    confidence,
    evidence: [{ stage: 'attributions', version: 1, rule: 'model:made-up', detail: {} }],
  }
}

const WHISPER = propose('The mayor', 'whispered', 'that critics claim the bridge is unsafe')
const CLAIM = propose('critics', 'claim', 'the bridge is unsafe')

/** An engine that finds what it is told to. */
function madeUp(found: readonly ProposedAttribution[], reader: Partial<Reader<never>> = {}): Engine<never> {
  const trust = {
    leastAlone: 0.5,
    leastWithRule: 0.4,
    sureEnough: 0.8,
    sureEnoughNested: 0.4,
    passedOver: 0.5,
    doubt: { leastDoubtful: 0.6, leastNaming: 0.8 },
  }
  const propose = () => ({ attributions: found, candidates: [] })
  return { name: 'made-up', version: 7, model: 'abc', reader: { needs: [], trust, propose, ...reader } }
}

async function run<Needs extends LayerName>(engine: Engine<Needs>) {
  const { attributions } = (await arrangeStages(engine).run(articleWith(TEXT))).attributions
  return attributions.map(({ cue: [cue], parent, act, evidence }) => ({
    cue: TEXT.slice(cue?.start, cue?.end),
    parent,
    act,
    rules: evidence.map(({ rule }) => rule),
  }))
}

describe('an engine that nobody knew before', () => {
  it('has its attributions settled: acts are given, and parents once all are found', async () => {
    const found = await run(madeUp([CLAIM, WHISPER]))
    const [whispered, claim] = [found.find(({ cue }) => cue === 'whispered'), found.find(({ cue }) => cue === 'claim')]
    expect(whispered).toMatchObject({ parent: null, rules: expect.arrayContaining(['model:made-up']) })
    expect(claim?.parent).toBe(found.indexOf(whispered as (typeof found)[number]))
    expect(found.every(({ act }) => act !== undefined)).toBe(true)
  })

  it('may be waited for', async () => {
    const propose = async () => ({ attributions: [WHISPER], candidates: [] })
    expect(await run(madeUp([], { propose }))).toEqual(await run(madeUp([WHISPER])))
  })

  it('hears what the rules found', async () => {
    let heard: readonly string[] = []
    const propose: Reader<never>['propose'] = (_, ruled) => {
      heard = ruled.map(({ cueLemma }) => cueLemma)
      return { attributions: [], candidates: [] }
    }
    await run(madeUp([], { propose }))
    expect(heard).toContain('say')
  })

  it('is told apart by its name, version and model', () => {
    const stage = arrangeStages(madeUp([])).list.find(({ name }) => name === 'attributions')
    expect(stage).toEqual({ name: 'attributions', version: 7, engine: 'made-up', model: 'abc' })
    const rules = arrangeStages(rulesEngine).list.find(({ name }) => name === 'attributions')
    expect({ ...rules }).toEqual({
      name: 'attributions',
      version: rulesEngine.version,
      engine: 'rules',
      model: undefined,
    })
  })

  it('has the layers that it reads, and no others are made', () => {
    const namesOf = <Needs extends LayerName>(engine: Engine<Needs>) =>
      arrangeStages(engine).list.map(({ name }) => name)
    expect(namesOf(madeUp([]))).not.toContain('encoding')
    expect(() => arrangeStages(madeUp([], { needs: ['claims' as never] }))).toThrow(/attributions needs claims/)
  })

  it('is joined by what the form of a paragraph tells, like every engine', async () => {
    const text = `Readers wrote to us in May.\n\n“The ferry never came.” — Ines Marsh\n\n${TEXT}`
    for (const engine of [madeUp([]), rulesEngine]) {
      const { attributions } = (await arrangeStages(engine).run(articleWith(text))).attributions
      const signed = attributions.filter(({ evidence }) => evidence[0]?.rule === 'signed-quotation')
      expect(signed.map(({ source: [who] }) => text.slice(who?.start, who?.end))).toEqual(['Ines Marsh'])
    }
  })
})
