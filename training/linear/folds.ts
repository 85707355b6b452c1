/** Later steps must see earlier ones as they are on new text: everything they learn from is predicted by models that never saw the article. */
export const FOLDS = 5

/** Fold of an article. */
export function foldOf(article: number): number {
  return article % FOLDS
}

/** Numbers below `count` that satisfy `test`. */
export function select(count: number, test: (i: number) => boolean): Int32Array {
  return Int32Array.from({ length: count }, (_, i) => i).filter(test)
}
