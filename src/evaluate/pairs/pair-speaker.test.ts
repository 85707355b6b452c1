import { describe, expect, it } from 'vitest'
import { CodePointText } from '../../domain/text/code-point-text.ts'
import { findSpeaker, type GoldMention, listSpeakerNames } from './pair-speaker.ts'

/** Mentions by their words, the first time that these stand in the text; `name` is the part that is a name. */
function mentionsOf(
  text: string,
  ...list: readonly (readonly [words: string, chain: string, type?: string, name?: string])[]
): GoldMention[] {
  return list.map(([words, chain, type = 'person', name]) => {
    // Code points, as mentions have them.
    const start = [...text.slice(0, text.indexOf(words))].length
    const from = name === undefined ? -1 : start + words.indexOf(name)
    return {
      ...{ start, end: start + words.length, type, chain },
      name: name === undefined ? null : { start: from, end: from + name.length },
    }
  })
}

describe('who speaks in a unit', () => {
  const speakerIn = (unit: string, text: string, ...list: Parameters<typeof mentionsOf>[1][]) => {
    const start = text.indexOf(unit)
    return findSpeaker(new CodePointText(text), mentionsOf(text, ...list), { start, end: start + unit.length })
  }

  it('is the first person, organisation or place', () => {
    const text = 'On Monday Ann Lee told the Echo it rained'
    const mentions = [
      ['Ann Lee', 'lee'],
      ['the Echo', 'echo', 'organization'],
      ['Monday', 'day', 'time'],
    ] as const
    expect(speakerIn('On Monday Ann Lee told the Echo', text, ...mentions)).toBe('lee')
    expect(speakerIn('told the Echo', text, ...mentions)).toBe('echo')
    expect(speakerIn('On Monday', text, ...mentions)).toBeNull()
  })

  it('is nobody who is mentioned inside another mention', () => {
    const text = 'In a statement to the Echo, the mill said it rained'
    const mentions = [
      ['a statement to the Echo', 'statement', 'abstract'],
      ['the Echo', 'echo', 'organization'],
      ['the mill', 'mill', 'organization'],
    ] as const
    expect(speakerIn('In a statement to the Echo, the mill said', text, ...mentions)).toBe('mill')
  })

  it('may go on beyond the unit, and lie in what began before', () => {
    const text = 'The rule that the clerk who came late said was old'
    const mentions = [
      ['The rule that the clerk who came late said was old', 'rule', 'abstract'],
      ['the clerk who came late', 'clerk'],
    ] as const
    expect(speakerIn('that the clerk', text, ...mentions)).toBe('clerk')
  })

  it('is whom "who" stands for', () => {
    const text = 'Bo Roy, who had told Ann Lee it rained'
    const mentions = [
      ['Bo Roy, who had told Ann Lee it rained', 'roy'],
      ['Ann Lee', 'lee'],
    ] as const
    expect(speakerIn('who had told Ann Lee', text, ...mentions)).toBe('roy')
  })
})

describe('the names of who speaks', () => {
  const namesIn = (text: string, ...list: Parameters<typeof mentionsOf>[1][]) =>
    listSpeakerNames(new CodePointText(text), mentionsOf(text, ...list), 'x')

  it('are those of the chain, with and without titles', () => {
    const names = namesIn(
      'Mayor Ann Lee and clerk Bo Roy',
      ['Mayor Ann Lee', 'x', 'person', 'Mayor Ann Lee'],
      ['Bo Roy', 'y', 'person', 'Bo Roy'],
    )
    expect(names).toEqual(['Mayor Ann Lee', 'Ann Lee', 'Lee'])
  })

  it('are also ends of mentions that are annotated by another head', () => {
    const text = '😀 campaigner Ann Lee … Lee'
    const names = namesIn(text, ['campaigner Ann Lee', 'x'], ['Lee', 'x', 'person', 'Lee'])
    expect(names).toContain('Ann Lee')
    expect(names).not.toContain('campaigner')
  })

  it('are none of somebody else inside', () => {
    const names = namesIn(
      'Ann Lee, editor of the Dam Echo',
      ['Ann Lee', 'x', 'person', 'Ann Lee'],
      ['editor of the Dam Echo', 'x'],
      ['the Dam Echo', 'y', 'organization', 'Dam Echo'],
    )
    expect(names).toEqual(['Ann Lee', 'Lee', 'editor of the Dam Echo', 'of the Dam Echo'])
  })

  it('are also names without a capital', () => {
    expect(namesIn('the i', ['the i', 'x', 'organization', 'i'])).toEqual(['i'])
  })

  it('are none where no mention is a name', () => {
    expect(namesIn('The clerk of Oslo', ['The clerk of Oslo', 'x'])).toEqual([])
  })
})
