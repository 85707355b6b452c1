import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import { RESOURCES, type Resource } from './resources.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where test files ask for what they share. */
    readonly lender: string
  }
}

/**
 * The one PostgreSQL and the one browser of a run: this process, in which no test runs, holds them for all test files,
 * starts each when the first file asks for it (a pure test waits for nothing) and ends them with the run.
 */
export default async function lend(project: TestProject): Promise<() => Promise<void>> {
  const lent = new Map<string, Promise<Resource>>()
  const server = createServer((asked, answer) => {
    const name = asked.url?.slice(1) ?? ''
    const start = (RESOURCES as Readonly<Record<string, () => Promise<Resource>>>)[name]
    const resource = lent.get(name) ?? start?.() ?? Promise.reject(new Error(`nothing is called ${name}`))
    lent.set(name, resource)
    resource.then(
      ({ address }) => answer.end(address),
      error => answer.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  project.provide('lender', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  return async () => {
    server.close()
    server.closeAllConnections()
    const ended = [...lent.values()].map(resource => resource.then(one => one.close()))
    // What could not be started has been told to those who asked for it.
    await Promise.allSettled(ended)
  }
}
