/** Labels of the argument CRF. */
export const OTHER = 0

export const SOURCE = 1

export const CUE = 2

export const CONTENT = 3

export const LABELS = 4
