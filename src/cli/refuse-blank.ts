import type { Command } from 'commander'
import { HearsayError } from '../domain/errors.ts'
import { isBlank } from '../domain/text/blank.ts'

/**
 * Refuses an argument or a value of an option that is empty: nothing is called by it, and a shell leaves it where a variable has no
 * value. Whatever reads it would have to say so in its own words, or would take the folder where one works for a file.
 *
 * @throws HearsayError (2) that names it
 */
export function refuseBlank(command: Command): void {
  for (const option of command.options) {
    const name = option.attributeName()
    const source = command.getOptionValueSource(name)
    if ((source !== 'cli' && source !== 'env') || !hasBlank(command.getOptionValue(name))) continue
    const given = source === 'env' ? option.envVar : option.long
    throw new HearsayError(
      `The value of ${given} is empty; give one, or leave ${source === 'env' ? 'the variable unset' : `${given} out`}.`,
      'argument-missing',
    )
  }
  for (const [place, argument] of command.registeredArguments.entries())
    if (hasBlank(command.processedArgs[place]))
      throw new HearsayError(
        `The argument "${argument.name()}" is empty; see hearsay help ${command.name()} for what it may be.`,
        'argument-missing',
      )
}

function hasBlank(value: unknown): boolean {
  return [value].flat().some(one => typeof one === 'string' && isBlank(one))
}
