import { expect, it } from 'vitest'
import { buildArticleRecord } from '../../test/support/article-record.ts'
import { findDraftQuotations } from './draft-quotations.ts'

const named = (value: string) => ({ naming: 'named', name: { value, span: null } }) as const

it('gives each quotation with its parts, its place and who says it', () => {
  const text = `😀 “We will not,” Ann Lee said, “stop.”

Roy called it “a shame” and “a fraud”. The so-called “pause” goes on. “A sentence that nobody says.”

“First, Lee said, a paragraph

“and then another,” Bob Roy said.
`
  const { quotations, passedOver } = findDraftQuotations(
    buildArticleRecord(text, [
      { source: 'Ann Lee', cue: 'said', content: ['We will not,', 'stop.'], describe: named('Ann Lee') },
      { source: 'Roy', cue: 'called', content: ['a shame', 'a fraud'], from: 'Roy called', describe: named('Bob Roy') },
      {
        source: 'Bob Roy',
        cue: 'said',
        content: 'First, Lee said, a paragraph\n\n“and then another,',
        from: 'First',
        describe: { naming: 'unnamed' },
      },
      // Inside what another says.
      { source: 'Lee', cue: 'said', content: 'a paragraph', from: 'First', describe: named('Ann Lee') },
    ]),
  )
  expect(quotations.map(({ parts, by }) => [by, ...parts])).toEqual([
    ['Ann Lee', 'We will not,', 'stop.'],
    ['Bob Roy', 'a shame'],
    ['Bob Roy', 'a fraud'],
    [null, 'A sentence that nobody says.'],
    [null, 'First, Lee said, a paragraph', 'and then another,'],
  ])
  expect(passedOver).toBe(1)
  const [first] = quotations
  expect([...text].slice(first?.span.start, first?.span.end).join('')).toBe('We will not,” Ann Lee said, “stop.')
})
