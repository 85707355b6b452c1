import { describe, expect, it } from 'vitest'
import { articleWith } from '../../../test/support/article.ts'
import { arrangeStages } from '../../stages.ts'
import { rulesEngine } from '../rules/engine.ts'

async function read(text: string) {
  const { attributions, candidates } = (await arrangeStages(rulesEngine).run(articleWith(text))).attributions
  const words = (spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => text.slice(start, end)).join(' … ')
  return {
    candidates,
    found: attributions.map(({ source, cue, content, goesOnFrom, evidence, confidence }) => ({
      source: words(source),
      cue: words(cue),
      content: words(content),
      rule: evidence.at(-1)?.rule,
      goesOnFrom,
      confidence,
    })),
  }
}

describe('quotations without a claim', () => {
  it.each([
    ['a title', 'She is reading “The Long Road Home” again.', 'quotation-title'],
    ['a scare quote', 'The so-called “free lunch” cost ten dollars.', 'quotation-scare'],
    [
      'speech inside a sentence',
      'Doors close if guests “do not leave the hall at once when it rains”.',
      'quotation-speech',
    ],
  ])('keeps %s as a candidate with the reason', async (_, text, rule) => {
    const { found, candidates } = await read(text)
    expect(found).toEqual([])
    expect(candidates.map(candidate => candidate.rule)).toEqual([rule])
    expect(candidates[0]?.reason).not.toBe('')
  })

  it('holds words: a pair of marks without any is nobody’s', async () => {
    const { found } = await read('„“It was over by then”, Ann Lee declined to comment ?“”. ')
    expect(found.map(({ cue }) => cue)).toEqual(['declined to comment'])
  })

  it('is no candidate once something owns it', async () => {
    const { candidates } = await read('“We lost,” said Ann Lee.')
    expect(candidates).toEqual([])
  })
})

it('goes on from the claim before, by its cue and with less confidence', async () => {
  const [said, more] = (await read('It rained.\n\n“We lost,” said Ann Lee.\n\n“We will be back next year.”')).found
  expect(more).toMatchObject({
    source: 'Ann Lee',
    cue: 'said',
    content: '“We will be back next year.”',
    rule: 'quotation-goes-on-paragraph',
    goesOnFrom: 0,
  })
  expect(more?.confidence).toBeLessThan(said?.confidence ?? 0)
})

it('goes on over several paragraphs, each from the one before', async () => {
  const { found } = await read('It rained.\n\n“We lost,” said Ann Lee.\n\n“We left.” “We did.”\n\n“Nobody stayed.”')
  expect(found.map(({ source, goesOnFrom }) => [source, goesOnFrom])).toEqual([
    ['Ann Lee', undefined],
    ['Ann Lee', 0],
    ['Ann Lee', 1],
    ['Ann Lee', 2],
  ])
})

it('has the mark for a cue where no word says that somebody speaks', async () => {
  const { found } = await read('The plan was dropped in May. “It was never going to work.”')
  expect(found).toMatchObject([
    { source: '', cue: '“', content: 'It was never going to work.', rule: 'quotation-unstated' },
  ])
})

it('stays linear in the number of quotations', async () => {
  const { found } = await read('“It is so.” '.repeat(2000))
  expect(found.length).toBeLessThanOrEqual(2000)
})
