import { describe, expect, it } from 'vitest'
import { judgeEdit } from './judge-edit.ts'

describe('an edit of a quotation', () => {
  it.each([
    ['a number', '“We lost 12 men.”', '“We lost 21 men.”', true, ['number']],
    ['a number in words', '“We lost twelve men.”', '“We lost nine men.”', true, ['number']],
    ['a name', '“We told Harrow so.”', '“We told Norton so.”', true, ['name']],
    ['a negation put in', '“It was safe.”', '“It was not safe.”', true, ['negation']],
    ['a negation taken out', '“He doesn’t know.”', '“He does know.”', true, ['negation']],
    ['other words', '“It was an outrage.”', '“It was a shame.”', true, ['words']],
    ['mended spelling', '“It was goverment money.”', '“It was government money.”', true, ['typing']],
    ['two words made one', '“The back-up failed.”', '“The backup failed.”', true, ['typing']],
    ['a sentence taken out', '“It was safe. Nobody asked him twice.”', '“It was safe.”', true, ['words']],
    ['several at once', '“Roy lost 12 men.”', '“Then Ray lost 13 good men.”', true, ['number', 'name']],
    ['nothing but marks', '"It was safe,"', '“It was safe.”', true, []],
    ['words outside the marks', 'that it “failed” on Monday', 'that it “failed” on Friday', false, []],
    ['words inside the marks', 'that it “failed badly” on Monday', 'that it “failed” on Monday', false, ['words']],
    ['words inside doubled single marks', "that it ''failed twice''", "that it ''failed badly''", false, ['number']],
  ] as const)('that touches %s', (_, before, after, isDirect, kinds) => {
    expect(judgeEdit(before, after, isDirect)).toEqual(kinds)
  })
})
