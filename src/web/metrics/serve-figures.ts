import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HearsayError } from '../../domain/errors.ts'
import { requireToken } from '../guard/require-token.ts'
import { carriesToken } from '../guard/token.ts'

export interface FiguresOptions {
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
  /** What `/metrics` asks for; null where only this machine can reach it. */
  readonly token: string | null
  /** Whether the work goes on. */
  readonly isReady: () => boolean
  /** All figures as of now, and the type of their text. */
  readonly answer: () => Promise<{ readonly type: string; readonly text: string }>
}

const PATIENCE = { headersTimeout: 5_000, requestTimeout: 10_000, maxHeaderSize: 8_192 }

/**
 * Answers `/healthz`, `/readyz` and `/metrics` for a process that shows nothing else.
 *
 * @throws HearsayError 2 (no token, or a weak one, where others can reach it; port not free)
 */
export async function serveFigures(
  options: FiguresOptions,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const { host, port, token } = options
  requireToken(host, token)
  const server = createServer(PATIENCE, (request, response) => {
    const isReading = request.method === 'GET' || request.method === 'HEAD'
    const path = (request.url ?? '').split('?', 1)[0]
    if (!isReading) return end(response, 405, 'This only answers questions.\n', { Allow: 'GET, HEAD' })
    if (path === '/healthz') return end(response, 200, 'ok\n')
    if (path === '/readyz') return options.isReady() ? end(response, 200, 'ready\n') : end(response, 503, 'not ready\n')
    if (path !== '/metrics') return end(response, 404, 'Here are /healthz, /readyz and /metrics.\n')
    if (token !== null && !carriesToken(request.headers.authorization, token))
      return end(response, 401, 'The token is missing or wrong.\n', { 'WWW-Authenticate': 'Bearer realm="Hearsay"' })
    options.answer().then(
      ({ type, text }) => end(response, 200, text, { 'Content-Type': type }),
      () => end(response, 503, 'The figures cannot be read now.\n'),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new HearsayError(`Port ${port} of ${host} cannot be used (${error.code}); give another.`, 'port-unusable', {
          cause: error,
        }),
      ),
    )
    server.listen(port, host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = new Promise(resolve => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

function end(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...headers,
  })
  response.end(text)
}
