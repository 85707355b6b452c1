/** Names of the parts of a news page, as its menu lists them. */
const SECTIONS: ReadonlySet<string> = new Set([
  'about',
  'about us',
  'africa',
  'analysis',
  'arts',
  'asia',
  'audio',
  'books',
  'business',
  'cartoons',
  'classifieds',
  'climate',
  'comment',
  'community',
  'contact',
  'contact us',
  'corrections',
  'crime',
  'crosswords',
  'culture',
  'economy',
  'editorial',
  'education',
  'entertainment',
  'environment',
  'europe',
  'events',
  'fashion',
  'features',
  'film',
  'food',
  'football',
  'games',
  'health',
  'home',
  'investigations',
  'jobs',
  'latest',
  'letters',
  'lifestyle',
  'live',
  'live tv',
  'local',
  'local news',
  'magazine',
  'menu',
  'money',
  'more',
  'most read',
  'motoring',
  'music',
  'national',
  'news',
  'newsletters',
  'obituaries',
  'opinion',
  'opinions',
  'people',
  'photos',
  'podcasts',
  'politics',
  'property',
  'puzzles',
  'radio',
  'real estate',
  'recipes',
  'science',
  'search',
  'sign in',
  'log in',
  'society',
  'sport',
  'sports',
  'style',
  'subscribe',
  'tech',
  'technology',
  'travel',
  'tv',
  'uk',
  'us',
  'video',
  'videos',
  'weather',
  'what’s on',
  "what's on",
  'world',
])
const FEWEST = 3
const LONGEST = 300
/** Words of a part of a path. */
const LONGEST_CRUMB = 4
const CRUMB = /\s*[>›»/→]\s*/u

/** Whether a line is a menu (`Home News Sport`) or a path of the page (`Home > News > Orrin`). */
export function isNavigation(words: string): boolean {
  if (words.length > LONGEST) return false
  const crumbs = words.split(CRUMB)
  // A path may end with the headline.
  if (crumbs.length >= 3 && /^home(?:page)?$/iu.test(crumbs[0] as string) && isSection(crumbs[1] as string)) return true
  if (crumbs.length >= 2 && crumbs.every(crumb => crumb !== '' && crumb.split(' ').length <= LONGEST_CRUMB)) {
    const sections = crumbs.filter(isSection).length
    return sections >= 2 || (crumbs.length >= 3 && sections === 1)
  }
  return countSections(words) >= FEWEST
}

/** A name of a section alone, which may be a heading too. */
export function isSection(words: string): boolean {
  return SECTIONS.has(words.toLowerCase())
}

/** How many names of sections a line consists of; 0 when something else stands in it. */
function countSections(line: string): number {
  const words = line
    .toLowerCase()
    .split(/[\s|•·,/]+/u)
    .filter(word => word !== '' && word !== '&')
  let count = 0
  for (let i = 0; i < words.length; count += 1) {
    if (SECTIONS.has(`${words[i]} ${words[i + 1]}`)) i += 2
    else if (SECTIONS.has(words[i] as string)) i += 1
    else return 0
  }
  return count
}
