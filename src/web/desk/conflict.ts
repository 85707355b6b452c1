import { EXIT, HearsayError } from '../../domain/errors.ts'

/** What was looked at has been changed by somebody else since: answered with 409, so that nobody overrules what they have not seen. */
export class Conflict extends HearsayError {
  constructor(message: string) {
    super(message, EXIT.usage)
  }
}
