import { textOf } from './source-files.ts'

/** Where rooms, who may import whom, and front doors are said. */
export const PAGE = 'docs/architecture.md'

export interface Room {
  /** `store`, `pipeline`. */
  readonly name: string
  readonly mayImport: readonly string[]
  /** Files, and folders (with `/` behind), that other rooms may import of it. */
  readonly doors: readonly string[]
}

/** The room that a file belongs to: the folder under `src/`, or the top folder. */
export function roomOf(path: string): string {
  const [top, second] = path.split('/') as [string, string?]
  if (top !== 'src') return top
  return (second ?? '').replace(/\.[jt]s$/, '')
}

/** All rooms by their names, as the tables of the page have them. */
export function readRooms(page = textOf(PAGE)): ReadonlyMap<string, Room> {
  const doors = new Map(tableUnder(page, 'Front doors').map(([room = '', own = '']) => [nameIn(room), codesIn(own)]))
  return new Map(
    tableUnder(page, 'Rooms').map(([room = '', , , mayImport = '']) => {
      const name = nameIn(room)
      return [name, { name, mayImport: codesIn(mayImport), doors: doors.get(name) ?? [] }]
    }),
  )
}

export function isDoor(path: string, { doors }: Room): boolean {
  return doors.some(door => (door.endsWith('/') ? path.startsWith(door) : path === door))
}

/** Cells of the rows of the first table under a heading; throws where there is none. */
function tableUnder(page: string, heading: string): string[][] {
  const [, section] = page.split(`\n## ${heading}\n`)
  const rows = (section ?? '').split('\n## ', 1)[0]?.match(/^\|.*\|$/gm) ?? []
  if (rows.length < 3) throw new Error(`${PAGE} has no table under "## ${heading}".`)
  return rows.slice(2).map(row =>
    row
      .slice(1, -1)
      .split('|')
      .map(cell => cell.trim()),
  )
}

function nameIn(cell: string): string {
  return roomOf((codesIn(cell)[0] ?? '').replace(/\/$/, ''))
}

function codesIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(match => match[1] as string)
}
