import { useQuery } from '@apollo/client/react';
import { dayOf } from '@karavaan/domain';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useFormat } from '../../ui/useFormat.js';
import { CLAIMS_IN_CONTROL, type Agreement } from './envelope.graphql.js';
import styles from './envelope.module.css';

/** Once the window is closed: how long equipment stays and papers are kept, and what the funders still look at. */
export function ClosedCard({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const [today] = useState(() => dayOf(Date.now()));
  const closed = agreement.eligibleTo < today;
  const { data } = useQuery(CLAIMS_IN_CONTROL, {
    variables: { agreementId: agreement.id },
    skip: !closed,
    fetchPolicy: 'cache-and-network',
  });
  if (!closed) return null;
  const day = (value: string | null) => (value ? format.day(value) : t('envelope.after.unknown'));
  return (
    <section className={styles.card} aria-labelledby={id}>
      <h2 id={id}>{t('envelope.after.title')}</h2>
      <dl className={styles.facts}>
        <div>
          <dt>{t('envelope.after.window')}</dt>
          <dd>{format.day(agreement.eligibleTo)}</dd>
        </div>
        <div>
          <dt>{t('envelope.after.final')}</dt>
          <dd>{day(agreement.finalPaymentOn)}</dd>
        </div>
        <div>
          <dt>{t('envelope.after.durable')}</dt>
          <dd>{day(agreement.durableUntil)}</dd>
        </div>
        <div>
          <dt>{t('envelope.after.retain')}</dt>
          <dd>{day(agreement.retainUntil)}</dd>
        </div>
      </dl>
      <h3>{t('envelope.after.claims')}</h3>
      {data?.claims.totalCount === 0 ? <p className={styles.note}>{t('envelope.after.noClaims')}</p> : null}
      <ul className={styles.plain}>
        {data?.claims.edges.map(({ node }) => (
          <li key={node.id}>
            <Link to={`/budget/boekingen?stuk=${node.id}`}>
              {t('envelope.after.claim', { number: node.number, title: node.title })}
            </Link>{' '}
            {format.euro(node.sums.declared)}, {t(`envelope.claimState.${node.state}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
