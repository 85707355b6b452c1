import pg from 'pg'

/** What the names of a statement mean to the server, by its own account. */
export interface Resolved {
  /** Oids of the functions that it calls, also through operators, aggregates and windows. */
  readonly functions: readonly number[]
  readonly operators: readonly number[]
  readonly relations: readonly number[]
  /** Of everything that is computed. */
  readonly types: readonly number[]
}

/**
 * Lets a server look up every name of statements without running them: PREPARE analyses, and `debug_print_parse` makes the
 * server tell what came of it.
 */
export class NameResolver {
  readonly #client: pg.Client
  #trees: string[] = []

  private constructor(client: pg.Client) {
    this.#client = client
    // Long lines of it are broken where a space was.
    client.on('notice', ({ message = '', detail = '' }) => {
      if (message.startsWith('parse tree')) this.#trees.push(detail.replaceAll('\n', ' '))
    })
  }

  /** @param settings as the console's */
  static async connect(url: string, settings: readonly string[]): Promise<NameResolver> {
    const client = new pg.Client(url)
    await client.connect()
    const telling = ['SET debug_pretty_print = off', 'SET client_min_messages = log', 'SET debug_print_parse = on']
    for (const setting of [...settings, ...telling]) await client.query(setting)
    return new NameResolver(client)
  }

  /** Null when the server refuses the statement. */
  async resolve(statement: string): Promise<Resolved | null> {
    this.#trees = []
    try {
      await this.#client.query(`PREPARE question AS ${statement}`)
    } catch (error) {
      if (error instanceof pg.DatabaseError) return null
      throw error
    }
    const tree = this.#trees.find(one => one.includes(':commandType 1')) ?? ''
    await this.#client.query('DEALLOCATE question')
    if (tree === '') throw new Error(`the server told nothing of ${statement}`)
    return {
      functions: numbersOf(tree, /:(?:funcid|opfuncid|aggfnoid|winfnoid|tsmhandler) (\d+)/g),
      operators: [
        ...numbersOf(tree, /:(?:opno|eqop|sortop) (\d+)/g),
        ...[...tree.matchAll(/:opnos \(o([ \d]*)\)/g)].flatMap(match => (match[1] ?? '').trim().split(' ').map(Number)),
      ],
      relations: numbersOf(tree, /:relid (\d+)/g),
      types: numbersOf(tree, /:(?:consttype|resulttype|funcresulttype|opresulttype|vartype) (\d+)/g),
    }
  }

  async close(): Promise<void> {
    await this.#client.end()
  }
}

function numbersOf(tree: string, pattern: RegExp): number[] {
  return [...new Set([...tree.matchAll(pattern)].map(match => Number(match[1])))].filter(oid => oid !== 0)
}
