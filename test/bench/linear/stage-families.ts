import { encoderEngine } from '../../../pipeline/attributions/encoder/engine.ts'
import type { Engine } from '../../../pipeline/attributions/engine.ts'
import { linearEngine } from '../../../pipeline/attributions/linear/engine.ts'
import { rulesEngine } from '../../../pipeline/attributions/rules/engine.ts'
import { arrangeStages, type Stages } from '../../../pipeline/stages.ts'
import type { LayerName } from '../../../src/domain/layers.ts'
import { CodePointText } from '../../../src/domain/text/code-point-text.ts'
import { CodePointOffsets } from '../../../src/domain/text/code-points.ts'
import { createArticle } from '../../../src/read/article/create-article.ts'
import { repair } from '../../../src/read/encodings/decode.ts'
import { toRecord } from '../../../src/run/to-record.ts'
import { cpuMs, type Family } from './family.ts'
import { HOSTILE_TEXTS } from './hostile-texts.ts'

const ENGINES: readonly { readonly name: string; readonly engine: Engine<LayerName> }[] = [
  { name: 'stages, encoder', engine: encoderEngine },
  { name: 'stages, linear model', engine: linearEngine },
  { name: 'stages, rules alone', engine: rulesEngine },
]

/** Every stage, the record and the conversion of offsets, with each engine. */
export const STAGE_FAMILIES: readonly Family[] = ENGINES.map(({ name, engine }) => ({
  name,
  kinds: HOSTILE_TEXTS,
  smallest: 2000,
  largest: 1_000_000,
  enoughMs: 1200,
  load: async () => {
    const stages = arrangeStages(engine)
    return async input => measureStages(stages, input)
  },
}))

async function measureStages(stages: Stages, input: string): Promise<ReadonlyMap<string, number>> {
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
  const layers = await stages.run(article, ({ name }) => turnTo(name))
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
