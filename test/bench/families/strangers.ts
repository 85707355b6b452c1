import type { Half } from './words.ts'

/** What anybody says of anything. */
export const GENERIC: Readonly<Record<Half, readonly string[]>> = {
  shown: [
    'We are aware of the reports and are looking into the matter',
    'The investigation is ongoing',
    'We do not comment on pending litigation',
    'No comment',
    'We have nothing further to add at this time',
    'Our thoughts and prayers are with the families of the victims',
    'Safety is our top priority',
    'We take these allegations very seriously and are cooperating fully with the authorities',
    'It is too early to say what caused it',
    'We will continue to monitor the situation closely',
    'I am very proud of the team and what we have achieved this season',
    'There is still a lot of work to do',
    'We are disappointed with the decision and are considering our options',
    'This is a step in the right direction',
    'Those responsible will be brought to justice',
    'We gave it our best shot but it was not enough',
    'Nobody is above the law',
    'I have full confidence in the process',
    'We apologize for any inconvenience this may have caused',
    'Anyone with information is asked to contact the police',
    'The suspect is innocent until proven guilty in a court of law',
    'We look forward to working with all stakeholders on this important issue',
  ],
  'held-out': [
    'Our customers and employees come first in everything we do',
    'We remain confident that the facts will come out in court',
    'We cannot discuss individual cases for reasons of privacy',
    'Officers are following several lines of inquiry and ask for patience',
    'We respect the court but disagree with its ruling and will appeal',
    'I made a mistake and I take full responsibility for my actions',
    'He was a loving father and a good friend to everybody who knew him',
    'We have to take it game by game and stay focused',
    'There is no reason for people to panic',
    'Talks were constructive and both sides agreed to meet again',
    'We stand by our reporting',
    'We will study the report carefully before responding',
    'All passengers and crew were safe and accounted for',
    'The company believes the lawsuit has no merit and will fight it',
    'Nothing has been decided yet',
    'I am honoured to be given this opportunity and cannot wait to get started',
  ],
}

/** What is said in the same words of different bodies, places and figures: not one of them is another's. */
export const BOILERPLATE: Readonly<Record<Half, readonly string[]>> = {
  shown: [
    'Sales rose % in {Q}',
    'Net profit at {F} rose % to $ in the quarter that ended in {Q}, helped by strong demand',
    'Shares of {F} fell % in early trading after the company cut its forecast for the year',
    'A # year old man from {P} was taken to hospital with serious injuries after a crash on {D}',
    'Unemployment in {P} fell to % in {Q} from % a month earlier',
    'The fire in {P} killed # people and injured #, and its cause is under investigation',
    'The poll of # likely voters in {P} has a margin of error of % points',
    '{F} will cut # jobs as part of a plan to save $ a year',
    'Turnout in {P} was %, up from % at the last election',
    'The magnitude # earthquake struck # miles north of {P} at a depth of # miles',
    'Police arrested # people in {P} on suspicion of drug offences on {D}',
    'House prices in {P} climbed % in the year to {Q}',
  ],
  'held-out': [
    'Inflation in {P} slowed to % in {Q}, from % the month before',
    '{F} agreed to buy a rival from {P} for $ in cash and stock',
    'The flight from {P} to {P} landed safely on {D} with # passengers on board',
    'Revenue climbed % to $, and {F} expects growth of % next year',
    'The jury in {P} deliberated for # hours before it found him guilty on {D}',
    'Some # homes in {P} lost power after the storm on {D}, and crews restored % of them',
    'The hospital in {P} treated # people for smoke inhalation, # of them children',
    '{F} recalled # vehicles because the brakes may fail',
    'Rainfall in {P} reached # millimetres in {Q}, % above the average',
  ],
}

export const MONTHS = 'January February March April June July August September October November December'.split(' ')
export const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')
