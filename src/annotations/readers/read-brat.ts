import { ACTS, NAMINGS, QUOTATION_TYPES, type SpanRole } from '../../domain/labels.ts'
import { withoutBreaks } from '../../export/annotation-tools/brat.ts'
import { quoted, readLabel, refuse } from '../refuse.ts'
import { emptyParts, type ReturnedArticle, type ReturnedClaim, type ReturnedPart } from '../returned-article.ts'

interface BratEvent {
  readonly id: string
  readonly trigger: string
  readonly roles: readonly { readonly role: SpanRole; readonly id: string }[]
}

interface BratFile {
  readonly spans: Map<string, ReturnedPart[]>
  /** Of spans that are marked as an attribution. */
  readonly triggers: Set<string>
  readonly events: Map<string, BratEvent>
  /** By event and then by name; a flag is ''. */
  readonly attributes: Map<string, Map<string, string>>
  readonly notes: Map<string, string>
}

/** The type of the events that are claims, and of their triggers. */
const ATTRIBUTION = 'Attribution'

const ROLES: Readonly<Record<string, SpanRole>> = {
  Source: 'source',
  Cue: 'cue',
  Content: 'content',
  Addressee: 'addressee',
}

/**
 * Reads an `.ann` file of brat: text-bound annotations (`T`), events (`E`), attributes (`A`, `M`) and notes (`#`). Offsets
 * are code points, as Python counts them; words over a line end come in parts. Roles may bear numbers (`Content2`), as
 * brat gives them when somebody adds an argument. Relations (`R`, `*`) and links (`N`) say nothing of claims.
 *
 * @param text what the `.txt` file beside it holds; null where there is none
 * @param given ids of the claims that went out with it, where the folder says so
 */
export function readBrat(
  file: string,
  annotations: string,
  text: string | null,
  given: readonly string[] | null,
): ReturnedArticle {
  const brat = parseLines(file, annotations)
  const claims = [...brat.events.values()].map(event => toClaim(file, brat, event))
  const triggering = new Set([...brat.events.values()].map(({ trigger }) => trigger))
  return {
    where: file,
    articleId: /-([0-9a-f]{16})\.ann$/.exec(file)?.[1] ?? null,
    text,
    writes: withoutBreaks,
    unit: 'code points',
    cutsAtLineEnds: true,
    given,
    claims,
    isEmpty: annotations.trim() === '',
    withoutEvent: [...brat.triggers].filter(id => !triggering.has(id)),
  }
}

function parseLines(file: string, annotations: string): BratFile {
  const brat: BratFile = {
    spans: new Map(),
    triggers: new Set(),
    events: new Map(),
    attributes: new Map(),
    notes: new Map(),
  }
  annotations.split('\n').forEach((written, index) => {
    const line = written.replace(/\r$/, '')
    if (line.trim() === '') return
    const where = `${file}, line ${index + 1},`
    const [id = '', data = '', ...tail] = line.split('\t')
    if (line.indexOf('\t') < 1) refuse(where, `is no annotation of brat: ${quoted(line)}`)
    if (/^T\d/.test(id)) {
      addOnce(where, brat.spans, id, parseSpans(where, data, tail.join('\t')))
      if (data.startsWith(`${ATTRIBUTION} `)) brat.triggers.add(id)
    } else if (/^E\d/.test(id)) {
      const event = parseEvent(where, id, data)
      if (event !== null) addOnce(where, brat.events, id, event)
    } else if (/^[AM]\d/.test(id)) addAttribute(brat, where, data)
    else if (id.startsWith('#')) brat.notes.set(data.split(' ')[1] ?? '', tail.join('\t'))
    else if (!/^(?:R\d|N\d|\*$)/.test(id)) refuse(where, `begins with ${quoted(id)}, which is no annotation of brat`)
  })
  return brat
}

function addOnce<Value>(where: string, map: Map<string, Value>, id: string, value: Value): void {
  if (map.has(id)) refuse(where, `gives ${id} a second time`)
  map.set(id, value)
}

/** `Content 91 186;209 236` and the words of all parts. */
function parseSpans(where: string, data: string, words: string): ReturnedPart[] {
  const offsets = /^\S+ (\d+ \d+(?:;\d+ \d+)*) ?$/.exec(data)?.[1]
  if (offsets === undefined) refuse(where, `has no offsets as brat writes them: ${quoted(data)}`)
  const parts = (offsets as string).split(';').map(pair => pair.split(' ').map(Number) as [number, number])
  const points = Array.from(words)
  let at = 0
  return parts.map(([start, end]) => {
    const own = points.slice(at, at + end - start).join('')
    at += end - start + 1
    return { start, end, words: words === '' ? null : own }
  })
}

/** Null for events of another kind than ours. */
function parseEvent(where: string, id: string, data: string): BratEvent | null {
  const [head = '', ...roles] = data.trimEnd().split(/ +/)
  const [type, trigger] = head.split(':')
  if (trigger === undefined || trigger === '') refuse(where, `is an event without a trigger: ${quoted(data)}`)
  if (type !== ATTRIBUTION) return null
  return {
    id,
    trigger: trigger as string,
    roles: roles.map(written => {
      const [name = '', target] = written.split(':')
      const role = ROLES[name.replace(/\d+$/, '')]
      if (role === undefined || target === undefined)
        return refuse(where, `has ${quoted(written)} where source, cue, content or addressee are expected`)
      return { role, id: target }
    }),
  }
}

function addAttribute({ attributes }: BratFile, where: string, data: string): void {
  const [name = '', target, value = ''] = data.trimEnd().split(' ')
  if (target === undefined) refuse(where, `is an attribute of nothing: ${quoted(data)}`)
  const known = attributes.get(target as string) ?? new Map<string, string>()
  attributes.set(target as string, known.set(name, value))
}

function toClaim(file: string, { spans, attributes, notes }: BratFile, event: BratEvent): ReturnedClaim {
  const where = `${file}, ${event.id},`
  const find = (id: string) => spans.get(id) ?? refuse(where, `names ${id}, which is not there`)
  const parts = emptyParts()
  for (const { role, id } of event.roles) parts[role].push(...find(id))
  const trigger = find(event.trigger)
  // Who adds an attribution marks its trigger, and may leave the cue unsaid. Of a claim without a cue the trigger is the
  // content.
  const isContent = parts.cue.length === 0 && JSON.stringify(trigger) === JSON.stringify(parts.content)
  if (parts.cue.length === 0 && !isContent) parts.cue.push(...trigger)
  const labels = attributes.get(event.id) ?? new Map<string, string>()
  const label = <Label extends string>(name: string, all: readonly Label[]) => {
    const value = labels.get(name)
    return value === undefined ? undefined : readLabel(where, all, value)
  }
  const note = /^claim ([0-9a-f]{6,})(?:, (.*))?$/.exec(notes.get(event.id)?.trim() ?? '')
  return {
    where,
    claimId: note?.[1] ?? null,
    parts,
    trigger: isContent ? undefined : trigger,
    act: label('Act', ACTS),
    quotation: label('Quotation', QUOTATION_TYPES),
    naming: label('Naming', NAMINGS),
    negated: labels.has('Negated'),
    name: note?.[2]?.trim() || undefined,
  }
}
