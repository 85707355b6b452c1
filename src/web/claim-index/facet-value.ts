/** How many claims one value of a facet would leave. */
export interface FacetValue<Value> {
  readonly value: Value
  readonly claims: number
}
