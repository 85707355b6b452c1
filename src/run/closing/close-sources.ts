import type { GroundedField, SourceRecord } from '../../domain/record.ts'
import { SOURCE_FIELD_NAMES } from '../../domain/source-fields.ts'
import { areWords, liesInText, type TellBroken } from './broken.ts'
import { findCycleLinks } from './cycle-links.ts'

/** The sources that have a place, each with the fields and links that hold. `length` counts code points. */
export function closeSources(
  sources: readonly SourceRecord[],
  entityIds: ReadonlySet<string>,
  length: number,
  tell: TellBroken,
): readonly SourceRecord[] {
  const byId = new Map<string, SourceRecord>()
  for (const source of sources) {
    const { id, spans } = source
    const place = spans.find(span => areWords(span, length))
    if (spans.length === 0 || !spans.every(span => areWords(span, length))) {
      tell('sources', 'A source that does not stand in the text.', place)
    } else if (byId.has(id)) tell('sources', 'A second source with the same words.', place)
    else byId.set(id, withSoundFields(source, length, tell))
  }
  const circular = findCycleLinks(byId.keys(), id => knownId(byId.get(id)?.antecedentId, byId))
  return [...byId.values()].map(source => {
    const { id, antecedentId, entityId } = source
    const goesBack = antecedentId === null || (byId.has(antecedentId) && !circular.has(id))
    const isEntity = entityId === null || entityIds.has(entityId)
    if (goesBack && isEntity) return source
    if (!goesBack)
      tell(
        'sources',
        `${circular.has(id) ? 'It goes back to itself' : 'Whom it goes back to is no source'}.`,
        source.spans[0],
      )
    if (!isEntity) tell('sources', 'Whom it names is no entity.', source.spans[0])
    return { ...source, antecedentId: goesBack ? antecedentId : null, entityId: isEntity ? entityId : null }
  })
}

/** The id, if one of these has it. */
export function knownId(id: string | null | undefined, known: { has(id: string): boolean }): string | null {
  return id != null && known.has(id) ? id : null
}

function withSoundFields(source: SourceRecord, length: number, tell: TellBroken): SourceRecord {
  const changes: Record<string, GroundedField<unknown> | null> = {}
  for (const name of SOURCE_FIELD_NAMES) {
    const field: GroundedField<string | number> | null = source[name]
    if (field === null) continue
    if (typeof field.value === 'number' && !Number.isSafeInteger(field.value)) {
      changes[name] = null
      tell('sources', `Its ${name} is no whole number.`, source.spans[0])
    } else if (field.span !== null && !liesInText(field.span, length)) {
      changes[name] = { value: field.value, span: null }
      tell('sources', `Its ${name} does not stand in the text.`, source.spans[0])
    }
  }
  return Object.keys(changes).length === 0 ? source : ({ ...source, ...changes } as SourceRecord)
}
