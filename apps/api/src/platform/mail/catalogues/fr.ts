import type { MailCatalogue } from '../mail-template.js';

export const fr: MailCatalogue = {
  greeting: 'Bonjour {name},',
  closing: 'Cordialement,\nKaravaan',
  labels: { number: 'Réservation', kits: 'Appareil', site: 'Lieu', period: 'Période', reason: 'Motif' },
  period: { one: '{first}', more: 'du {first} au {last} inclus' },
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
