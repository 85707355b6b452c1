import { FEATURES, type Feature, inXml, LAYER } from '../../export/annotation-tools/inception-layer.ts'
import { quoted, refuse } from '../refuse.ts'
import type { ReturnedArticle, ReturnedPart } from '../returned-article.ts'
import { groupLayerParts, type LayerPart } from './layer-parts.ts'
import { articleIdIn } from './read-cas.ts'

/** Which column each feature of the layer stands in, after the three of the token. */
type Columns = ReadonlyMap<Feature, number>

interface Unit extends ReturnedPart {
  readonly words: string
}

/**
 * Reads WebAnno TSV 3, a row a token or a piece of one. Offsets are UTF-16. An annotation over several rows bears the same
 * number in each, in brackets; several in one row stand between bars; a backslash stands before a sign that means itself.
 */
export function readWebAnnoTsv(file: string, text: string): ReturnedArticle {
  const lines = text.split('\n').map(line => line.replace(/\r$/, ''))
  if (!/^#FORMAT=WebAnno TSV 3(?:\.\d+)?$/.test(lines[0] ?? '')) refuse(file, 'does not begin as WebAnno TSV 3 does')
  const columns = findColumns(file, lines)
  const tokens: Unit[] = []
  const parts = new Map<string, LayerPart>()
  for (const [index, line] of lines.entries()) {
    if (line === '' || line.startsWith('#')) continue
    const where = `line ${index + 1}`
    const cells = line.split('\t')
    const [start, end] = (/^(\d+)-(\d+)$/.exec(cells[1] ?? '') ?? []).slice(1).map(Number)
    if (!/^\d+-\d+(?:\.\d+)?$/.test(cells[0] ?? '') || start === undefined || end === undefined)
      return refuse(file, `has a ${where} that is no token: ${quoted(line)}`)
    const unit = { start, end, words: withoutBackslashes(cells[2] ?? '') }
    if (start < end) tokens.push(unit)
    addParts(parts, where, unit, columns, cells)
  }
  return {
    where: file,
    articleId: articleIdIn(file),
    text: null,
    writes: inXml,
    unit: 'utf-16',
    tokens,
    cutsAtLineEnds: false,
    given: null,
    claims: groupLayerParts(file, [...parts.values()]),
  }
}

/** Every name behind a layer is a column, and a layer without any has one. */
function findColumns(file: string, lines: readonly string[]): Columns {
  let next = 3
  const found = new Map<Feature, number>()
  for (const line of lines) {
    const [, layer, names = ''] = /^#T_(?:SP|CH|RL)=([^|]+)\|?(.*)$/.exec(line) ?? []
    if (layer === undefined) continue
    for (const name of names.split('|')) {
      const feature = FEATURES.find(feature => feature === name)
      if (layer === LAYER && feature !== undefined) found.set(feature, next)
      next++
    }
  }
  if (!found.has('role') || !found.has('claim')) refuse(file, `has no layer ${LAYER} with role and claim`)
  return found
}

function addParts(
  parts: Map<string, LayerPart>,
  where: string,
  unit: Unit,
  columns: Columns,
  cells: readonly string[],
): void {
  const values = new Map([...columns].map(([feature, column]) => [feature, splitCell(cells[column] ?? '_')]))
  const numbers = values.get('role') ?? []
  numbers.forEach(({ number }, index) => {
    const key = number ?? `${where}, ${index}`
    const known = parts.get(key)
    const features = Object.fromEntries(FEATURES.map(name => [name, values.get(name)?.[index]?.value ?? null]))
    parts.set(key, {
      start: Math.min(unit.start, known?.start ?? unit.start),
      end: Math.max(unit.end, known?.end ?? unit.end),
      words: null,
      where: known?.where ?? `the part in ${where}`,
      features: known?.features ?? (features as Record<Feature, string | null>),
    })
  })
}

/** The values of a cell with their numbers; none in a cell that says there is no annotation. */
function splitCell(cell: string): { readonly value: string | null; readonly number: string | null }[] {
  if (cell === '_' || cell === '') return []
  return (cell.match(/(?:\\.|[^\\|])+/gs) ?? []).map(written => {
    const [, bare = '', number = null] = /^(.*?)(?:(?<!\\)\[(\d+)\])?$/s.exec(written) ?? []
    return { value: bare === '*' ? null : withoutBackslashes(bare), number }
  })
}

function withoutBackslashes(text: string): string {
  const meant: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r' }
  return text.replace(/\\(.)/gs, (_, sign: string) => meant[sign] ?? sign)
}
