import { join } from 'node:path'

/**
 * Where Node keeps the code that it compiled of Hearsay and its libraries, for processes and threads of tests: half the
 * time of a short command. What has changed is compiled anew.
 */
export const COMPILED = join(import.meta.dirname, '../../node_modules/.cache/hearsay-compiled')
