/** A module as it lies here: a source file in a checkout, compiled in the package. */
export function moduleBeside(path: string): URL {
  return new URL(`${path}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)
}
