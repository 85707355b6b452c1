import { keyOf } from './word-key.ts'

/**
 * What spokespeople, police, courts and reporters say of anything: the words tell what kind of occasion it is, not which. One
 * phrase a line, in the spelling of `normaliseWords`; forms of a word count alike. A phrase belongs here when strangers say it of
 * different things; a saying of one person does not. Last come offices, which stand before names and say who, not what.
 */
const PHRASES = `
aware of the reports
aware of the report
aware of the incident
aware of the situation
aware of the allegations
aware of the video
aware of the issue
aware of the matter
looking into the matter
looking into it
looking into this
reviewing the matter
monitoring the situation
monitoring the situation closely
monitor the situation closely
no comment
decline to comment
do not comment on
not comment on pending litigation
not comment on ongoing litigation
not comment on individual cases
not comment on rumors and speculation
not comment on ongoing investigations
not comment further
no further comment
not discuss personnel matters
unable to comment
not be appropriate to comment
inappropriate to comment
comment further at this time
at this time
at this point in time
at this stage
request for comment
respond to a request for comment
immediately respond
not immediately available for comment
could not be reached
could not immediately be reached
not authorized to speak publicly
not authorized to discuss
the investigation is ongoing
an ongoing investigation
an investigation is under way
an investigation is underway
an investigation has been launched
launched an investigation
the matter is under investigation
the incident is under investigation
cause of the fire is under investigation
conduct a thorough investigation
a full and thorough investigation
inquiries are continuing
inquiries are ongoing
no arrests have been made
no further details
no other injuries were reported
no injuries were reported
life threatening injuries
taken to hospital
taken to the hospital
pronounced dead at the scene
anyone with information
asked to contact police
contact the police
appeal for witnesses
out of an abundance of caution
there is no threat to the public
cooperating fully with the authorities
cooperating fully with the investigation
cooperating with the investigation
fully cooperating with investigators
cooperate with law enforcement
take these allegations very seriously
take these allegations seriously
take all allegations seriously
take any allegations seriously
take this matter very seriously
take this very seriously
take the safety of our customers seriously
safety is our top priority
safety is our number one priority
safety and security of our customers
our top priority
our first priority
our number one priority
safety of our passengers and crew
apologize for any inconvenience
apologize for any inconvenience caused
sorry for any inconvenience
deeply sorry
sincerely apologize
thoughts and prayers
our thoughts and prayers are with
thoughts are with the family
thoughts are with the families
thoughts are with the victims
hearts go out to
heart goes out to
families and loved ones
friends and family
deepest condolences
sincere condolences
at this difficult time
during this difficult time
privacy at this time
ask for privacy
deeply saddened
shocked and saddened
zero tolerance
has no place in our society
has no place in
committed to providing
committed to transparency
committed to the highest standards
strongly condemn
condemn in the strongest terms
in the strongest possible terms
categorically deny
categorically deny any wrongdoing
deny any wrongdoing
denied all wrongdoing
without merit
completely without merit
baseless and without merit
vigorously defend ourselves
defend ourselves vigorously
intend to vigorously defend
plead not guilty
pleaded not guilty
innocent until proven guilty
let the courts decide
respect the decision of the court
disappointed with the decision
disappointed by the decision
disappointed with the verdict
welcome the decision
considering our options
considering all options
all options are on the table
lessons will be learned
lessons have been learned
we will get to the bottom of this
justice will be done
justice has been done
let justice take its course
bring to justice
bring those responsible to justice
those responsible will be held accountable
held accountable for their actions
hold accountable
no one is above the law
nobody is above the law
it is too early to say
too early to tell
too early to speculate
not going to speculate
do not want to speculate
will not speculate
remains to be seen
only time will tell
at the end of the day
wait and see
a step in the right direction
moving in the right direction
one step at a time
take it one game at a time
one game at a time
we gave it our best
gave it our all
give it our best shot
take the positives
great to be back
happy with the result
proud of the team
proud of the boys
credit to the players
full credit to
hats off to
we will continue to work with
continue to work closely with
working closely with
working around the clock
working hard to
look forward to working with
looking forward to
pleased to announce
proud to announce
excited to announce
delighted to announce
thrilled to announce
honored and humbled
serve the people of
we believe that this is the right
the right thing to do
create jobs
creating jobs and growth
make america great again
for the american people
the american people
god bless america
across the country
around the world
in recent years
in the coming weeks
in the coming months
in the coming days
in due course
as soon as possible
on a case by case basis
the first of its kind
according to a statement
in a statement
said in a statement
based on the available information
of the information that is available
subject to regulatory approval
subject to shareholder approval
in line with expectations
below expectations
above expectations
beat expectations
on track to meet
shareholder value
long term value
strong demand
strong growth
net profit
net income
per share
rose percent
fell percent
compared with
the same period last year
a year earlier
a year ago
the previous year
in the third quarter
in the fourth quarter
in the first quarter
in the second quarter
for the full year
basis points
percentage points
margin of error
of those surveyed
of likely voters
of registered voters
president of the u.s
vice president
secretary of state
former secretary of state
attorney general
prime minister
foreign minister
finance minister
chief executive
chief executive officer
presidential candidate
presidential nominee
presidential front runner
front runner
republican nominee
democratic nominee
republican rival
democratic rival
speaker of the house
house speaker
majority leader
minority leader
supreme court
white house
state department
justice department
police chief
chief of staff
national security adviser
secretary general
member of parliament
members of congress`
  .trim()
  .split('\n')

/** Of the words of a stock phrase this share of their bits is left. */
export const LEFT_OF_STOCK = 0.25

interface Branch {
  readonly next: Map<string, Branch>
  isEnd: boolean
}

const ROOT: Branch = { next: new Map(), isEnd: false }
for (const phrase of PHRASES) {
  let branch = ROOT
  for (const key of phrase.split(' ').map(keyOf)) {
    const next: Branch = branch.next.get(key) ?? { next: new Map(), isEnd: false }
    branch.next.set(key, next)
    branch = next
  }
  branch.isEnd = true
}

/** Which words belong to a stock phrase. */
export function findStock(keys: readonly string[]): readonly boolean[] {
  const isStock = keys.map(() => false)
  for (let from = 0; from < keys.length; from++) {
    let branch: Branch | undefined = ROOT
    for (let at = from; branch !== undefined; at++) {
      if (branch.isEnd) isStock.fill(true, from, at)
      branch = branch.next.get(keys[at] ?? '')
    }
  }
  return isStock
}
