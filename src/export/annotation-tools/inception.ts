import { SPAN_ROLES } from '../../domain/labels.ts'
import { type ArticleClaims, partsOf, streamArticles } from '../article-claims.ts'
import type { FolderFormat } from '../export-format.ts'
import type { ExportedClaim } from '../exported-claim.ts'
import { fileName } from '../file-name.ts'
import { type Feature, inXml, TYPE_SYSTEM } from './inception-layer.ts'

/**
 * UIMA CAS XMI for INCEpTION: for each article its text with every part of a claim as a span of one layer, and the layer's
 * description. Offsets are UTF-16, as UIMA counts.
 */
export const inception: FolderFormat = {
  name: 'inception',
  description: 'UIMA CAS XMI with a layer for INCEpTION, to annotate',
  writes: 'folder',
  async export(database, filter, put) {
    await put('TypeSystem.xml', TYPE_SYSTEM)
    let count = 0
    for await (const of of streamArticles(database, filter)) {
      await put(`${fileName(of.article)}.xmi`, toXmi(of))
      count += of.claims.length
    }
    return count
  },
}

const SOFA = 1

function toXmi({ article, text, claims }: ArticleClaims): string {
  const names = shortNames(claims)
  let id = SOFA
  const elements = claims.flatMap(claim => {
    const labels: Partial<Record<Feature, string>> = {
      act: claim.act,
      quotation: claim.quotation,
      naming: claim.source?.naming ?? 'unstated',
      negated: claim.negated ? 'yes' : 'no',
    }
    const parts = SPAN_ROLES.flatMap(role => partsOf(text, claim[role]).map(part => ({ role, ...part })))
    const head = parts.find(({ role }) => role === 'cue') ?? parts[0]
    return parts.map(part => {
      const features = { role: part.role, claim: names.get(claim.id), ...(part === head ? labels : {}) }
      const attributes = Object.entries(features).map(([name, value]) => `${name}="${value}"`)
      const [begin, end] = [text.toUtf16(part.start), text.toUtf16(part.end)]
      return `<custom:ClaimPart xmi:id="${++id}" sofa="${SOFA}" begin="${begin}" end="${end}" ${attributes.join(' ')}/>`
    })
  })
  const members = elements.map((_, index) => SOFA + 1 + index).join(' ')
  return `<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore" xmi:version="2.0">
<cas:NULL xmi:id="0"/>
${elements.map(element => `${element}\n`).join('')}<cas:Sofa xmi:id="${SOFA}" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="${inAttribute(inXml(article.text))}"/>
<cas:View sofa="${SOFA}" members="${members}"/>
</xmi:XMI>
`
}

/** The beginning of each claim's id: as much as tells it from the others of its article, and 8 digits at least. */
function shortNames(claims: readonly ExportedClaim[]): Map<string, string> {
  for (let digits = 8; ; digits += 4) {
    const names = new Map(claims.map(({ id }) => [id, id.slice(0, digits)]))
    if (new Set(names.values()).size === names.size) return names
  }
}

/** As an attribute's value, in which a parser would make spaces of bare line ends and tabs. */
function inAttribute(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, character => `&#${character.charCodeAt(0)};`)
}
