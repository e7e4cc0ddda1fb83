import { useQuery } from '@apollo/client/react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { ReasonList } from '../../ui/refusal/ReasonList.js';
import { CARE_WARNINGS } from './upkeep.graphql.js';
import styles from './upkeep.module.css';

/** On a reservation: that its equipment is broken or not inspected in time, and that somebody looks for an answer. */
export function CareWarnings({ reservationId }: { reservationId: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(CARE_WARNINGS, { variables: { id: reservationId }, fetchPolicy: 'cache-and-network' });
  const warnings = data?.reservation?.careWarnings ?? [];
  if (warnings.length === 0) return null;
  return (
    <section className={styles.warned} aria-label={t('upkeep.warning.title')}>
      <h2>{t('upkeep.warning.title')}</h2>
      <ReasonList reasons={warnings} />
      <p>{t('upkeep.warning.text')}</p>
    </section>
  );
}
