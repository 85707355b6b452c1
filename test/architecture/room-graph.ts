import { roomOf } from './rooms.ts'
import { importsOf, isTest, listSources, resolveFrom } from './source-files.ts'

/** What every room imports, so that arrows to it say nothing. */
const EVERYWHERE = 'domain'
/** Between these the page has the diagram. */
const [OPENING, CLOSING] = ['<!-- diagram -->', '<!-- /diagram -->']

/** Which rooms each room imports now. */
export function readRoomImports(): ReadonlyMap<string, ReadonlySet<string>> {
  const imports = new Map<string, Set<string>>()
  for (const path of listSources().filter(path => !isTest(path))) {
    const room = roomOf(path)
    const own = imports.get(room) ?? new Set()
    imports.set(room, own)
    for (const { specifier } of importsOf(path)) {
      if (!specifier.startsWith('.')) continue
      const target = roomOf(resolveFrom(path, specifier))
      if (target !== room) own.add(target)
    }
  }
  return imports
}

/** Puts the diagram of what rooms import now in its place on the page. */
export function fillDiagram(page: string, imports: ReadonlyMap<string, ReadonlySet<string>>): string {
  const [before, after] = [page.split(OPENING)[0], page.split(CLOSING)[1]]
  if (after === undefined) throw new Error(`The page has no place for the diagram: ${OPENING} and ${CLOSING}.`)
  return `${before}${OPENING}\n\`\`\`mermaid\n${drawRooms(imports)}\n\`\`\`\n${CLOSING}${after}`
}

/**
 * A diagram of who imports whom, by Mermaid. An arrow that a longer way of arrows says too is left out, and so are those to what
 * everybody imports.
 */
export function drawRooms(imports: ReadonlyMap<string, ReadonlySet<string>>): string {
  const rooms = [...imports.keys()].filter(room => room !== EVERYWHERE).toSorted()
  const arrows = rooms.flatMap(room =>
    directOf(room, imports)
      .filter(target => imports.has(target) && target !== EVERYWHERE)
      .map(target => `  ${room} --> ${target}`),
  )
  return ['flowchart TD', ...arrows].join('\n')
}

/** Without those that another of them reaches. */
function directOf(room: string, imports: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const own = [...(imports.get(room) ?? [])]
  const further = new Set(own.flatMap(target => [...reachedFrom(target, imports)]))
  return own.filter(target => !further.has(target)).toSorted()
}

/** All rooms that one imports, or that those import. */
function reachedFrom(room: string, imports: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const reached = new Set<string>()
  const waiting = [room]
  for (const one of waiting) {
    for (const target of imports.get(one) ?? []) {
      if (reached.has(target)) continue
      reached.add(target)
      waiting.push(target)
    }
  }
  return reached
}
