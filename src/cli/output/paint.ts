import { styleText } from 'node:util'
import type { Surroundings } from '../surroundings.ts'

type Style = Parameters<typeof styleText>[0]

/** Puts a text in a colour, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string

/** Colours for standard output: on a terminal unless NO_COLOR is set, elsewhere only when FORCE_COLOR is. */
export function choosePaint({ environment, standardOutput }: Surroundings): Paint {
  return usesColour(environment, standardOutput.isTTY === true)
    ? (style, text) => styleText(style, text, { validateStream: false })
    : (_style, text) => text
}

/** Whether output is coloured, by the conventions of no-color.org and force-color.org. */
export function usesColour(environment: Surroundings['environment'], isTerminal: boolean): boolean {
  if (isSet(environment.NO_COLOR)) return false
  if (isSet(environment.FORCE_COLOR)) return environment.FORCE_COLOR !== '0'
  return isTerminal && environment.TERM !== 'dumb'
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== ''
}
