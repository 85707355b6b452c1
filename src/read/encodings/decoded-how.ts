/** How a text was decoded, in the manner of a media type. */
export function describe(format: string, decodedAs: string): string {
  return `${format}; charset=${decodedAs}`
}
