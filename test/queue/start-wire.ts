import { createServer, connect as dial, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A network between a client and a server of this machine that can be cut without either hearing of it. */
export interface Wire {
  readonly port: number
  /** From now on nothing gets through, in either direction, and nobody is told. */
  cut(): void
  mend(): void
}

/** @param port of the server */
export async function startWire(port: number): Promise<Wire> {
  const sockets = new Set<Socket>()
  let isCut = false
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    if (isCut) socket.pause()
    return socket
  }
  const wire = createServer(socket => {
    const server = keep(dial(port, '127.0.0.1'))
    const client = keep(socket)
    client.on('data', bytes => server.write(bytes)).on('close', () => server.destroy())
    server.on('data', bytes => client.write(bytes)).on('close', () => client.destroy())
    if (isCut) for (const end of [client, server]) end.pause()
  })
  await new Promise<void>(resolve => wire.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    wire.close()
  })
  const address = wire.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    cut: () => {
      isCut = true
      for (const socket of sockets) socket.pause()
    },
    mend: () => {
      isCut = false
      for (const socket of sockets) socket.resume()
    },
  }
}
