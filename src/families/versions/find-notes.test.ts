import { describe, expect, it } from 'vitest'
import { alignTexts } from './aligning/align-texts.ts'
import { readUnits } from './aligning/read-units.ts'
import { findNewNotes, findNotes, noteKindOf } from './find-notes.ts'
import { NOTE_PHRASES } from './note-phrases.ts'

describe('every phrase', () => {
  it.each(
    NOTE_PHRASES.flatMap(({ id, kind, examples }) => examples.yes.map(sentence => [id, sentence, kind] as const)),
  )('%s: %s', (id, sentence, kind) => {
    expect(NOTE_PHRASES.find(({ pattern }) => pattern.test(sentence))?.id).toBe(id)
    expect(noteKindOf(sentence)).toBe(kind)
  })

  it.each(NOTE_PHRASES.flatMap(({ id, examples }) => examples.no.map(sentence => [id, sentence] as const)))(
    '%s takes no news for one: %s',
    (_, sentence) => {
      expect(noteKindOf(sentence)).toBeNull()
    },
  )
})

describe('a note', () => {
  it('is its sentence and the rest of its paragraph', () => {
    const text =
      'The ferry sank.\nAn earlier version of this article misstated the toll. It is 19.\nThe inquiry goes on.'
    expect(findNotes(readUnits(text)).map(note => note.text)).toEqual([
      'An earlier version of this article misstated the toll. It is 19.',
    ])
  })

  it('is none where somebody says it', () => {
    expect(findNotes(readUnits('“This article was amended on 4 May,” the mayor read out.'))).toEqual([])
  })

  it('is new where the earlier text has none, or another', () => {
    const newIn = (before: string, after: string) => findNewNotes(alignTexts(before, after)).map(({ text }) => text)
    expect(newIn('Rain.', 'Rain.\nThis story has been updated.')).toEqual(['This story has been updated.'])
    expect(newIn('Rain.\nThis story has been updated.', 'Snow.\nThis story has been updated.')).toEqual([])
    expect(newIn('This story was updated on 3 May.', 'This story was updated on 4 May.')).toEqual([
      'This story was updated on 4 May.',
    ])
  })
})
