/** An invented article as a page has to give it back: every paragraph, in order, and nothing else. */
export interface Story {
  readonly headline: string
  readonly byline: string
  readonly published: string
  readonly paragraphs: readonly string[]
}

/** Paragraphs 0–8; templates dress them in markup of their own and add furniture. */
export const STORY: Story = {
  headline: 'Harbour board delays Kestrel Quay vote',
  byline: 'Mara Whitlock',
  published: '2026-03-04T09:15:00+01:00',
  paragraphs: [
    'The Port Ellery harbour board on Tuesday put off its vote on the Kestrel Quay terminal for the third time this year, saying that engineers needed more time to examine the old sea wall.',
    '“We will not sign a contract on a wall nobody has looked behind,” the chairwoman, Ines Dorrow, told reporters after the meeting, which lasted until midnight.',
    'Two members of the board, who asked not to be named because the talks are private, said that the builder had threatened to withdraw.',
    'Harbour users accuse the board of hiding a survey from last autumn.',
    'We asked for the survey in October. We asked again in January. They told us there was no survey, and then they told us that it was secret.',
    'That is what Tom Baskin, who speaks for the fishing fleet, wrote in an open letter that was signed by 212 skippers and their families.',
    'The board denied the accusation.',
    'According to its timetable, the terminal should open in 2029.',
    'Ms Dorrow said “no comment” when she was asked whether she would resign.',
  ],
}

/** The words that every template surrounds the article with, and none of which may come back. */
export const FURNITURE = [
  'Skip to content',
  'Subscribe for £1',
  'Share on Facebook',
  'Copy link',
  'Photograph by Lena Ostrow',
  'The sea wall at Kestrel Quay, seen from the north pier.',
  'Ferry fares to rise again',
  'Five walks along the coast',
  'Sign up for our morning briefing',
  'Comments (14)',
  'Most read',
  'All rights reserved',
  'Advertisement',
] as const
