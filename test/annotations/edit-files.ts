import type { Tool } from '../../src/annotations/formats.ts'
import { ACTS, type SpanRole } from '../../src/domain/labels.ts'
import { CodePointText } from '../../src/domain/text/code-point-text.ts'
import type { ExportedClaim } from '../../src/export/exported-claim.ts'

/*
 * What somebody does in a tool, done to the files of that tool as the tool writes them: doccano with new numbers and without
 * what it does not know, Prodigy with its hashes and answers.
 */

/** The first span of a role of a claim, and where it begins instead (code points). */
export interface Move {
  readonly claim: ExportedClaim
  readonly role: SpanRole
  readonly start: number
  readonly end: number
  readonly newStart: number
  readonly text: string
}

export interface Edits {
  /** The files as the tool gives them back when nobody did anything. */
  readonly resave: (files: Files) => Files
  readonly move: (files: Files, move: Move) => Files
  readonly remove: (files: Files, claim: ExportedClaim) => Files
  /** Null where the tool has no place for acts. */
  readonly relabel: ((files: Files, claim: ExportedClaim) => Files) | null
}

export type Files = ReadonlyMap<string, string>

/** Another act than the claim's. */
export const otherAct = ({ act }: ExportedClaim) => (act === 'denial' ? 'promise' : 'denial')

const mapText = (files: Files, edit: (text: string, name: string) => string): Files =>
  new Map([...files].map(([name, text]) => [name, edit(text, name)]))
const mapLines = (files: Files, edit: (line: string) => string | null): Files =>
  mapText(files, text =>
    text
      .split('\n')
      .map(edit)
      .filter(line => line !== null)
      .join('\n'),
  )
// biome-ignore lint/suspicious/noExplicitAny: JSON of other programs, which these edits know.
type Json = any
const mapJsonLines = (files: Files, edit: (line: Json) => void): Files =>
  mapLines(files, line => {
    if (line === '') return line
    const value = JSON.parse(line)
    edit(value)
    return JSON.stringify(value)
  })

const sliceOf = (text: string, start: number, end: number) => new CodePointText(text).slice({ start, end })

const brat: Edits = {
  resave: files => files,
  move: (files, { claim, role, start, newStart }) =>
    mapText(files, annotations => {
      const event = eventOf(annotations, claim)
      if (event === null) return annotations
      // Half of those who move a cue move what brat shows as the event itself.
      const name = role === 'cue' && start % 2 === 0 ? 'Attribution' : `${role[0]?.toUpperCase()}${role.slice(1)}`
      const id = new RegExp(`[\t ]${name}:(T\\d+)`).exec(event.line)?.[1] as string
      const edit = (line: string) => {
        const [, type, from, rest, words] = new RegExp(`^${id}\t(\\w+) (\\d+) (.*?)\t(.*)$`).exec(line) ?? []
        if (type === undefined) return line
        const left = Array.from(words ?? '').slice(newStart - Number(from))
        return `${id}\t${type} ${newStart} ${rest}\t${left.join('')}`
      }
      return annotations.split('\n').map(edit).join('\n')
    }),
  remove: (files, claim) =>
    mapText(files, annotations => {
      const event = eventOf(annotations, claim)
      if (event === null) return annotations
      const gone = new Set([event.id, ...event.line.matchAll(/:(T\d+)/g).map(([, id]) => id)])
      const isGone = (line: string) =>
        gone.has(line.split('\t')[0] ?? '') || line.split('\t')[1]?.split(' ')[1] === event.id
      return annotations
        .split('\n')
        .filter(line => !isGone(line))
        .join('\n')
    }),
  relabel: (files, claim) =>
    mapText(files, annotations => {
      const event = eventOf(annotations, claim)
      if (event === null) return annotations
      return annotations.replace(new RegExp(`\tAct ${event.id} \\S+`), `\tAct ${event.id} ${otherAct(claim)}`)
    }),
}

function eventOf(annotations: string, claim: ExportedClaim) {
  const id = new RegExp(`AnnotatorNotes (E\\d+)\tclaim ${claim.id}`).exec(annotations)?.[1]
  if (id === undefined) return null
  return { id, line: new RegExp(`^${id}\t.*$`, 'm').exec(annotations)?.[0] as string }
}

const doccano: Edits = {
  // Numbers of its own, and nothing in a relation that it has no column for.
  resave: files =>
    mapJsonLines(files, line => {
      line.id = 7
      for (const entity of line.entities) entity.id += 5000
      line.relations = line.relations.map(({ id, from_id, to_id, type }: Json) => ({
        id: id + 900,
        from_id: from_id + 5000,
        to_id: to_id + 5000,
        type,
      }))
      line.Comments = []
    }),
  move: (files, move) => {
    let fresh = 0
    const edited = mapJsonLines(files, line => {
      const entity = entityOf(line, move)
      if (entity === undefined) return
      // To move words is to delete them and to mark others, with the relations anew.
      const id = 100_000 + fresh++
      for (const relation of line.relations) {
        if (relation.from_id === entity.id) relation.from_id = id
        if (relation.to_id === entity.id) relation.to_id = id
      }
      line.entities = line.entities.filter((other: Json) => other !== entity)
      line.entities.push({ ...entity, id, start_offset: new CodePointText(move.text).toUtf16(move.newStart) })
    })
    return doccano.resave(edited)
  },
  remove: (files, claim) =>
    doccano.resave(
      mapJsonLines(files, line => {
        const own = new Set<number>()
        for (const relation of line.relations)
          if (relation.claim === claim.id) own.add(relation.from_id).add(relation.to_id)
        line.relations = line.relations.filter((relation: Json) => relation.claim !== claim.id)
        line.entities = line.entities.filter((entity: Json) => !own.has(entity.id))
      }),
    ),
  relabel: null,
}

