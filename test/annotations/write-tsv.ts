/** A part of a claim in UTF-16. */
interface Part {
  readonly start: number
  readonly end: number
  readonly features: readonly string[]
}

interface Row {
  readonly start: number
  readonly end: number
  readonly isToken: boolean
  readonly cells: string[]
}

const FEATURES = ['act', 'claim', 'naming', 'negated', 'quotation', 'role']

/**
 * WebAnno TSV 3.3 as INCEpTION writes it from its XMI: features by name, a row a token, rows for pieces of tokens that a part
 * begins or ends in, a number in brackets for each part, and `*` for what is empty. A sentence is a line here.
 */
export function toTsv(xmi: string, text: string): string {
  const parts = [...xmi.matchAll(/<custom:ClaimPart ([^>]*)\/>/g)].map(([, attributes = '']): Part => {
    const read = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? null
    const features = FEATURES.map(name => (read(name) === null ? '*' : withBackslashes(read(name) as string)))
    return { start: Number(read('begin')), end: Number(read('end')), features }
  })
  const lines = ['#FORMAT=WebAnno TSV 3.3', `#T_SP=webanno.custom.ClaimPart|${FEATURES.join('|')}`, '', '']
  let sentence = 0
  for (const { index, 0: line } of text.matchAll(/[^\r\n]*\S[^\r\n]*/g)) {
    const tokens = [...line.matchAll(/[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu)].map(token => index + token.index)
    if (tokens.length === 0) continue
    sentence++
    lines.push(`#Text=${withBackslashes(line)}`)
    const rows = tokens.map((start): Row => {
      const end = start + (/^(?:[\p{L}\p{N}\p{M}]+|.)/su.exec(text.slice(start))?.[0].length ?? 1)
      return { start, end, isToken: true, cells: [] }
    })
    lines.push(...writeRows(sentence, rows, parts, text), '')
  }
  return lines.join('\n')
}

function writeRows(sentence: number, tokens: readonly Row[], parts: readonly Part[], text: string): string[] {
  return tokens.flatMap((token, index) => {
    const rows = new Map<string, Row>([[`${token.start} ${token.end}`, token]])
    parts.forEach((part, number) => {
      const start = Math.max(token.start, part.start)
      const end = Math.min(token.end, part.end)
      if (start >= end) return
      const row = rows.get(`${start} ${end}`) ?? { start, end, isToken: false, cells: [] }
      rows.set(`${start} ${end}`, row)
      part.features.forEach((value, feature) => {
        const before = row.cells[feature]
        row.cells[feature] = `${before === undefined ? '' : `${before}|`}${value}[${number + 1}]`
      })
    })
    return [...rows.values()].map(({ start, end, cells }, piece) => {
      const id = `${sentence}-${index + 1}${piece === 0 ? '' : `.${piece}`}`
      const values = FEATURES.map((_, feature) => cells[feature] ?? '_')
      return `${[id, `${start}-${end}`, withBackslashes(text.slice(start, end)), ...values].join('\t')}\t`
    })
  })
}

function withBackslashes(text: string): string {
  return text
    .replace(/[\\[\]|_;*]|->/g, sign => `\\${sign}`)
    .replaceAll('\t', '\\t')
    .replaceAll('\r', '\\r')
}
