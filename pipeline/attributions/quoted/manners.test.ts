import { expect, it } from 'vitest'
import { MANNERS } from './manners.ts'

it.each(MANNERS)('“$yes”, and not “$no”: $reason', ({ words, yes, no }) => {
  expect([words.exec(yes)?.index, words.test(no)]).toEqual([0, false])
})
