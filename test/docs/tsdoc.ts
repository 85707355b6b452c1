/** Turns comments in TSDoc into Markdown. */

/**
 * What a comment says: its paragraphs, then parameters, result and errors, then its example.
 *
 * @param names of functions that an example has to import when it uses them
 */
export function renderDoc(comment: string | null, names: readonly string[]): string {
  if (comment === null) return ''
  const { paragraphs, tags } = read(comment)
  const parameters = tags.filter(({ tag }) => tag === 'param').map(({ text }) => `- ${parameter(text)}`)
  const returns = tags.filter(({ tag }) => tag === 'returns').map(({ text }) => `Returns ${inline(text)}.`)
  const errors = tags.filter(({ tag }) => tag === 'throws').map(({ text }) => `Throws ${inline(text)}.`)
  const examples = tags.filter(({ tag }) => tag === 'example').map(({ text }) => example(text, names))
  const list = parameters.length === 0 ? [] : [parameters.join('\n')]
  return [...paragraphs.map(inline), ...list, ...returns, ...errors, ...examples].map(part => `${part}\n`).join('\n')
}

/** A comment without its example: a type's shows how to make one inside the library. */
export function withoutDoc(comment: string): string {
  return comment.replace(/\n\s*\*\s*@example[\s\S]*$/, '')
}

interface Tag {
  readonly tag: string
  readonly text: string
}

function read(comment: string): { readonly paragraphs: readonly string[]; readonly tags: readonly Tag[] } {
  const lines = comment
    .replace(/^\*/, '')
    .split('\n')
    .map(line => line.replace(/^\s*\* ?/, ''))
  const parts: { tag: string; lines: string[] }[] = [{ tag: '', lines: [] }]
  for (const line of lines) {
    const [, tag, rest = ''] = /^@(\w+)\s*(.*)$/.exec(line) ?? []
    if (tag === undefined) parts.at(-1)?.lines.push(line)
    else parts.push({ tag, lines: [rest] })
  }
  const [opening, ...tags] = parts.map(({ tag, lines }) => ({ tag, text: lines.join('\n').trim() }))
  const paragraphs = (opening?.text ?? '').split(/\n\s*\n/).map(paragraph => paragraph.replaceAll(/\s*\n\s*/g, ' '))
  return { paragraphs: paragraphs.filter(paragraph => paragraph !== ''), tags }
}

function parameter(text: string): string {
  const [, name = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(text) ?? []
  return `\`${name}\`: ${inline(rest)}`
}

function inline(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ').replaceAll(/\{@link (\w+)\}/g, '`$1`')
}

/** An example as a program of its own. */
function example(code: string, names: readonly string[]): string {
  const used = names.filter(name => new RegExp(`\\b${name}\\(`).test(code)).toSorted()
  const imports = used.length === 0 ? '' : `import { ${used.join(', ')} } from 'hearsay'\n\n`
  return `\`\`\`ts\n${imports}${code}\n\`\`\``
}
