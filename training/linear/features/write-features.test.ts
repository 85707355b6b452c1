import { expect, it } from 'vitest'
import { NODE_FEATURES } from '../../../pipeline/attributions/linear/arguments/argument-features.ts'
import { ArgumentSums } from '../../../pipeline/attributions/linear/arguments/argument-sums.ts'
import { frameOf } from '../../../pipeline/attributions/linear/arguments/cue-frame.ts'
import { EDGE_FEATURES } from '../../../pipeline/attributions/linear/arguments/step-features.ts'
import { scoreCues } from '../../../pipeline/attributions/linear/cue/cues.ts'
import { LABELS } from '../../../pipeline/attributions/linear/model/labels.ts'
import { loadModel } from '../../../pipeline/attributions/linear/model/model-file.ts'
import { addWeights } from '../../../pipeline/attributions/linear/model/weights.ts'
import { readColumns } from '../../../pipeline/attributions/linear/reading/reading.ts'
import { windowOf } from '../../../pipeline/attributions/linear/reading/window.ts'
import { findAttributions } from '../../../pipeline/attributions/rules/find-attributions.ts'
import { findQuotations } from '../../../pipeline/quotations/stage.ts'
import { tokenise } from '../../../pipeline/tokens/stage.ts'
import { writeEdgeFeatures, writeNodeFeatures } from './write-features.ts'

const TEXT = `Harbour to close, council says

The mayor said on Tuesday that the harbour would close before winter, but she denied that jobs were at risk. “Nobody
will be left behind,” she told reporters. “That I promise,” the mayor added (though few believed her), according to
the Gazette.

The union replied: “We have heard that before.”`

it('gives training the features that the sums of the finished model are made of', () => {
  const { vocabulary, cues, nodes, edges } = loadModel()
  const layer = tokenise(TEXT)
  const quotations = findQuotations(TEXT, layer)
  const { attributions } = findAttributions(TEXT, layer, quotations, { name: 'attributions', version: 1 })
  const reading = readColumns(layer, quotations, vocabulary, attributions)
  const scores = scoreCues(reading, cues)
  const sums = new ArgumentSums(reading, scores, nodes, edges)
  const hashes = new Int32Array(NODE_FEATURES + EDGE_FEATURES)
  let moved = 0
  for (let trigger = 0; trigger < reading.length; trigger += 1) {
    const window = windowOf(reading, trigger)
    const cue = frameOf(reading, trigger, window, scores)
    sums.beginCue()
    for (let i = window.from; i < window.to; i += 1) {
      const node = { own: new Int32Array(LABELS), remembered: new Int32Array(LABELS) }
      addWeights(nodes, hashes, writeNodeFeatures(reading, cue, i, hashes), node.own, 0)
      sums.addNode(cue, i, node.remembered, 0)
      expect(node.remembered).toEqual(node.own)
      moved += node.own.some(sum => sum !== 0) ? 1 : 0
      if (i === window.from) continue
      const edge = { own: new Int32Array(LABELS * LABELS), remembered: new Int32Array(LABELS * LABELS) }
      addWeights(edges, hashes, writeEdgeFeatures(reading, cue, i, hashes), edge.own, 0)
      sums.addEdge(cue, i, edge.remembered, 0)
      expect(edge.remembered).toEqual(edge.own)
    }
  }
  expect(moved).toBeGreaterThan(1000)
})
