/** Where a record stands and what its bytes are. */
export interface RecordOrigin {
  readonly location: string
  readonly raw: Uint8Array | string
  readonly decodedAs: string
  readonly decodedHow?: string
}