function entityOf(line: Json, { claim, role, start, end, text }: Move): Json {
  const cut = new CodePointText(text)
  const ids = line.relations
    .filter((relation: Json) => relation.claim === claim.id)
    .flatMap(({ from_id, to_id }: Json) => [from_id, to_id])
  return line.entities.find(
    (entity: Json) =>
      ids.includes(entity.id) &&
      entity.label === role &&
      entity.start_offset === cut.toUtf16(start) &&
      entity.end_offset === cut.toUtf16(end),
  )
}

const prodigy: Edits = {
  resave: files =>
    mapJsonLines(files, task => {
      Object.assign(task, {
        _input_hash: task.text.length,
        _task_hash: -task.text.length,
        _view_id: 'relations',
        answer: 'accept',
        _timestamp: 1_700_000_000,
      })
      for (const relation of task.relations) relation.color = '#ffd882'
    }),
  move: (files, { claim, role, start, end, newStart }) =>
    prodigy.resave(
      mapJsonLines(files, task => {
        const isIt = (span: Json) => span.start === start && span.end === end && span.label === role
        const span = task.spans.find((span: Json) => isIt(span) && span.claims.includes(claim.id))
        if (span === undefined) return
        const token = task.tokens.find((token: Json) => token.start >= newStart)
        const moved = { start: newStart, end, token_start: token.id, token_end: span.token_end, label: role }
        task.spans = task.spans.map((other: Json) => (other === span ? moved : other))
        for (const relation of task.relations) {
          if (isIt(relation.head_span)) relation.head_span = { ...moved }
          if (isIt(relation.child_span)) relation.child_span = { ...moved }
        }
      }),
    ),
  remove: (files, claim) =>
    prodigy.resave(
      mapJsonLines(files, task => {
        const own = (span: Json) => span.claims.length === 1 && span.claims[0] === claim.id
        const keys = new Set(task.spans.filter(own).map(({ start, end, label }: Json) => `${start} ${end} ${label}`))
        const isGone = ({ start, end, label }: Json) => keys.has(`${start} ${end} ${label}`)
        task.relations = task.relations.filter(
          ({ head_span, child_span }: Json) => !isGone(head_span) && !isGone(child_span),
        )
        task.spans = task.spans.filter((span: Json) => !own(span))
      }),
    ),
  relabel: null,
}

const PART = /<custom:ClaimPart [^>]*\/>/g

const inception: Edits = {
  resave: files => files,
  move: (files, { claim, role, start, newStart, text }) => {
    const cut = new CodePointText(text)
    return mapText(files, (xml, name) =>
      name.includes(claim.article.id.slice(0, 16))
        ? xml.replace(PART, part =>
            isPartOf(part, claim) && part.includes(`role="${role}"`)
              ? part.replace(`begin="${cut.toUtf16(start)}"`, `begin="${cut.toUtf16(newStart)}"`)
              : part,
          )
        : xml,
    )
  },
  remove: (files, claim) => mapText(files, xml => xml.replace(PART, part => (isPartOf(part, claim) ? '' : part))),
  relabel: (files, claim) =>
    mapText(files, xml =>
      xml.replace(PART, part =>
        isPartOf(part, claim) ? part.replace(/act="[^"]*"/, `act="${otherAct(claim)}"`) : part,
      ),
    ),
}

const isPartOf = (part: string, claim: ExportedClaim) =>
  claim.id.startsWith(/claim="([^"]*)"/.exec(part)?.[1] as string)

const webAnnotation: Edits = {
  resave: files => files,
  move: (files, { claim, role, start, end, newStart, text }) =>
    mapAnnotations(files, claim, annotation => {
      for (const { styleClass, selector } of annotation.target)
        if (styleClass === role && selector[0].start === start && selector[0].end === end) {
          selector[0].start = newStart
          selector[1].exact = sliceOf(text, newStart, end)
        }
      return annotation
    }),
  remove: (files, claim) => mapAnnotations(files, claim, () => null),
  relabel: (files, claim) =>
    mapAnnotations(files, claim, annotation => {
      for (const body of annotation.body) if (ACTS.includes(body.value)) body.value = otherAct(claim)
      return annotation
    }),
}

function mapAnnotations(files: Files, claim: ExportedClaim, edit: (annotation: Json) => Json): Files {
  return mapText(files, json => {
    const edited = (JSON.parse(json) as Json[]).flatMap(item => {
      const kept = item.id.endsWith(`#claim-${claim.id}`) ? edit(item) : item
      return kept === null ? [] : [kept]
    })
    return JSON.stringify(edited)
  })
}

export const EDITS: Readonly<Record<Tool, Edits>> = {
  brat,
  doccano,
  prodigy,
  inception,
  'web-annotation': webAnnotation,
}
