/*
 * The one layer that claims are annotated with in INCEpTION: each part of a claim is a span, and what the parts of one claim
 * have in common is the word in `claim`. What the labels say stands at the first cue.
 */

export const LAYER = 'webanno.custom.ClaimPart'

export const FEATURES = ['role', 'claim', 'act', 'quotation', 'naming', 'negated'] as const
export type Feature = (typeof FEATURES)[number]

const DESCRIPTIONS: Readonly<Record<Feature, string>> = {
  role: 'source, cue, content or addressee',
  claim: 'the same word at every part of one claim; any new word makes a new claim',
  act: 'what kind of cue it is; at the first cue',
  quotation: 'direct, indirect, mixed or none; at the first cue',
  naming: 'named, unnamed, anonymous or unstated; at the first cue',
  negated: 'yes or no: whether the cue is negated; at the first cue',
}

/** UIMA's description of the layer, which INCEpTION takes in its settings under Layers, Import. */
export const TYPE_SYSTEM = `<?xml version="1.0" encoding="UTF-8"?>
<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">
  <types>
    <typeDescription>
      <name>${LAYER}</name>
      <description>A part of a claim</description>
      <supertypeName>uima.tcas.Annotation</supertypeName>
      <features>
${FEATURES.map(
  name => `        <featureDescription>
          <name>${name}</name>
          <description>${DESCRIPTIONS[name]}</description>
          <rangeTypeName>uima.cas.String</rangeTypeName>
        </featureDescription>
`,
).join('')}      </features>
    </typeDescription>
  </types>
</typeSystemDescription>
`

/** What XML cannot hold, not even escaped: control characters and two code points that are none. */
const NO_XML = /[^\P{Cc}\t\n\r\x7f-\x9f]|[\ufffe\uffff]/gu

/** A text as XML can hold it: what it cannot is a space, which keeps every offset. */
export function inXml(text: string): string {
  return text.replace(NO_XML, ' ')
}
