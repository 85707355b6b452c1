import { expect, it } from 'vitest'
import { createTextArticle } from '../../src/read/article/create-text-article.ts'
import { rulesEngine } from '../attributions/rules/engine.ts'
import { arrangeStages } from '../stages.ts'

const stages = arrangeStages(rulesEngine)

/** The words for every voice, in text order, with the number of its attributions. */
async function voicesOf(text: string): Promise<string[]> {
  const { voices } = (await stages.run(createTextArticle(text))).voices
  return voices.map(
    ({ name, first, attributions }) => `${name ?? text.slice(first.start, first.end)} ${attributions.length}`,
  )
}

it.each([
  [
    'two of one name are two voices, each with what is theirs',
    'Jon Quill, the mayor, said it rained. Quill said it was late.\n\nJon Quill, a plumber from Kent, said it was dry.',
    ['Jon Quill 2', 'Jon Quill 1'],
  ],
  [
    'an office is whoever holds it, by any of its names',
    'Justice Quorn said it rained. People left.\n\nThe judge said it was late.',
    ['Justice Quorn 2'],
  ],
  [
    'another office is another voice',
    'Harbour minister Ann Tell said it rained.\n\nThe forest minister said it was late.',
    ['Ann Tell 1', 'The forest minister 1'],
  ],
  [
    'who asks for no name is nobody who has one',
    'A baker who asked not to be named said it rained. Ann Tell, a baker in Kent, said it was late.',
    ['A baker 1', 'Ann Tell 1'],
  ],
  [
    'who refuses to comment is one who was asked',
    'Ann Tell said it rained. Jon Quill declined to comment.',
    ['Ann Tell 1', 'Jon Quill 1'],
  ],
])('%s', async (_, text, voices) => {
  expect(await voicesOf(text)).toEqual(voices)
})
