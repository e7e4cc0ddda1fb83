import type { MailCatalogue } from '../mail-template.js';

export const en: MailCatalogue = {
  greeting: 'Hello {name},',
  closing: 'Kind regards,\nKaravaan',
  labels: {
    number: 'Reservation',
    kits: 'Equipment',
    site: 'Site',
    period: 'Period',
    reason: 'Reason',
    answerBefore: 'Answer before',
    defect: 'Defect',
    series: 'Series',
    request: 'Request',
    contact: 'Contact',
    window: 'Between',
    day: 'Day',
    trainer: 'Trainer',
    validUntil: 'Valid until',
  },
  period: { one: '{first}', more: 'from {first} up to and including {last}' },
  hours: '{from} and {to}',
  choose: 'Choose which mails you get',
  unsubscribe: {
    title: 'Mails from Karavaan',
    ask: 'Do you want no more mails about {topic}?',
    button: 'Stop these mails',
    done: 'You will get no more mails about {topic}.',
    choose: 'Choose which mails you get',
    topics: {
      ACCOUNT: 'your account',
      DECISIONS: 'decisions on your reservations and requests',
      RECEIVED: 'reservations and requests we received',
      REMINDERS: 'what is coming up',
      OVERDUE: 'what is late',
      KIT_STATE: 'the state of your kits',
      WAITING: 'the waiting list',
      FOLLOWING: 'the equipment you follow',
      UPKEEP: 'maintenance and defects',
    },
  },
  templates: {
    submitted: {
      subject: 'We received your reservation {number}',
      paragraphs: ['Thank you for your reservation. A planner will look at it. You get an e-mail as soon as it is confirmed.'],
      link: 'See your reservation',
    },
    confirmed: {
      subject: 'Your reservation {number} is confirmed',
      paragraphs: ['Good news: your reservation is confirmed.'],
      link: 'See your reservation',
    },
    rejected: {
      subject: 'Your reservation {number} cannot go ahead',
      paragraphs: [
        'Your reservation cannot go ahead. Below you read why.',
        'Feel free to choose another day or other equipment.',
      ],
      link: 'See your reservation',
    },
    changed: {
      subject: 'Your reservation {number} has changed',
      paragraphs: ['Your reservation has changed. This is what holds now:'],
      link: 'See your reservation',
    },
    cancelled: {
      subject: 'Your reservation {number} is cancelled',
      paragraphs: ['Your reservation is cancelled. There is nothing more for you to do.'],
      link: 'See your reservation',
    },
    pickupTomorrow: {
      subject: 'Reminder: {number} begins on {firstDayText}',
      paragraphs: [
        'Your reservation is coming up. Make sure that somebody is there to take over the equipment.',
        'Something in the way? Tell us as soon as you can.',
      ],
      link: 'View your reservation',
    },
    overdue: {
      subject: 'Not returned yet: {number}',
      paragraphs: [
        'The last day of your reservation has passed, but the equipment is not noted as returned.',
        'Note the return, or call us if something went wrong. Somebody else may be waiting for it.',
      ],
      link: 'View your reservation',
    },
    kitIncomplete: {
      subject: 'A kit of your reservation {number} is not complete',
      paragraphs: [
        'At the previous hand-over of your kit something was not right. You can read below what it was. A planner looks at it and tells you if it changes your reservation.',
      ],
      link: 'View your reservation',
    },
    waitingOffer: {
      subject: 'A place came free: answer within the day',
      paragraphs: [
        'You were on the waiting list, and now there is a place. We keep it for you. Say yes or no before the time below.',
        'If you do not answer, the place goes to the next in line.',
      ],
      link: 'Answer the offer',
    },
    waitingLapsed: {
      subject: 'Your place on the waiting list was passed on',
      paragraphs: [
        'We kept a place for you, but got no answer. It now goes to the next in line.',
        'Do you still want to wait? Put yourself on the list again.',
      ],
      link: 'To the waiting list',
    },
    defectReported: {
      subject: 'Defect reported on {unitCode}',
      paragraphs: ['Somebody reported a defect. The unit can still be reserved.'],
      link: 'See the unit',
    },
    defectBlocks: {
      subject: '{unitCode} cannot be used: {bookings} to re-plan',
      paragraphs: [
        'Somebody reported a defect that makes the unit unusable. It is not on loan until that is solved.',
        'Reservations that need an answer: {bookings}.',
      ],
      link: 'See what you can do',
    },
    inspectionsDue: {
      subject: 'Inspection or maintenance needed: {count}',
      paragraphs: ['These inspections and maintenance are coming up or overdue.'],
      link: 'To the maintenance page',
    },
    kitComesNear: {
      subject: '{kitCode} comes near you',
      paragraphs: [
        'You follow this kit. It will soon be {km} km from your site.',
        'Do you want to use it too? The way is short then: see which days are free before or after. You switch this off on the page What I follow.',
      ],
      link: 'See the kit',
    },
    authorisationEnds: {
      subject: 'Your authorisation ends soon',
      paragraphs: [
        'Without a valid authorisation you can no longer book or take this model.',
        'Sign up for a session, or ask the planner to renew it.',
      ],
      link: 'See the sessions',
    },
    instructionPlanned: {
      subject: 'You come along with {number}, from {firstDayText}',
      paragraphs: [
        'You are planned as the instructor. This is where and when you are expected:',
        'You cannot come? Tell the planner as soon as you can.',
      ],
      link: 'See your calendar',
    },
    instructionFreed: {
      subject: 'You no longer come along with {number}',
      paragraphs: ['You are no longer expected with this reservation, or somebody else goes. Those days are free again.'],
      link: 'See your calendar',
    },
    sessionJoined: {
      subject: 'You are signed up for the session of {dayText}',
      paragraphs: ['Your place is kept. You cannot come? Then withdraw, so that somebody else can.'],
      link: 'See the session',
    },
    sessionCancelled: {
      subject: 'The session of {dayText} is cancelled',
      paragraphs: ['The session that you signed up for will not take place. Please choose another day.'],
      link: 'See the sessions',
    },
    sessionTomorrow: {
      subject: 'Reminder: the session of {dayText}',
      paragraphs: ['Your session is tomorrow. You cannot come? Then withdraw now.'],
      link: 'See the session',
    },
    requestSubmitted: {
      subject: 'We received your request {requestNumber}',
      paragraphs: [
        'Thank you for your request. A planner is looking for days and equipment. You will get a mail as soon as there is an answer.',
      ],
      link: 'See your request',
    },
    requestPlaced: {
      subject: 'Your request {requestNumber} is granted',
      paragraphs: ['Good news: we found days and equipment for your request. The reservation is confirmed already.'],
      link: 'See your reservation',
    },
    requestRefused: {
      subject: 'Your request {requestNumber} cannot be granted',
      paragraphs: ['We cannot grant your request. You can read why below.'],
      link: 'See your request',
    },
    requestNotPlaced: {
      subject: 'Your request {requestNumber} did not get days yet',
      paragraphs: [
        'The round has been shared out, and there were no days for your request. You can read why below.',
        'Your request stays open. You can also reserve yourself what the round left free.',
      ],
      link: 'See your request',
    },
    seriesSubmitted: {
      subject: 'We received your series {seriesNumber}',
      paragraphs: ['Thank you for your series. A planner looks at each time by itself. This is what you asked:'],
      link: 'See your series',
    },
    seriesChanged: {
      subject: 'Your series {seriesNumber} has changed',
      paragraphs: ['Your series has changed. This is what holds now:'],
      link: 'See your series',
    },
    seriesCancelled: {
      subject: 'Your series {seriesNumber}: cancelled',
      paragraphs: ['You cancelled one or more times of your series. This remains:'],
      link: 'See your series',
    },
    accessAccepted: {
      subject: 'Welcome to Karavaan',
      paragraphs: [
        'Your request for {organisationName} was accepted. You can now reserve equipment.',
        'Choose a password first. The link works for {days} days.',
      ],
      link: 'Choose your password',
    },
    accessRejected: {
      subject: 'Your request to Karavaan',
      paragraphs: ['We cannot accept your request for {organisationName}. Below you read why.'],
      link: null,
    },
    passwordLink: {
      subject: 'Choose a new password',
      paragraphs: [
        'You asked for a new password. Choose it with this link. It works for {hours} hours.',
        'Was it not you? Then you need not do anything.',
      ],
      link: 'Choose your password',
    },
  },
};
