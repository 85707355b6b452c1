import process from 'node:process'

/*
 * Imported first by the library's entry: a Node that is too old gets one sentence instead of a fault somewhere deep.
 */

/** As `engines` in package.json has it. */
const OLDEST = [24, 10] as const

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  throw new Error(
    `Hearsay needs Node ${OLDEST.join('.')} or newer and this is Node ${process.versions.node}: update Node.`,
  )
}
