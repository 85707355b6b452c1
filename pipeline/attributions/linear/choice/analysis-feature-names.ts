/** The features of an analysis, as the forests that were trained on them number them. Of a list of names a line is a group. */
export const ANALYSIS_FEATURES = [
  // Cue scores
  'cue score', 'best cue score within three words', 'best other cue score in the sentence', 'likely cues in the sentence',
  // Among the analyses of the cue
  'rank', 'log-probability', 'gap to the best',
  // Certainty
  'least certain content word', 'mean certainty of content', 'certainty of content start', 'certainty of content end',
  'certainty just before content', 'certainty just after content', 'mean certainty of source', 'least certain source word',
  'certainty just before source', 'certainty just after source', 'mean certainty of cue', 'certainty next to the cue',
  'expected content words missing',
  // Source
  'has source', 'source words', 'source offset', 'source parts', 'source last POS', 'source starts with', 'before source',
  'after source', 'source is a name', 'source in quotation', 'source verbs', 'source at sentence start',
  // Content
  'content words', 'content parts', 'content side', 'content start offset', 'content end offset', 'content begins with',
  'content ends with', 'before content', 'after content', 'content begins sentence', 'content ends sentence',
  'share of content quoted', 'marks in content', 'quotations cut', 'sentences of content', 'verbs in content',
  // Words without a role
  'words between cue and content', 'words between content parts', 'other words left', 'other words right',
  // Cue
  'cue words', 'cue parts', 'cue ends with', 'cue begins with', 'cue POS', 'lemma log-odds', 'lemma frequency',
  'lemma content after', 'lemma sourceless', 'lemma quoted', 'cue ending', 'cue in quotation',
  // Place in the article
  'heading', 'word before cue', 'word after cue', 'second word after cue', 'place in sentence', 'sentence length',
  'quotations in sentence', 'cue and content in one quotation', 'first sentence',
  // From source to cue, and phrases that a border splits
  'words from source to cue', 'commas from source to cue', 'verbs from source to cue', 'content splits phrase',
  'source splits phrase', 'parentheses cut',
  // Agreement of the other analyses
  'expected overlap of content', 'expected overlap of source', 'probability of this content', 'probability of this source',
  'probability of this cue',
  // Beside the best analysis
  'content words more than the best', 'source words more than the best', 'best cue score in content',
  'word before the best cue in content',
  // Behind the content and the cue
  'best cue score after content', 'content ends with time', 'second word after content', 'commas in content',
  'verbs after content', 'word after cue phrase',
  // What the rules read
  'rule confidence', 'overlap with rule content', 'overlap with rule source',
  // Paragraphs and quotations
  'announces paragraph', 'quoted words left out', 'quoted words left out of the sentence', 'paragraphs of content',
  // Filled in once all cues are read: other likely cues, and which analysis has the best phrases
  'likely cue whole in content', 'likely cue cut by content', 'likely cue without its source in content',
  'likely cue with crossing content', 'likely cue with the same content', 'likely cue with the same source',
  'likely cue that attributes the source', 'likely cue in the source', 'likely cue in the cue', 'phrase score',
] as const // biome-ignore format: a list of names reads better unbroken

export type AnalysisFeature = (typeof ANALYSIS_FEATURES)[number]

export const ANALYSIS_SIZE = ANALYSIS_FEATURES.length
/** Where the features that `relateCues` fills in begin. */
export const NEIGHBOUR_COLUMN = ANALYSIS_FEATURES.indexOf('likely cue whole in content')

/** The features of several analyses, a row each, written one value behind the other. */
export class FeatureRows {
  readonly values: Float32Array
  #at = 0

  constructor(analyses: number) {
    this.values = new Float32Array(analyses * ANALYSIS_SIZE)
  }

  begin(row: number): void {
    this.#at = row * ANALYSIS_SIZE
  }

  /** Writes the next value; its name says which, and a test holds the names against {@link ANALYSIS_FEATURES}. */
  add(_name: AnalysisFeature, value: number | boolean): void {
    this.values[this.#at] = Number(value)
    this.#at += 1
  }
}
