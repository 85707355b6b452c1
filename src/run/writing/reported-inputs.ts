/** An input that a report names, and how many it stands for: itself and what failed, or was passed over, like it. */
export type Reported<Input> = Input & { readonly times: number }

/** How many are named. */
const MOST_REPORTED = 20

/** The first inputs that failed, or were passed over, for a report: those that did so alike are named once. */
export class ReportedInputs<Input extends object> {
  readonly #rows = new Map<object, { readonly input: Input; times: number }>()

  /** @param alike the same for all that are named together */
  add(input: Input, alike: object = input): void {
    const row = this.#rows.get(alike)
    if (row !== undefined) row.times += 1
    else if (this.#rows.size < MOST_REPORTED) this.#rows.set(alike, { input, times: 1 })
  }

  /** In the order in which the first of each came. */
  list(): readonly Reported<Input>[] {
    return [...this.#rows.values()].map(({ input, times }) => ({ ...input, times }))
  }
}
