import { useQuery } from '@apollo/client/react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useFormat } from '../../ui/useFormat.js';
import { historyLines, sayValue } from './history-words.js';
import { SITE_NAMES, type ReservationDetail } from './reservation.graphql.js';
import styles from './ReservationDetail.module.css';

/** What happened to a reservation, newest first, a sentence each. */
export function History({ reservation }: { reservation: ReservationDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const lines = historyLines(reservation);
  const moved = lines.some(({ changes }) => changes.some(({ field }) => field === 'siteId'));
  const { data } = useQuery(SITE_NAMES, { skip: !moved });
  const say = {
    day: format.day,
    number: (value: number) => format.number(value, 1),
    nothing: t('reservations.history.nothing'),
    site: (id: string) => {
      const site = data?.sites.edges.find(({ node }) => node.id === id)?.node;
      return site ? `${site.name}, ${site.town}` : t('reservations.history.otherSite');
    },
  };
  return (
    <section aria-labelledby="history-heading">
      <h2 id="history-heading">{t('reservations.history.title')}</h2>
      <ol className={styles.history}>
        {lines.map(({ at, action, actorName, changes }) => (
          <li key={`${at} ${action}`}>
            <p>{t(`reservations.history.action.${action}`, { name: actorName ?? t('reservations.history.somebody') })}</p>
            {changes.length > 0 ? (
              <ul>
                {changes.map(({ field, before, after, personal }) => (
                  <li key={field}>
                    {personal
                      ? t('reservations.history.personal', { field: t(`reservations.history.field.${field}`) })
                      : before === null
                        ? t('reservations.history.set', {
                            field: t(`reservations.history.field.${field}`),
                            after: sayValue(field, after, say),
                          })
                        : t('reservations.history.changed', {
                            field: t(`reservations.history.field.${field}`),
                            before: sayValue(field, before, say),
                            after: sayValue(field, after, say),
                          })}
                  </li>
                ))}
              </ul>
            ) : null}
            <time dateTime={at}>{format.instant(at)}</time>
          </li>
        ))}
      </ol>
    </section>
  );
}
