/** Tools whose files can be taken back, by the names that exports of the same kind have. */
export const TOOLS = ['brat', 'doccano', 'prodigy', 'inception', 'web-annotation'] as const
export type Tool = (typeof TOOLS)[number]

/** Names of the files that belong to each tool, in a folder or an archive. */
const ENDINGS: Readonly<Record<Tool, RegExp>> = {
  brat: /\.ann$/i,
  doccano: /\.jsonl$/i,
  prodigy: /\.jsonl$/i,
  inception: /\.(?:xmi|tsv)$/i,
  'web-annotation': /\.(?:jsonld|json)$/i,
}

/** Whether a file of this name may be the tool's, or any tool's. */
export function mayBeOf(tool: Tool | null, name: string): boolean {
  return (tool === null ? Object.values(ENDINGS) : [ENDINGS[tool]]).some(ending => ending.test(name))
}

/** Which tool wrote a file, by what it begins with and its name; null when nothing tells. */
export function recogniseTool(name: string, text: string): Tool | null {
  if (/\.ann$/i.test(name)) return 'brat'
  const opening = text.slice(0, 2000).trimStart()
  if (opening.startsWith('#FORMAT=WebAnno TSV') || /<(?:\w+:)?XMI\b/.test(opening)) return 'inception'
  if (/"http:\/\/www\.w3\.org\/ns\/anno\.jsonld"|"Annotation(?:Page|Collection)?"/.test(opening))
    return 'web-annotation'
  if (!opening.startsWith('{')) return null
  const line = firstLine(text)
  if (Array.isArray(line?.entities) || Array.isArray(line?.label)) return 'doccano'
  if (Array.isArray(line?.spans) || Array.isArray(line?.tokens) || line?._task_hash !== undefined) return 'prodigy'
  return null
}

function firstLine(text: string): Readonly<Record<string, unknown>> | null {
  const line = text.trimStart().split('\n', 1)[0] ?? ''
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}
