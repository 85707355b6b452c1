import type { Readable, Writable } from 'node:stream'
import { StdioServerTransport, serveStdio as serve } from '@modelcontextprotocol/server/stdio'
import { createServer, type ServerOptions } from './create-server.ts'

/** Longest message that is read, in bytes; a question takes a few hundred. */
const LONGEST_MESSAGE = 1_000_000

export interface StdioOptions extends ServerOptions {
  readonly input: Readable
  /** Carries the protocol and nothing else. */
  readonly output: Writable
  /** Ends it. */
  readonly signal: AbortSignal
  /** Told of messages that are none. */
  readonly onError: (error: Error) => void
}

/** Serves one client until it closes the input or `signal` is aborted. */
export async function serveStdio({ input, output, signal, onError, ...options }: StdioOptions): Promise<void> {
  const transport = new EndingTransport(input, output, { maxBufferSize: LONGEST_MESSAGE })
  const connection = serve(() => createServer(options), { transport, onerror: onError })
  const stop = () => void connection.close()
  signal.addEventListener('abort', stop, { once: true })
  if (signal.aborted) stop()
  await transport.ended
  signal.removeEventListener('abort', stop)
}

/** Says when the connection has ended, whoever ended it. */
class EndingTransport extends StdioServerTransport {
  readonly #ending = Promise.withResolvers<void>()
  readonly ended = this.#ending.promise

  override async close(): Promise<void> {
    await super.close()
    this.#ending.resolve()
  }
}
