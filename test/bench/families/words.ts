/** What the grammar is filled with: two halves that share nothing, one for choosing rules and one for reporting on. */
export type Half = 'shown' | 'held-out'

const split = (text: string) => text.trim().split(/\s+/)

const LISTS = {
  noun: split(`
    bridge budget harbor tunnel hospital airline pipeline forest clinic mine stadium reactor ferry orchard fishery vaccine drought
    quarry warehouse refinery dam viaduct railway museum factory prison school archive census tariff subsidy pension ballot verdict
    treaty embargo strike merger audit licence permit contract tender inquiry curfew evacuation shipment cargo crew passenger tenant
    farmer fisherman nurse surgeon teacher pilot engineer miner auditor lawyer juror witness donor lender insurer regulator inspector
    shareholder creditor volunteer refugee commuter cyclist patient pupil veteran trustee curator botanist geologist drummer striker
    goalkeeper referee sponsor landlord developer architect planner surveyor foreman dispatcher`),
  thing: split(`
    flood blaze leak outage shortage delay closure collapse recall backlog deficit surplus rebate loan bond dividend invoice ledger
    sensor valve turbine generator battery cable antenna server database software password camera drone helicopter lorry trailer
    container crane scaffold boiler chimney roof cellar staircase corridor platform gangway lifeboat rudder propeller hull anchor net
    trap cage fence gate culvert sewer reservoir canal lock weir levee embankment marsh meadow pasture barn silo greenhouse hive seed
    fertilizer pesticide antibiotic syringe bandage stretcher scalpel ward canteen dormitory playground syllabus textbook scholarship
    diploma trophy medal jersey whistle penalty`),
  adjective: split(`
    reckless shameful historic painful cautious unlawful temporary decisive fragile generous hollow urgent modest absurd dangerous
    disastrous fair foolish honest illegal immense joyful lasting lethal loyal messy narrow nervous obvious outdated patient plain
    profitable prudent rotten rusty sacred selfish severe sober solid sturdy sudden swift timid toxic tragic transparent unfair
    unforgivable unsafe useless vague vital wasteful wicked wise worthless premature overdue unworkable bankrupt overcrowded`),
  verb: split(`
    abandon approve borrow bury cancel conceal defend delay demolish deliver deny deport destroy divert evacuate expel export fund
    guard hire ignore inherit inspect insure invest lease license merge mislead mortgage neglect nominate occupy overturn patch
    postpone privatize prosecute protect punish ratify rebuild recruit reject remove renew renovate repair replace rescue restore
    ruin sabotage scrap search seize shelter shrink silence smuggle spoil squander starve subsidize supervise suspend sweep tax test
    threaten topple trade train transfer treat underfund undermine vaccinate veto weld widen withdraw`),
  given: split(`
    Aaliyah Abel Ada Agnes Aiko Alasdair Alice Amara Amir Anselm Astrid Basil Beatrix Benedikt Bilal Bronwen Caleb Camila Cedric Chiara
    Cormac Dagny Damian Delphine Dimitri Edith Efua Elias Elif Emeka Esther Fabian Farida Felix Fiona Gaspard Gemma Gideon Greta Hamza
    Hanna Hector Hiroshi Ida Imran Ines Ingrid Isaac Isolde Ivo Jada Jasper Joaquin Judith Kaito Karim Katya Kofi Lars Leila Leopold
    Ling Lucia Magnus Maren Mateo Miriam Nadia Nico Nora Octavia Olga Oscar Otto Paloma Petra Piotr Quentin Rafael Rania Rosalind Rufus
    Sabine Samir Selma Silas Sunniva Tadeo Tamsin Thandi Tomas Ursula Viktor Wanda Xavier Yara Yusuf Zelda Zoran`),
  family: split(`
    Abernathy Achterberg Adeyemi Alcott Almeida Anand Ashdown Bakshi Barlow Bellweather Bergqvist Blackwood Bonnard Brankovic Calloway
    Castellano Chaudhry Cobbold Cresswell Dacosta Dalgaard Danquah Delacroix Dombrowski Drummond Eastwick Ekström Eriksen Fairbairn
    Falkner Fontaine Fujimoto Gallagher Ghosh Gravesend Grimaldi Haldane Hartigan Hassan Hawthorne Holloway Ibarra Ingham Iyer Jankowski
    Jellicoe Kaplan Karlsson Kettering Khatri Kowalczyk Lachance Langford Larrabee Lindqvist Lockhart Maddox Malik Marchetti Mbeki
    Merriweather Mukherjee Nakamura Ndiaye Nightingale Novak Oakeshott Obuya Okonkwo Ortega Osterman Pallister Penrose Petrov Quigley
    Radcliffe Ramaswamy Ravenscroft Redfern Rosenthal Rutledge Sandoval Santiago Sepulveda Sheringham Sokolov Stavros Sutherland Szabo
    Tanaka Thackeray Thorvald Tremblay Uchida Ullman Valdez Vasquez Wadsworth Whitlock Winterbourne Yamada Yardley Zaman Zielinski`),
  start:
    split(`Al Bar Bel Bre Cal Car Dor Dun El Fal Far Gar Gre Hal Har Kel Kir Lan Lin Lor Mar Mel Mor Nor Or Pen Per Quar Ros Sal San
    Sel Sor Tal Tar Tor Ul Val Ver Wes Wil Yar Zan`),
  middle: split(
    `a an ar be bor da den el en er fi ga hol i in ka la len lo ma men mi na nor o ra ren ri ro sa ta ten ti va ver`,
  ),
  end: split(`bank berg bourne bridge burg bury by cester dale den don fell field ford gate ham haven holm hurst ia kirk land ley low mere
    mouth ness polis port sea stead ster ston stow ton ville wick wold worth`),
} as const

export type WordClass = keyof typeof LISTS

/** Every other word of a class is of the other half; the syllables of place names are common to both. */
export function wordsOf(part: WordClass, half: Half): readonly string[] {
  if (part === 'start' || part === 'middle' || part === 'end') return LISTS[part]
  return LISTS[part].filter((_, index) => index % 2 === (half === 'shown' ? 0 : 1))
}
