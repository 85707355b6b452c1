import { expect, it } from 'vitest'
import { createTextArticle } from '../../src/read/article/create-text-article.ts'
import { readRules } from '../../src/rules/read-rules.ts'
import { rulesEngine } from '../attributions/rules/engine.ts'
import { prepareNewsroom } from '../newsroom.ts'
import { arrangeStages } from '../stages.ts'

const FILE = `
version: 1
words:
  - { id: our-workers, list: 'type:worker', add: [quay-wright, lock hand], examples: { yes: ['[source A quay-wright] [cue said] no.'] } }
  - { id: our-clubs, list: 'type:sport', add: [Orrin Gales], examples: { yes: ['[source Orrin Gales] [cue said] no.'] } }
  - { id: not-the-police, list: 'type:media', add: [constable], examples: { yes: ['[source A constable] [cue said] no.'] } }
names:
  - { name: Ove Lund, kind: person, role: hydrologist }
`

const stages = arrangeStages(rulesEngine, prepareNewsroom(readRules(FILE, 'rules.yaml').rules))

it.each([
  ['a word of a list', 'Ada Quom, a quay-wright, said it rained.', 'worker', 'rules:our-workers'],
  ['several of them, in the plural', 'Two lock hands said it rained.', 'worker', 'rules:our-workers'],
  ['a body that is listed', 'A spokesman for Orrin Gales said it rained.', 'sport', 'rules:our-clubs'],
  ['a list against one that ships', 'A constable said it rained.', 'media', 'rules:not-the-police'],
  ['the role that is known of a name', 'Ove Lund said it rained.', 'science-technology', 'role-word'],
])('takes the sort of a source from %s', async (_, text, type, rule) => {
  const [voice] = (await stages.run(createTextArticle(text))).voices.voices
  expect(voice?.type.value).toBe(type)
  expect(voice?.evidence.filter(({ field }) => field === 'type').map(one => one.rule)).toContain(rule)
})
