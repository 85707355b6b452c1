import { quoted, refuse } from '../refuse.ts'
import type { ReturnedArticle } from '../returned-article.ts'
import { groupParts, type LabelledPart, roleOf } from './group-parts.ts'
import { articleIdOf, type Fields, fieldsOf, givenOf, listOf, offsetOf, parseLines, textOf } from './json-fields.ts'

/** Tasks that came back, and how many of them nobody answered for. */
export interface ProdigyTasks {
  readonly articles: readonly ReturnedArticle[]
  /** Answered with reject or ignore: their annotations are nobody's word. */
  readonly unanswered: number
}

/** Reads the JSONL of `prodigy db-out`. A task that was answered twice counts as it was answered last. */
export function readProdigy(file: string, text: string): ProdigyTasks {
  const tasks = parseLines(file, text)
  const answered = tasks.filter(({ fields }) => fields.answer === undefined || fields.answer === 'accept')
  const last = new Map(answered.map(task => [task.fields.text, task]))
  return {
    articles: [...last.values()].map(({ where, fields }) => toArticle(where, fields)),
    unanswered: tasks.length - answered.length,
  }
}

function toArticle(where: string, task: Fields): ReturnedArticle {
  const parts = new Map<string, LabelledPart>()
  listOf(where, 'spans', task.spans ?? []).forEach((value, index) => {
    const part = toPart(where, value, `span ${index + 1}`)
    if (part !== null) parts.set(keyOf(part), part)
  })
  const relations = listOf(where, 'relations', task.relations ?? []).flatMap((value, index) => {
    const { label, head_span, child_span } = fieldsOf(where, value)
    if (roleOf(label) === null) return []
    const at = `relation ${index + 1}`
    const find = (span: unknown) => {
      const part = toPart(where, span, at)
      if (part === null) return refuse(where, `has ${at} between words without a label of ours: ${quoted(span)}`)
      // Other views than rel.manual keep relations of words that are marked no more.
      const problem = `has ${at} of words that are marked no more; correct relations in rel.manual, where they follow`
      return parts.get(keyOf(part)) ?? refuse(where, problem)
    }
    return [{ from: find(child_span), to: find(head_span), where: at }]
  })
  const meta = typeof task.meta === 'object' && task.meta !== null ? (task.meta as Fields) : {}
  return {
    where,
    articleId: articleIdOf(meta.sha256),
    text: textOf(where, 'text', task.text),
    writes: text => text,
    // Its tokens are spaCy's, whose offsets are Python's.
    unit: 'code points',
    cutsAtLineEnds: false,
    given: givenOf(task.claims),
    claims: groupParts(where, [...parts.values()], relations),
  }
}

/** Null for a span with a label of another kind. */
function toPart(where: string, value: unknown, at: string): LabelledPart | null {
  const span = fieldsOf(where, value)
  const role = roleOf(span.label)
  if (role === null) return null
  return {
    start: offsetOf(where, `start of ${at}`, span.start),
    end: offsetOf(where, `end of ${at}`, span.end),
    words: null,
    role,
    where: at,
    claims: givenOf(span.claims) ?? [],
  }
}

function keyOf({ start, end, role }: LabelledPart): string {
  return `${start} ${end} ${role}`
}
