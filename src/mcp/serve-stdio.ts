import type { Readable, Writable } from 'node:stream'
import { StdioServerTransport, serveStdio as serve } from '@modelcontextprotocol/server/stdio'
import { createServer, type ServerOptions } from './create-server.ts'
import { MessageLines } from './message-lines.ts'

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

/**
 * Serves one client until it closes the input or `signal` is aborted. What is no message is answered with an error of
 * JSON-RPC, and the next line is read.
 */
export async function serveStdio({ input, output, signal, onError, ...options }: StdioOptions): Promise<void> {
  const messages = new MessageLines(LONGEST_MESSAGE, ({ code, reason, id }) => {
    onError(new Error(reason))
    output.write(`${JSON.stringify({ jsonrpc: '2.0', id, error: { code, message: reason } })}\n`)
  })
  const transport = new EndingTransport(messages, output, { maxBufferSize: 2 * LONGEST_MESSAGE })
  const connection = serve(() => createServer(options), { transport, onerror: onError })
  const stop = () => void connection.close()
  signal.addEventListener('abort', stop, { once: true })
  if (signal.aborted) stop()
  // One that breaks off ends too, only without saying so.
  const end = () => void (messages.writableEnded || messages.end())
  input.on('error', onError).on('close', end).pipe(messages)
  await transport.ended
  signal.removeEventListener('abort', stop)
  input.off('error', onError).off('close', end).unpipe(messages)
  // An input that stays open must not keep the process.
  input.pause()
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
