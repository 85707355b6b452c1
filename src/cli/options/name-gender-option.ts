import { Option } from 'commander'

/** Option of every command that has articles analysed. */
export interface NameGenderOption {
  /** Whether first names may tell a gender; they may unless told otherwise. */
  readonly nameGender?: boolean
}

export function nameGenderOption(): Option {
  return new Option('--no-name-gender', "tell nobody's gender by a first name: only by what the article says of them")
}
