/** What can find attributions: the encoder and the rules, the linear model and the rules, the rules alone. */
export const ENGINES = ['encoder', 'linear', 'rules'] as const

export type EngineName = (typeof ENGINES)[number]

/** The most accurate: whoever wants less says so. */
export const DEFAULT_ENGINE: EngineName = 'encoder'
