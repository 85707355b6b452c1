import { describe, expect, it } from 'vitest'
import { articleWith } from '../../../test/support/article.ts'
import { analyseArticle } from '../../run/analyse-linear.ts'
import { linkReplies } from './link-replies.ts'

async function link(text: string) {
  const record = await analyseArticle(articleWith(text))
  const { accusations, replies } = linkReplies(record)
  return {
    accused: accusations.map(({ accused, rule }) => `${rule}: ${accused.text}`),
    replies: replies.map(({ kind, replier, rule }) => `${kind} ${replier} ${rule}`),
    record,
    accusations,
  }
}

describe('linkReplies', () => {
  it('links the accused, who speaks for them, and an attempt that reached nobody', async () => {
    const { accused, replies } = await link(
      'Growers accused Harlow Mills of tampering with its scales.\n\nA spokesman for Harlow Mills denied the allegation.\n\nThe union said the inspector, Ada Brook, had falsified the records. Brook could not be reached.',
    )
    expect(accused).toEqual(['accuses: Harlow Mills', 'does-wrong: the inspector'])
    expect(replies).toEqual(['denial spokesperson speaks-for-accused', 'unreachable accused accused-answers'])
  })

  it('takes nobody for the accused who only stands near', async () => {
    const { replies } = await link(
      'Growers accused Harlow Mills of tampering with its scales.\n\nThe mayor, Ana Petrov, declined to comment.',
    )
    expect(replies).toEqual([])
  })

  it.each([
    'Residents said the company had never lied.',
    'Residents said the company might ignore the rules.',
    'Residents said the company had been robbed.',
    'Is the company lying, asked Ana Petrov.',
  ])('finds no wrong that is not said to have been done: %s', async text => {
    expect((await link(text)).accused).toEqual([])
  })

  it('counts offsets in code points', async () => {
    const { accusations, record } = await link('😀 Growers accused Harlow Mills of tampering with scales.')
    const { start, end, text } = accusations[0]?.accused ?? { start: 0, end: 0, text: '' }
    expect([...record.article.text].slice(start, end).join('')).toBe(text)
    expect(text).toBe('Harlow Mills')
  })
})
