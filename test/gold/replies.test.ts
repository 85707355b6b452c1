import { expect, it } from 'vitest'
import { readReplyGold } from '../../src/evaluate/replies/reply-gold.ts'

it.each(['corpus-replies.json', 'replies.json', 'more-replies.json', 'further-replies.json', 'short-replies.json'])(
  '%s is about words of its articles, each with a cue of its own',
  file => {
    const { articles, charges } = readReplyGold(`test/gold/${file}`)
    const textOf = new Map(articles.map(({ name, text }) => [name, [...text]]))
    for (const { accusations, replies } of charges) {
      expect(accusations.length).toBeGreaterThan(0)
      for (const { document, start, end } of [...accusations, ...replies])
        expect(textOf.get(document)?.slice(start, end).join('')).toMatch(/^\S(?:.*\S)?$/u)
    }
  },
)
