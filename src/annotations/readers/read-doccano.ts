import { quoted, refuse } from '../refuse.ts'
import { OFFSET_UNITS, type OffsetUnit, type ReturnedArticle } from '../returned-article.ts'
import { groupParts, type LabelledPart, roleOf } from './group-parts.ts'
import { articleIdOf, type Fields, fieldsOf, givenOf, listOf, offsetOf, parseLines, textOf } from './json-fields.ts'

/**
 * Reads the JSONL that doccano writes for a project of sequence labelling with relations. It gives entities and relations
 * new numbers, and keeps further fields of a line. It counts UTF-16 or, as the project is set, graphemes, and does not say
 * which (doccano issue 2290).
 *
 * @param unit what is counted; null for what the line says, as exports of ours do, else UTF-16
 */
export function readDoccano(file: string, text: string, unit: OffsetUnit | null): ReturnedArticle[] {
  return parseLines(file, text).map(({ where, fields }) => toArticle(where, fields, unit))
}

function toArticle(where: string, line: Fields, unit: OffsetUnit | null): ReturnedArticle {
  if (line.entities === undefined && Array.isArray(line.label))
    refuse(where, 'comes from a project without relations, which cannot tell whose words are whose; switch them on')
  const entities = new Map<unknown, LabelledPart>()
  listOf(where, 'entities', line.entities).forEach((value, index) => {
    const entity = fieldsOf(where, value)
    const role = roleOf(entity.label)
    const at = `entity ${quoted(entity.id ?? index + 1)}`
    // Labels of another kind may be beside ours.
    if (role === null) return
    if (entities.has(entity.id)) refuse(where, `gives ${at} a second time`)
    entities.set(entity.id, {
      start: offsetOf(where, 'start_offset', entity.start_offset),
      end: offsetOf(where, 'end_offset', entity.end_offset),
      words: null,
      role,
      where: at,
      claims: [],
    })
  })
  const relations = listOf(where, 'relations', line.relations ?? []).flatMap((value, index) => {
    const { id = index + 1, type, from_id, to_id } = fieldsOf(where, value)
    if (roleOf(type) === null) return []
    const at = `relation ${quoted(id)}`
    const find = (wanted: unknown) =>
      entities.get(wanted) ?? refuse(where, `has ${at} with entity ${quoted(wanted)}, which is not there`)
    return [{ from: find(from_id), to: find(to_id), where: at }]
  })
  return {
    where,
    articleId: articleIdOf(line.sha256),
    text: textOf(where, 'text', line.text),
    writes: text => text,
    unit: unit ?? OFFSET_UNITS.find(unit => unit === line.offsets) ?? 'utf-16',
    cutsAtLineEnds: false,
    given: givenOf(line.claims),
    claims: groupParts(where, [...entities.values()], relations),
  }
}
