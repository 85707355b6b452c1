/** Longest form that is kept. */
const LONGEST_FORM = 200
/**
 * From the first mark that opens a quotation to the last that closes one: what is quoted may hold marks of its own. Dots
 * stand where parsers quote a part.
 */
const QUOTED = /(?:\.{3})?(?<![\p{L}\p{N}])["“'‘`].*["”'’`](?![\p{L}\p{N}])(?:\.{3})?/su

/**
 * What a reason has in common with others that differ in numbers and in what they quote of their input alone.
 *
 * @example reasonForm('no valid JSON (Unexpected token \'x\' at position 17)') // → 'no valid JSON (Unexpected token … at position #)'
 */
export function reasonForm(reason: string): string {
  return reason.replace(QUOTED, '…').replace(/\d+/g, '#').slice(0, LONGEST_FORM).toWellFormed()
}
