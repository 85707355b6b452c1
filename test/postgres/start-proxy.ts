import { createServer, connect as dial, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** Stands between clients and a server of this machine, until the test has ended. */
export interface Proxy {
  readonly port: number
}

/**
 * @param port of the server
 * @param change what the server says on its way to the client; as many bytes as it was given
 * @param isTooMuch whether what the client says is not passed on: it is cut off instead
 */
export async function startProxy(
  port: number,
  change: (bytes: Buffer) => Buffer,
  isTooMuch: (bytes: Buffer) => boolean = () => false,
): Promise<Proxy> {
  const sockets = new Set<Socket>()
  const keep = (socket: Socket) => {
    sockets.add(socket)
    // Whoever is cut off hears of it from its own end.
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    return socket
  }
  const proxy = createServer(client => {
    const server = keep(dial(port, '127.0.0.1'))
    keep(client)
      .on('data', bytes => {
        if (isTooMuch(bytes)) client.destroy()
        else server.write(bytes)
      })
      .on('close', () => server.end())
    server.on('data', bytes => client.write(change(bytes))).on('end', () => client.end())
  })
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    proxy.close()
  })
  const address = proxy.address()
  return { port: typeof address === 'object' && address !== null ? address.port : 0 }
}
