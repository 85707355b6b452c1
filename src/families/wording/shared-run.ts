/** Words that stand in both wordings in one row: places among the words of each, without gaps. */
export type SharedRun = readonly [one: number, other: number, length: number]
