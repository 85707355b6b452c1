import { learnedAttributionsStage } from '../../../pipeline/attributions/learned-stage.ts'
import { attributionsStage } from '../../../pipeline/attributions/stage.ts'
import { arrangeStages, type Stages } from '../../../pipeline/stages.ts'
import { CodePointText } from '../../../src/domain/code-point-text.ts'
import { CodePointOffsets } from '../../../src/domain/code-points.ts'
import { createArticle } from '../../../src/read/create-article.ts'
import { repair } from '../../../src/read/decode.ts'
import { toRecord } from '../../../src/run/to-record.ts'
import { cpuMs, type Family } from './family.ts'
import { HOSTILE_TEXTS } from './hostile-texts.ts'

const ENGINES = [
  { name: 'stages', stage: learnedAttributionsStage },
  { name: 'stages, rules alone', stage: attributionsStage },
]

/** Every stage, the record and the conversion of offsets, with each engine. */
export const STAGE_FAMILIES: readonly Family[] = ENGINES.map(({ name, stage }) => ({
  name,
  kinds: HOSTILE_TEXTS,
  smallest: 2000,
  largest: 1_000_000,
  enoughMs: 1200,
  load: async () => {
    const stages = arrangeStages(stage)
    return async input => measureStages(stages, input)
  },
}))

function measureStages(stages: Stages, input: string): ReadonlyMap<string, number> {
  const article = createArticle(repair(input, 'utf-8'), Buffer.from(input))
  const times = new Map<string, number>()
  let stage: string | null = null
  let since = cpuMs()
  const turnTo = (next: string) => {
    const now = cpuMs()
    if (stage !== null) times.set(stage, now - since)
    stage = next
    since = now
  }
  const layers = stages.run(article, ({ name }) => turnTo(name))
  turnTo('record')
  const { claims, mentions } = toRecord(article, layers, stages.list)
  turnTo('code points')
  const offsets = new CodePointOffsets(article.text)
  const text = new CodePointText(article.text)
  for (const { spans } of claims) for (const span of spans) offsets.at(text.toUtf16(span.start))
  for (const mention of mentions) text.slice(mention)
  turnTo('end')
  return times
}
