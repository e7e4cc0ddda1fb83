import type { LocalizedText } from '../../platform/graphql/localized-text.js';
import type { RoundPlacement } from './round-placement.entity.js';

/** Why a round gave nothing, for the mail: without the names of others. */
export function notPlacedReason({ kind, why }: Pick<RoundPlacement, 'kind' | 'why'>): LocalizedText {
  const rivals = String(why.rivals?.length ?? 0);
  const limit = String(why.limit ?? 0);
  switch (kind) {
    case 'CAP':
      return why.cap === 'days'
        ? {
            nl: `Jouw organisatie kreeg in deze ronde al het meeste aantal dagen (${limit}).`,
            fr: `Votre organisation a déjà reçu le nombre maximal de jours dans ce tour (${limit}).`,
            en: `Your organisation already got the most days of this round (${limit}).`,
          }
        : {
            nl: `Jouw organisatie kreeg in deze ronde al het meeste aantal toekenningen (${limit}).`,
            fr: `Votre organisation a déjà reçu le nombre maximal d’attributions dans ce tour (${limit}).`,
            en: `Your organisation already got the most placements of this round (${limit}).`,
          };
    case 'COMPETITORS':
      return {
        nl: `De dagen gingen naar aanvragen met samen meer punten (${rivals}).`,
        fr: `Les jours sont allés à des demandes ayant ensemble plus de points (${rivals}).`,
        en: `The days went to requests with more points together (${rivals}).`,
      };
    case 'NO_TIME':
      return {
        nl: 'Er was geen toestel dat op een van je dagen kon.',
        fr: 'Aucun appareil n’était possible un de vos jours.',
        en: 'No equipment was possible on any of your days.',
      };
    case 'LEFT_OUT':
      return {
        nl: 'De planner hield je aanvraag buiten deze ronde.',
        fr: 'Le planificateur a laissé votre demande hors de ce tour.',
        en: 'The planner left your request out of this round.',
      };
    default:
      return {
        nl: 'Het toestel werd intussen voor iets anders genomen.',
        fr: 'L’appareil a été pris entre-temps pour autre chose.',
        en: 'The equipment was taken for something else meanwhile.',
      };
  }
}
