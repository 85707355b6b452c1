import { describe, expect, it } from 'vitest'
import { splitTextLines, type TextLine } from '../lines/text-lines.ts'
import type { Form } from './form.ts'
import { FORMS, formOf } from './form-of.ts'
import { isNavigation } from './navigation.ts'

const lineOf = (text: string) => splitTextLines(text)?.[0] as TextLine
const cases = (pick: (form: Form) => readonly string[]) =>
  FORMS.flatMap(form => pick(form).map(line => [form.reason, line, form] as const))

describe('formOf', () => {
  it.each(cases(({ examples }) => examples))('knows as %s: %j', (reason, line) => {
    expect(formOf(lineOf(line))?.reason).toBe(reason)
  })

  it.each(cases(({ nearMisses }) => nearMisses))('takes not for %s: %j', (_reason, line) => {
    expect(formOf(lineOf(line))).toBeNull()
  })

  it.each([
    ['a bullet', '• Share this article'],
    ['emphasis of Markdown', '**READ MORE: Ferry fares to double**'],
    ['a link of Markdown', '[Read more: Ferry fares to double](https://orrin.example/fares)'],
    ['a heading of Markdown', '### Related: Ferry fares to double'],
    ['doubled spaces', 'Share   this\u00a0article'],
  ])('looks through %s', (_name, line) => {
    expect(formOf(lineOf(line))).not.toBeNull()
  })

  it.each([
    'By Monday the water had gone',
    'Share prices fell on Monday',
    'Advertisement spending fell by a third',
    'Related parties said they had no comment',
    '“Read more,” she said',
    'Sign Olsen has been missing since Friday',
    'Save the children, he told them',
    'Comments made by the mayor were withdrawn',
    'Listen: the sea is louder than it was.',
    'Copyright is the least of it, the painter said',
    'We use cookies to lure them, said the warden',
    'Ends of rope were found on the deck',
    'Image is everything in this trade',
    'Most read the letter twice',
    'Published authors were not invited',
    'Embargoed cargo was let through',
    'x'.repeat(600),
  ])('leaves alone: %j', line => {
    expect(formOf(lineOf(line))).toBeNull()
  })

  it.each(FORMS.map(form => [form.reason, form] as const))('has examples and near misses of %s', (_reason, form) => {
    expect(form.examples.length).toBeGreaterThan(0)
    expect(form.nearMisses.length).toBeGreaterThan(0)
  })
})

describe('isNavigation', () => {
  it.each(['Home News Sport', 'Home | World | Business | Live TV', 'Home > News > Orrin', 'Orrin › Local › News'])(
    'knows a menu or path: %j',
    line => expect(isNavigation(line)).toBe(true),
  )

  it.each(['News', 'Home News', 'Home news sport is dead', 'Orrin > Selby', 'World health business review'])(
    'takes for none: %j',
    line => expect(isNavigation(line)).toBe(false),
  )
})
