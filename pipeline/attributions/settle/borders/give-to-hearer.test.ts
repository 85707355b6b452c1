import { expect, it } from 'vitest'
import { bracketedText } from '../../../../test/support/bracketed-text.ts'
import { tokenise } from '../../../tokens/stage.ts'
import { giveToHearer } from './give-to-hearer.ts'

function hear(marked: string, cueLemma: string) {
  const { text, spans } = bracketedText(marked)
  const { source = [], cue = [], content = [] } = spans
  const one = { source, cue, content, cueLemma, addressee: [], act: 'statement', confidence: 1, evidence: [] } as const
  const given = giveToHearer(text, tokenise(text), one)
  const wordsOf = (role: 'source' | 'content' | 'addressee') =>
    given[role].map(({ start, end }) => text.slice(start, end))
  return [wordsOf('source'), wordsOf('addressee'), wordsOf('content'), given.act]
}

it.each([
  [
    'tell',
    '[source Ann Holm] [cue was told] [content that it burned].',
    [],
    ['Ann Holm'],
    ['that it burned'],
    'statement',
  ],
  ['warn', '[content Crews] [cue have been warned] [content to leave].', [], ['Crews'], ['to leave'], 'order'],
  [
    'inform',
    '[source Crews] were [cue informed] by the owner [content that it sank].',
    ['the owner'],
    ['Crews'],
    ['that it sank'],
    'statement',
  ],
  [
    'notify',
    '[source Crews] [cue were notified] by [source email] [content that it sank].',
    [],
    ['Crews'],
    ['that it sank'],
    'statement',
  ],
  [
    'order',
    '[content Bo Quist] [cue was ordered] by [source the court] [content to pay].',
    ['the court'],
    ['Bo Quist'],
    ['to pay'],
    'order',
  ],
  ['tell', '[source It] [cue was told] in court [content that he fled].', [], [], ['that he fled'], 'statement'],
] as const)('%s: %s', (lemma, marked, ...expected) => {
  expect(hear(marked, lemma)).toEqual(expected)
})

it.each([
  ['tell', '[source Ann Holm] [cue told] the crew [content that it burned].'],
  ['tell', '[source Ann Holm] [cue had told] the crew [content that it burned].'],
  ['convince', '[source Ann Holm] [cue was convinced] [content that it burned].'],
  ['assure', '[source She] [cue is assured] of [content a seat].'],
  ['quote', '[source Ann Holm] [cue was quoted as saying] [content that it burned].'],
] as const)('leaves %s alone: %s', (lemma, marked) => {
  const [source, addressee] = hear(marked, lemma)
  expect([source, addressee]).toEqual([[expect.any(String)], []])
})
