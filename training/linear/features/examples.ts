import { NODE_FEATURES } from '../../../pipeline/attributions/linear/arguments/argument-features.ts'
import { frameOf } from '../../../pipeline/attributions/linear/arguments/cue-frame.ts'
import { EDGE_FEATURES } from '../../../pipeline/attributions/linear/arguments/step-features.ts'
import { CUE_FEATURES, writeCueFeatures } from '../../../pipeline/attributions/linear/cue/cue-features.ts'
import { canHeadCue } from '../../../pipeline/attributions/linear/cue/cues.ts'
import type { Reading } from '../../../pipeline/attributions/linear/reading/reading.ts'
import { windowOf } from '../../../pipeline/attributions/linear/reading/window.ts'
import { type GoldAttribution, labelWindow } from '../article.ts'
import type { ArgumentExamples } from '../learners/train-arguments.ts'
import type { CueExamples } from '../learners/train-cues.ts'
import { Dictionary, IntegerList } from './feature-table.ts'
import { writeEdgeFeatures, writeNodeFeatures } from './write-features.ts'

export interface ReadArticle {
  readonly reading: Reading
  readonly gold: readonly GoldAttribution[]
}

/** Rare features only memorise their article. */
const CUE_MINIMUM = 3
const NODE_MINIMUM = 4
const EDGE_MINIMUM = 2

export interface CueData extends CueExamples {
  readonly hashes: Int32Array
  /** Article of every example. */
  readonly article: Int32Array
  /** Its token. */
  readonly tokens: Int32Array
}

/** Every token that can head a cue, as an example. */
export function collectCueExamples(articles: readonly ReadArticle[]): CueData {
  const dictionary = new Dictionary(CUE_MINIMUM)
  const buffer = new Int32Array(CUE_FEATURES)
  const visit = (look: (article: number, token: number, count: number) => void): void => {
    for (const [a, { reading }] of articles.entries()) {
      for (let i = 0; i < reading.length; i += 1) {
        if (canHeadCue(reading, i)) look(a, i, writeCueFeatures(reading, i, buffer))
      }
    }
  }
  visit((_article, _token, count) => {
    for (let f = 0; f < count; f += 1) dictionary.count(buffer[f] as number)
  })
  const heads = articles.map(({ gold }) => new Set(gold.map(({ head }) => head)))
  const features = new IntegerList()
  const offsets = new IntegerList()
  const labels = new IntegerList()
  const owner = new IntegerList()
  const tokens = new IntegerList()
  visit((article, token, count) => {
    offsets.push(features.length)
    for (let f = 0; f < count; f += 1) {
      const number = dictionary.number(buffer[f] as number)
      if (number >= 0) features.push(number)
    }
    labels.push(heads[article]?.has(token) === true ? 1 : 0)
    owner.push(article)
    tokens.push(token)
  })
  offsets.push(features.length)
  return {
    hashes: dictionary.hashes,
    features: features.toArray(),
    offsets: offsets.toArray(),
    labels: Uint8Array.from(labels.toArray()),
    article: owner.toArray(),
    tokens: tokens.toArray(),
  }
}

export interface ArgumentData extends ArgumentExamples {
  readonly nodeHashes: Int32Array
  readonly edgeHashes: Int32Array
  /** Article of every sequence. */
  readonly article: Int32Array
}

/** Every gold attribution's window, as a sequence to label. */
export function collectArgumentExamples(
  articles: readonly ReadArticle[],
  cueScores: readonly Float32Array[],
): ArgumentData {
  const nodeDictionary = new Dictionary(NODE_MINIMUM)
  const edgeDictionary = new Dictionary(EDGE_MINIMUM)
  const nodeBuffer = new Int32Array(NODE_FEATURES)
  const edgeBuffer = new Int32Array(EDGE_FEATURES)
  const visit = (
    look: (nodes: number, edges: number) => void,
    begin?: (a: number, gold: GoldAttribution) => void,
  ): void => {
    for (const [a, { reading, gold }] of articles.entries()) {
      for (const one of gold) {
        begin?.(a, one)
        const window = windowOf(reading, one.head)
        const frame = frameOf(reading, one.head, window, cueScores[a] as Float32Array)
        for (let i = window.from; i < window.to; i += 1) {
          const nodes = writeNodeFeatures(reading, frame, i, nodeBuffer)
          look(nodes, i === window.from ? 0 : writeEdgeFeatures(reading, frame, i, edgeBuffer))
        }
      }
    }
  }
  visit((nodeCount, edgeCount) => {
    for (let f = 0; f < nodeCount; f += 1) nodeDictionary.count(nodeBuffer[f] as number)
    for (let f = 0; f < edgeCount; f += 1) edgeDictionary.count(edgeBuffer[f] as number)
  })
  const lists = { starts: new IntegerList(), nodes: new IntegerList(), nodeOffsets: new IntegerList(), edges: new IntegerList(), edgeOffsets: new IntegerList(), labels: new IntegerList(), triggers: new IntegerList(), article: new IntegerList() } // biome-ignore format: one line a kind of list says nothing more
  visit(
    (nodeCount, edgeCount) => {
      lists.nodeOffsets.push(lists.nodes.length)
      for (let f = 0; f < nodeCount; f += 1) {
        const number = nodeDictionary.number(nodeBuffer[f] as number)
        if (number >= 0) lists.nodes.push(number)
      }
      lists.edgeOffsets.push(lists.edges.length)
      for (let f = 0; f < edgeCount; f += 1) {
        const number = edgeDictionary.number(edgeBuffer[f] as number)
        if (number >= 0) lists.edges.push(number)
      }
    },
    (a, gold) => {
      const { reading } = articles[a] as ReadArticle
      const window = windowOf(reading, gold.head)
      lists.starts.push(lists.labels.length)
      lists.article.push(a)
      lists.triggers.push(gold.head - window.from)
      for (const label of labelWindow(reading, gold, window)) lists.labels.push(label)
    },
  )
  lists.starts.push(lists.labels.length)
  lists.nodeOffsets.push(lists.nodes.length)
  lists.edgeOffsets.push(lists.edges.length)
  return {
    nodeHashes: nodeDictionary.hashes,
    edgeHashes: edgeDictionary.hashes,
    starts: lists.starts.toArray(),
    nodes: lists.nodes.toArray(),
    nodeOffsets: lists.nodeOffsets.toArray(),
    edges: lists.edges.toArray(),
    edgeOffsets: lists.edgeOffsets.toArray(),
    labels: Uint8Array.from(lists.labels.toArray()),
    triggers: lists.triggers.toArray(),
    article: lists.article.toArray(),
  }
}
