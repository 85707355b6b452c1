import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createProgram } from '../src/cli/program.ts'

const read = (name: string) => readFileSync(join(import.meta.dirname, '../deploy', name), 'utf8')

/** Directives of the sections of a unit, those that come several times too. */
function parseUnit(text: string): Map<string, (readonly [name: string, value: string])[]> {
  const sections = new Map<string, (readonly [string, string])[]>()
  let section: (readonly [string, string])[] = []
  for (const line of text.split('\n').filter(line => line !== '' && !line.startsWith('#'))) {
    const [, heading] = /^\[(\w+)\]$/.exec(line) ?? []
    const [, name, value] = /^(\w+)=(.+)$/.exec(line) ?? []
    if (heading !== undefined) {
      section = []
      sections.set(heading, section)
    } else if (name !== undefined && value !== undefined) section.push([name, value])
    else throw new Error(`"${line}" is neither a section nor a directive`)
  }
  return sections
}

const program = await createProgram()

/** A command line that the program takes: its command exists, and so do all its options. */
function requireCommand(line: readonly string[]): Command | undefined {
  const [name, ...rest] = line
  const command = program.commands.find(command => command.name() === name)
  const options = rest.filter(word => word.startsWith('-'))
  const known = command?.options.flatMap(({ long, short }) => [long, short]) ?? []
  expect(options.filter(option => !known.includes(option))).toEqual([])
  return command
}

describe('the unit for systemd', () => {
  it('has its sections, and starts a command that there is', () => {
    const unit = parseUnit(read('hearsay-work.service'))
    expect([...unit.keys()]).toEqual(['Unit', 'Service', 'Install'])
    const service = new Map(unit.get('Service'))
    const [program, ...line] = service.get('ExecStart')?.split(' ') ?? []
    expect(program).toMatch(/^\/.*\/hearsay$/)
    expect(requireCommand(line)).toBeDefined()
    expect(service.get('SuccessExitStatus')).toBe('130')
  })
})

describe('the compose file', () => {
  const compose = parse(read('compose.yaml'), { merge: true }) as {
    services: Record<
      string,
      {
        image?: string
        build?: string
        command?: string[]
        environment: Record<string, string>
        depends_on?: object
        volumes?: string[]
      }
    >
    volumes: Record<string, null>
  }

  it('has services of an image or a build, which depend on each other and use volumes that there are', () => {
    for (const { image, build, depends_on: needs = {}, volumes = [] } of Object.values(compose.services)) {
      expect([image, build].filter(what => what !== undefined)).toHaveLength(1)
      expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(Object.keys(needs)))
      const named = volumes.map(volume => volume.split(':')[0] as string).filter(name => !/^[./]/.test(name))
      expect(Object.keys(compose.volumes)).toEqual(expect.arrayContaining(named))
    }
  })

  it('starts commands that there are, on the database that it makes', () => {
    const { db, ...others } = compose.services
    const { POSTGRES_USER: user, POSTGRES_DB: name } = db?.environment ?? {}
    for (const { command = [], environment } of Object.values(others)) {
      expect(requireCommand(command)).toBeDefined()
      expect(environment.HEARSAY_DB).toBe(`postgres://${user}@db/${name}`)
    }
  })

  it('builds an image whose program is hearsay', () => {
    expect(read('Dockerfile')).toMatch(/^ENTRYPOINT \["hearsay"\]$/m)
  })
})
