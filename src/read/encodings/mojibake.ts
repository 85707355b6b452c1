/**
 * What UTF-8 looks like where it was taken for windows-1252 and stored so, before it came to us: the three bytes of a
 * curly mark, a dash or an ellipsis, and the two of an accented letter. And the marks of
 * windows-1252 that were taken for ISO 8859-1, control characters that no text uses.
 */
const WRONGLY_DECODED = /â€[™˜œ“”¦¢\u0080-\u009d]|Ã[©¨¡³±¼¶¤¢ªº®¯§]|â\u0080[\u0080-\u00a6]|[\u0080-\u0084\u0086-\u009f]/

/**
 * A warning for text that was decoded wrongly before it was given to us, with the first place that shows it, or null. The
 * text stays as it is: what it meant is a guess.
 *
 * @example
 * warnOfMojibake('It wasnâ€™t he') // → 'it was decoded wrongly before (“â€™”): …'
 */
export function warnOfMojibake(text: string): string | null {
  const shown = WRONGLY_DECODED.exec(text)?.[0]
  if (shown === undefined) return null
  const visible = shown.replace(/[\u0080-\u009f]/g, mark => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `it holds characters that were decoded wrongly before (“${visible}”): get it from its source again`
}
