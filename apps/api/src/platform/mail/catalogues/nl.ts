import type { MailCatalogue } from '../mail-template.js';

export const nl: MailCatalogue = {
  greeting: 'Dag {name},',
  closing: 'Met vriendelijke groet,\nKaravaan',
  labels: {
    number: 'Reservatie',
    kits: 'Toestel',
    site: 'Locatie',
    period: 'Periode',
    reason: 'Reden',
    answerBefore: 'Antwoord voor',
    defect: 'Defect',
    series: 'Reeks',
    request: 'Aanvraag',
    contact: 'Contact',
    window: 'Tussen',
    day: 'Dag',
    trainer: 'Lesgever',
    validUntil: 'Geldig tot en met',
  },
  period: { one: '{first}', more: 'van {first} tot en met {last}' },
  hours: '{from} en {to}',
  choose: 'Kies welke mails je krijgt',
  unsubscribe: {
    title: 'Mails van Karavaan',
    ask: 'Wil je geen mails meer krijgen over {topic}?',
    button: 'Stop deze mails',
    done: 'Je krijgt geen mails meer over {topic}.',
    choose: 'Kies welke mails je krijgt',
    topics: {
      ACCOUNT: 'je account',
      DECISIONS: 'beslissingen over je reservaties en aanvragen',
      RECEIVED: 'de ontvangst van je reservaties en aanvragen',
      REMINDERS: 'wat eraan komt',
      OVERDUE: 'wat te laat is',
      KIT_STATE: 'de staat van je kits',
      WAITING: 'de wachtlijst',
      FOLLOWING: 'de toestellen die je volgt',
      UPKEEP: 'onderhoud en defecten',
    },
  },
  templates: {
    submitted: {
      subject: 'We kregen je reservatie {number}',
      paragraphs: ['Bedankt voor je reservatie. Een planner bekijkt ze. Je krijgt een mail zodra ze bevestigd is.'],
      link: 'Bekijk je reservatie',
    },
    confirmed: {
      subject: 'Je reservatie {number} is bevestigd',
      paragraphs: ['Goed nieuws: je reservatie is bevestigd.'],
      link: 'Bekijk je reservatie',
    },
    rejected: {
      subject: 'Je reservatie {number} kan niet doorgaan',
      paragraphs: [
        'Je reservatie kan niet doorgaan. Hieronder lees je waarom.',
        'Zoek gerust een andere dag of een ander toestel.',
      ],
      link: 'Bekijk je reservatie',
    },
    changed: {
      subject: 'Je reservatie {number} is gewijzigd',
      paragraphs: ['Je reservatie is gewijzigd. Dit is wat nu geldt:'],
      link: 'Bekijk je reservatie',
    },
    cancelled: {
      subject: 'Je reservatie {number} is geannuleerd',
      paragraphs: ['Je reservatie is geannuleerd. Je hoeft niets meer te doen.'],
      link: 'Bekijk je reservatie',
    },
    pickupTomorrow: {
      subject: 'Herinnering: {number} begint op {firstDayText}',
      paragraphs: [
        'Je reservatie komt eraan. Zorg dat er iemand is om het toestel over te nemen.',
        'Lukt het niet? Laat het ons zo snel mogelijk weten.',
      ],
      link: 'Bekijk je reservatie',
    },
    overdue: {
      subject: 'Nog niet terug: {number}',
      paragraphs: [
        'De laatste dag van je reservatie is voorbij, maar het toestel staat nog niet genoteerd als teruggegeven.',
        'Noteer de teruggave, of bel ons als er iets misloopt. Iemand anders kan erop wachten.',
      ],
      link: 'Bekijk je reservatie',
    },
    kitIncomplete: {
      subject: 'Een kit van je reservatie {number} is niet volledig',
      paragraphs: [
        'Bij de vorige overdracht van je kit was iets niet in orde. Hieronder lees je wat. Een planner bekijkt het en laat het weten als dat iets aan je reservatie verandert.',
      ],
      link: 'Bekijk je reservatie',
    },
    waitingOffer: {
      subject: 'Er is een plaats vrij: antwoord binnen de dag',
      paragraphs: [
        'Je stond op de wachtlijst, en nu is er plaats. We houden ze voor jou vrij. Zeg ja of nee voor het uur hieronder.',
        'Antwoord je niet, dan gaat de plaats naar de volgende.',
      ],
      link: 'Antwoord op het aanbod',
    },
    waitingLapsed: {
      subject: 'Je plaats op de wachtlijst is doorgegeven',
      paragraphs: [
        'We hielden een plaats voor je vrij, maar kregen geen antwoord. Ze is nu voor de volgende.',
        'Wil je nog altijd wachten? Zet je dan opnieuw op de lijst.',
      ],
      link: 'Naar de wachtlijst',
    },
    defectReported: {
      subject: 'Defect gemeld aan {unitCode}',
      paragraphs: ['Iemand meldde een defect. Het toestel blijft te reserveren.'],
      link: 'Bekijk het toestel',
    },
    defectBlocks: {
      subject: '{unitCode} is niet bruikbaar: {bookings} te herplannen',
      paragraphs: [
        'Iemand meldde een defect waardoor het toestel niet bruikbaar is. Het wordt niet meer uitgeleend tot het opgelost is.',
        'Reservaties die een antwoord vragen: {bookings}.',
      ],
      link: 'Bekijk wat je kunt doen',
    },
    inspectionsDue: {
      subject: 'Keuring of onderhoud nodig: {count}',
      paragraphs: ['Deze keuringen en onderhoudsbeurten komen eraan of zijn te laat.'],
      link: 'Naar het onderhoud',
    },
    kitComesNear: {
      subject: '{kitCode} komt bij jou in de buurt',
      paragraphs: [
        'Je volgt deze kit. Ze staat binnenkort op {km} km van jouw locatie.',
        'Wil je ze ook gebruiken? Dan is de weg kort: kijk welke dagen ervoor of erna vrij zijn. Je zet dit volgen uit op de pagina Wat ik volg.',
      ],
      link: 'Bekijk de kit',
    },
    authorisationEnds: {
      subject: 'Je machtiging loopt binnenkort af',
      paragraphs: [
        'Zonder geldige machtiging kun je dit model niet meer boeken of meenemen.',
        'Schrijf je in voor een sessie, of vraag de planner om ze te vernieuwen.',
      ],
      link: 'Bekijk de sessies',
    },
    instructionPlanned: {
      subject: 'Je gaat mee met {number}, vanaf {firstDayText}',
      paragraphs: [
        'Je bent ingepland als begeleider. Dit is waar en wanneer je verwacht wordt:',
        'Kun je niet? Zeg het de planner zo snel mogelijk.',
      ],
      link: 'Bekijk je agenda',
    },
    instructionFreed: {
      subject: 'Je hoeft niet meer mee met {number}',
      paragraphs: ['Je begeleiding bij deze reservatie gaat niet door, of iemand anders gaat mee. Die dagen zijn weer vrij.'],
      link: 'Bekijk je agenda',
    },
    sessionJoined: {
      subject: 'Je bent ingeschreven voor de sessie van {dayText}',
      paragraphs: ['Je plaats is vrijgehouden. Kun je niet komen? Schrijf je dan uit, zodat iemand anders kan komen.'],
      link: 'Bekijk de sessie',
    },
    sessionCancelled: {
      subject: 'De sessie van {dayText} gaat niet door',
      paragraphs: ['De sessie waarvoor je ingeschreven was, gaat niet door. Kies gerust een andere dag.'],
      link: 'Bekijk de sessies',
    },
    sessionTomorrow: {
      subject: 'Herinnering: de sessie van {dayText}',
      paragraphs: ['Morgen is je sessie. Kun je niet komen? Schrijf je dan nog uit.'],
      link: 'Bekijk de sessie',
    },
    requestSubmitted: {
      subject: 'We kregen je aanvraag {requestNumber}',
      paragraphs: [
        'Bedankt voor je aanvraag. Een planner zoekt dagen en een toestel. Je krijgt een mail zodra er een antwoord is.',
      ],
      link: 'Bekijk je aanvraag',
    },
    requestPlaced: {
      subject: 'Je aanvraag {requestNumber} is toegekend',
      paragraphs: ['Goed nieuws: we vonden dagen en een toestel voor je aanvraag. De reservatie is meteen bevestigd.'],
      link: 'Bekijk je reservatie',
    },
    requestRefused: {
      subject: 'Je aanvraag {requestNumber} kan niet doorgaan',
      paragraphs: ['We kunnen je aanvraag niet inwilligen. Hieronder lees je waarom.'],
      link: 'Bekijk je aanvraag',
    },
    requestNotPlaced: {
      subject: 'Je aanvraag {requestNumber} kreeg nog geen dagen',
      paragraphs: [
        'De ronde is verdeeld, en voor je aanvraag waren er geen dagen. Hieronder lees je waarom.',
        'Je aanvraag blijft open. Wat de ronde vrij liet, kun je ook zelf reserveren.',
      ],
      link: 'Bekijk je aanvraag',
    },
    seriesSubmitted: {
      subject: 'We kregen je reeks {seriesNumber}',
      paragraphs: ['Bedankt voor je reeks. Een planner bekijkt elke keer apart. Dit vroeg je aan:'],
      link: 'Bekijk je reeks',
    },
    seriesChanged: {
      subject: 'Je reeks {seriesNumber} is gewijzigd',
      paragraphs: ['Je reeks is gewijzigd. Dit is wat nu geldt:'],
      link: 'Bekijk je reeks',
    },
    seriesCancelled: {
      subject: 'Je reeks {seriesNumber}: geannuleerd',
      paragraphs: ['Je annuleerde een of meer keren van je reeks. Dit blijft staan:'],
      link: 'Bekijk je reeks',
    },
    accessAccepted: {
      subject: 'Welkom bij Karavaan',
      paragraphs: [
        'Je aanvraag voor {organisationName} is goedgekeurd. Je kunt nu toestellen reserveren.',
        'Kies eerst een wachtwoord. De link werkt {days} dagen.',
      ],
      link: 'Kies je wachtwoord',
    },
    accessRejected: {
      subject: 'Je aanvraag bij Karavaan',
      paragraphs: ['We kunnen je aanvraag voor {organisationName} niet goedkeuren. Hieronder lees je waarom.'],
      link: null,
    },
    passwordLink: {
      subject: 'Kies een nieuw wachtwoord',
      paragraphs: [
        'Je vroeg een nieuw wachtwoord. Kies het met deze link. De link werkt {hours} uur.',
        'Vroeg je dit niet? Dan hoef je niets te doen.',
      ],
      link: 'Kies je wachtwoord',
    },
  },
};
