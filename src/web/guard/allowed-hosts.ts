/** Where the site listens, and under which names people reach it. */
export interface Address {
  /** Address to listen on: `127.0.0.1` unless the user says otherwise. */
  readonly host: string
  readonly port: number
  /** Other names it is reached by, as in `audit.example.org` or `audit.example.org:8443`. */
  readonly names: readonly string[]
}

/** Whether only this machine can reach it. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

/**
 * Every value that the Host header may have, in lower case. A page elsewhere can make a browser ask this address under
 * a name of its own ("DNS rebinding"), but then the header has that name.
 */
export function allowedHosts({ host, port, names }: Address): ReadonlySet<string> {
  const listening = host.includes(':') ? `[${host}]` : host
  const own = isLoopback(host) ? [listening, '127.0.0.1', 'localhost', '[::1]'] : [listening]
  // Browsers leave out the port that the scheme implies.
  const withPort = own.flatMap(name => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]))
  return new Set([...withPort, ...names].map(name => name.toLowerCase()))
}
