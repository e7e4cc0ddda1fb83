import type { MailCatalogue } from '../mail-template.js';

export const fr: MailCatalogue = {
  greeting: 'Bonjour {name},',
  closing: 'Cordialement,\nKaravaan',
  labels: {
    number: 'Réservation',
    kits: 'Appareil',
    site: 'Lieu',
    period: 'Période',
    reason: 'Motif',
    answerBefore: 'Répondez avant',
    defect: 'Défaut',
    series: 'Série',
    request: 'Demande',
    contact: 'Contact',
    window: 'Entre',
    day: 'Jour',
    trainer: 'Formateur',
    validUntil: 'Valable jusqu’au',
  },
  period: { one: '{first}', more: 'du {first} au {last} inclus' },
  hours: '{from} et {to}',
  choose: 'Choisissez les e-mails que vous recevez',
  unsubscribe: {
    title: 'E-mails de Karavaan',
    ask: 'Ne plus recevoir d’e-mails sur {topic} ?',
    button: 'Arrêter ces e-mails',
    done: 'Vous ne recevrez plus d’e-mails sur {topic}.',
    choose: 'Choisissez les e-mails que vous recevez',
    topics: {
      ACCOUNT: 'votre compte',
      DECISIONS: 'les décisions sur vos réservations et demandes',
      RECEIVED: 'la réception de vos réservations et demandes',
      REMINDERS: 'ce qui approche',
      OVERDUE: 'ce qui est en retard',
      KIT_STATE: 'l’état de vos kits',
      WAITING: 'la liste d’attente',
      FOLLOWING: 'les appareils que vous suivez',
      UPKEEP: 'l’entretien et les défauts',
    },
  },
  templates: {
    submitted: {
      subject: 'Nous avons reçu votre réservation {number}',
      paragraphs: [
        "Merci pour votre réservation. Un planificateur l'examine. Vous recevrez un e-mail dès qu'elle est confirmée.",
      ],
      link: 'Voir votre réservation',
    },
    confirmed: {
      subject: 'Votre réservation {number} est confirmée',
      paragraphs: ['Bonne nouvelle : votre réservation est confirmée.'],
      link: 'Voir votre réservation',
    },
    rejected: {
      subject: 'Votre réservation {number} ne peut pas avoir lieu',
      paragraphs: [
        'Votre réservation ne peut pas avoir lieu. Vous en trouvez le motif ci-dessous.',
        'N’hésitez pas à choisir un autre jour ou un autre appareil.',
      ],
      link: 'Voir votre réservation',
    },
    changed: {
      subject: 'Votre réservation {number} a été modifiée',
      paragraphs: ['Votre réservation a été modifiée. Voici ce qui est valable maintenant :'],
      link: 'Voir votre réservation',
    },
    cancelled: {
      subject: 'Votre réservation {number} a été annulée',
      paragraphs: ['Votre réservation a été annulée. Vous ne devez plus rien faire.'],
      link: 'Voir votre réservation',
    },
    pickupTomorrow: {
      subject: 'Rappel : {number} commence le {firstDayText}',
      paragraphs: [
        'Votre réservation approche. Veillez à ce que quelqu’un soit présent pour recevoir l’appareil.',
        'Un empêchement ? Dites-le-nous au plus vite.',
      ],
      link: 'Voir votre réservation',
    },
    overdue: {
      subject: 'Pas encore rendu : {number}',
      paragraphs: [
        'Le dernier jour de votre réservation est passé, mais l’appareil n’est pas encore noté comme rendu.',
        'Notez le retour, ou appelez-nous en cas de problème. Quelqu’un d’autre l’attend peut-être.',
      ],
      link: 'Voir votre réservation',
    },
    kitIncomplete: {
      subject: 'Un kit de votre réservation {number} n’est pas complet',
      paragraphs: [
        'Lors de la remise précédente de votre kit, quelque chose n’allait pas. Vous le lisez ci-dessous. Un planificateur l’examine et vous prévient si cela change votre réservation.',
      ],
      link: 'Voir votre réservation',
    },
    waitingOffer: {
      subject: "Une place s'est libérée : répondez dans la journée",
      paragraphs: [
        "Vous étiez sur la liste d'attente, et il y a maintenant de la place. Nous la gardons pour vous. Dites oui ou non avant l'heure ci-dessous.",
        'Sans réponse, la place va à la personne suivante.',
      ],
      link: 'Répondre à la proposition',
    },
    waitingLapsed: {
      subject: "Votre place sur la liste d'attente est passée à la suivante",
      paragraphs: [
        "Nous gardions une place pour vous, mais nous n'avons pas reçu de réponse. Elle va maintenant à la personne suivante.",
        'Vous voulez encore attendre ? Inscrivez-vous à nouveau sur la liste.',
      ],
      link: "Vers la liste d'attente",
    },
    defectReported: {
      subject: 'Défaut signalé sur {unitCode}',
      paragraphs: ['Quelqu’un a signalé un défaut. L’appareil reste réservable.'],
      link: 'Voir l’appareil',
    },
    defectBlocks: {
      subject: '{unitCode} est inutilisable : {bookings} à replanifier',
      paragraphs: [
        'Quelqu’un a signalé un défaut qui rend l’appareil inutilisable. Il n’est plus prêté jusqu’à sa réparation.',
        'Réservations qui demandent une réponse : {bookings}.',
      ],
      link: 'Voir ce qui est possible',
    },
    inspectionsDue: {
      subject: 'Contrôle ou entretien nécessaire : {count}',
      paragraphs: ['Ces contrôles et entretiens approchent ou sont en retard.'],
      link: 'Vers l’entretien',
    },
    kitComesNear: {
      subject: '{kitCode} vient près de chez vous',
      paragraphs: [
        'Vous suivez ce kit. Il sera bientôt à {km} km de votre lieu.',
        "Vous voulez l'utiliser aussi ? Le trajet est court : voyez quels jours sont libres avant ou après. Vous arrêtez ce suivi sur la page Ce que je suis.",
      ],
      link: 'Voir le kit',
    },
    authorisationEnds: {
      subject: 'Votre autorisation se termine bientôt',
      paragraphs: [
        'Sans autorisation valable, vous ne pouvez plus réserver ni emporter ce modèle.',
        'Inscrivez-vous à une session, ou demandez au planificateur de la renouveler.',
      ],
      link: 'Voir les sessions',
    },
    instructionPlanned: {
      subject: 'Vous accompagnez {number}, à partir du {firstDayText}',
      paragraphs: [
        'Vous êtes prévu comme accompagnateur. Voici où et quand on vous attend :',
        'Vous ne pouvez pas ? Prévenez le planificateur au plus vite.',
      ],
      link: 'Voir votre agenda',
    },
    instructionFreed: {
      subject: 'Vous n’accompagnez plus {number}',
      paragraphs: ['Votre accompagnement n’a plus lieu, ou quelqu’un d’autre y va. Ces jours sont de nouveau libres.'],
      link: 'Voir votre agenda',
    },
    sessionJoined: {
      subject: 'Vous êtes inscrit à la session du {dayText}',
      paragraphs: [
        'Votre place est réservée. Vous ne pouvez pas venir ? Désinscrivez-vous, pour que quelqu’un d’autre puisse venir.',
      ],
      link: 'Voir la session',
    },
    sessionCancelled: {
      subject: 'La session du {dayText} n’a pas lieu',
      paragraphs: ['La session à laquelle vous étiez inscrit n’a pas lieu. Choisissez un autre jour.'],
      link: 'Voir les sessions',
    },
    sessionTomorrow: {
      subject: 'Rappel : la session du {dayText}',
      paragraphs: ['Votre session a lieu demain. Vous ne pouvez pas venir ? Désinscrivez-vous encore.'],
      link: 'Voir la session',
    },
    requestSubmitted: {
      subject: 'Nous avons reçu votre demande {requestNumber}',
      paragraphs: [
        'Merci pour votre demande. Un planificateur cherche des jours et un appareil. Vous recevrez un e-mail dès qu’il y a une réponse.',
      ],
      link: 'Voir votre demande',
    },
    requestPlaced: {
      subject: 'Votre demande {requestNumber} est accordée',
      paragraphs: [
        'Bonne nouvelle : nous avons trouvé des jours et un appareil pour votre demande. La réservation est déjà confirmée.',
      ],
      link: 'Voir votre réservation',
    },
    requestRefused: {
      subject: 'Votre demande {requestNumber} ne peut pas être accordée',
      paragraphs: ['Nous ne pouvons pas accorder votre demande. Vous lirez pourquoi ci-dessous.'],
      link: 'Voir votre demande',
    },
    requestNotPlaced: {
      subject: 'Votre demande {requestNumber} n’a pas encore reçu de jours',
      paragraphs: [
        'Le tour est réparti, et il n’y avait pas de jours pour votre demande. Vous lirez pourquoi ci-dessous.',
        'Votre demande reste ouverte. Vous pouvez aussi réserver vous-même ce que le tour a laissé libre.',
      ],
      link: 'Voir votre demande',
    },
    seriesSubmitted: {
      subject: 'Nous avons reçu votre série {seriesNumber}',
      paragraphs: ['Merci pour votre série. Un planificateur examine chaque fois séparément. Voici ce que vous avez demandé :'],
      link: 'Voir votre série',
    },
    seriesChanged: {
      subject: 'Votre série {seriesNumber} a été modifiée',
      paragraphs: ['Votre série a été modifiée. Voici ce qui est valable maintenant :'],
      link: 'Voir votre série',
    },
    seriesCancelled: {
      subject: 'Votre série {seriesNumber} : annulation',
      paragraphs: ['Vous avez annulé une ou plusieurs dates de votre série. Voici ce qui reste :'],
      link: 'Voir votre série',
    },
    accessAccepted: {
      subject: 'Bienvenue chez Karavaan',
      paragraphs: [
        'Votre demande pour {organisationName} a été acceptée. Vous pouvez maintenant réserver des appareils.',
        "Choisissez d'abord un mot de passe. Le lien reste valable {days} jours.",
      ],
      link: 'Choisir votre mot de passe',
    },
    accessRejected: {
      subject: 'Votre demande auprès de Karavaan',
      paragraphs: ['Nous ne pouvons pas accepter votre demande pour {organisationName}. Vous en trouvez le motif ci-dessous.'],
      link: null,
    },
    passwordLink: {
      subject: 'Choisissez un nouveau mot de passe',
      paragraphs: [
        'Vous avez demandé un nouveau mot de passe. Choisissez-le par ce lien. Il reste valable {hours} heures.',
        "Ce n'était pas vous ? Alors vous ne devez rien faire.",
      ],
      link: 'Choisir votre mot de passe',
    },
  },
};
