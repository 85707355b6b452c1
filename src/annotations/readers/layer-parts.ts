import { ACTS, NAMINGS, QUOTATION_TYPES, SPAN_ROLES } from '../../domain/labels.ts'
import type { Feature } from '../../export/annotation-tools/inception-layer.ts'
import { readLabel, refuse } from '../refuse.ts'
import { emptyParts, type ReturnedClaim, type ReturnedPart } from '../returned-article.ts'

/** A span of the layer with what stands in its features; null where nothing does. */
export interface LayerPart extends ReturnedPart {
  readonly where: string
  readonly features: Readonly<Record<Feature, string | null>>
}

/** Puts the parts together that have the same word as claim. */
export function groupLayerParts(where: string, parts: readonly LayerPart[]): ReturnedClaim[] {
  const groups = Map.groupBy(
    parts,
    part =>
      part.features.claim?.trim() || refuse(where, `has ${part.where} without a word as claim, which says whose it is`),
  )
  return [...groups].map(([name, group]) => {
    const at = `${where} claim ${name},`
    const claim = emptyParts()
    for (const part of group) claim[readLabel(`${where} ${part.where}`, SPAN_ROLES, part.features.role)].push(part)
    const readValue = (feature: Feature) => {
      const values = new Set(group.map(({ features }) => features[feature]).filter(value => value !== null))
      if (values.size > 1) refuse(at, `has two values as ${feature}: ${[...values].join(', ')}`)
      return [...values][0]
    }
    const label = <Label extends string>(feature: Feature, labels: readonly Label[]) => {
      const value = readValue(feature)
      return value === undefined ? undefined : readLabel(at, labels, value)
    }
    const negated = label('negated', ['yes', 'no', 'true', 'false'])
    return {
      where: at,
      claimId: /^[0-9a-f]{8,20}$/.test(name) ? name : null,
      parts: claim,
      act: label('act', ACTS),
      quotation: label('quotation', QUOTATION_TYPES),
      naming: label('naming', NAMINGS),
      negated: negated === undefined ? undefined : negated === 'yes' || negated === 'true',
    }
  })
}
