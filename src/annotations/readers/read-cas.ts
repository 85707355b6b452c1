import { FEATURES, type Feature, inXml, LAYER } from '../../export/annotation-tools/inception-layer.ts'
import { DEFAULT_LIMITS, Unreadable } from '../../read/limits/limits.ts'
import { attributeOf, elementsOf, type MarkupElement } from '../../read/markup/html/markup-node.ts'
import { parseXml } from '../../read/xml/parse-xml.ts'
import { refuse } from '../refuse.ts'
import type { ReturnedArticle } from '../returned-article.ts'
import { offsetOf } from './json-fields.ts'
import { groupLayerParts, type LayerPart } from './layer-parts.ts'

/** INCEpTION writes an element a token, a sentence and an annotation. */
const LIMITS = { ...DEFAULT_LIMITS, maxElements: 2_000_000 }

/** Names of elements come without namespaces and in lower case. */
const ELEMENT = LAYER.split('.').at(-1)?.toLowerCase()

/** Reads a UIMA CAS XMI file, as INCEpTION writes it. Offsets are UTF-16. */
export function readCas(file: string, xml: string): ReturnedArticle {
  const elements = [...elementsOf(parse(file, xml))]
  const sofas = elements.filter(({ nodeName }) => nodeName === 'sofa')
  const sofa = sofas.find(sofa => attributeOf(sofa, 'sofaid') === '_InitialView') ?? sofas[0]
  const text = sofa === undefined ? null : attributeOf(sofa, 'sofastring')
  if (text === null) return refuse(file, 'holds no text (sofaString)')
  const parts = elements.filter(({ nodeName }) => nodeName === ELEMENT).map(element => toPart(file, element))
  return {
    where: file,
    articleId: articleIdIn(file),
    text,
    writes: inXml,
    unit: 'utf-16',
    cutsAtLineEnds: false,
    given: null,
    claims: groupLayerParts(file, parts),
  }
}

/** The beginning of the article's id that its file was named with when it went out. */
export function articleIdIn(file: string): string | null {
  return /-([0-9a-f]{16})\.(?:xmi|tsv|txt|zip)/.exec(file)?.[1] ?? null
}

function parse(file: string, xml: string): MarkupElement {
  try {
    return parseXml(xml, LIMITS)
  } catch (error) {
    if (error instanceof Unreadable) return refuse(file, `cannot be read: ${error.message.split(':')[0]}`)
    throw error
  }
}

function toPart(file: string, element: MarkupElement): LayerPart {
  const where = `the part with xmi:id ${attributeOf(element, 'id')}`
  const offset = (name: string) =>
    offsetOf(file, `${name} of ${where}`, Number(attributeOf(element, name) ?? Number.NaN))
  const features = Object.fromEntries(FEATURES.map(name => [name, attributeOf(element, name)]))
  return {
    start: offset('begin'),
    end: offset('end'),
    words: null,
    where,
    features: features as Record<Feature, string | null>,
  }
}
