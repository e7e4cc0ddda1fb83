import { useId } from 'react';
import { DataTable } from '../../ui/DataTable.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useFormat } from '../../ui/useFormat.js';
import type { AnyRound, Share } from './rounds.graphql.js';
import styles from './rounds.module.css';

/** How much of what each organisation and each area asked was given: bars, and the same as a table. */
export function FairnessChart({ fairness }: { fairness: NonNullable<AnyRound['fairness']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id}>{t('rounds.fairness.title')}</h2>
      {fairness.evenness === null ? null : (
        <p>{t('rounds.fairness.evenness', { share: format.number(fairness.evenness * 100, 0) })}</p>
      )}
      <Shares
        title={t('rounds.fairness.byOrganisation')}
        shares={fairness.byOrganisation.map((share) => ({ ...share, label: share.label || t('rounds.fairness.another') }))}
      />
      <Shares
        title={t('rounds.fairness.byArea')}
        shares={fairness.byArea.map((share) => ({ ...share, label: t(`rounds.area.${share.key}`) }))}
      />
    </section>
  );
}

function Shares({ title, shares }: { title: string; shares: readonly Share[] }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...shares.map(({ asked }) => asked));
  return (
    <>
      <h3>{title}</h3>
      <div className={styles.chart} aria-hidden="true">
        {shares.map(({ key, label, asked, placed }) => (
          <div key={key} className={styles.bar}>
            <span className={styles.barLabel}>{label}</span>
            <span className={styles.track} style={{ width: `${(100 * asked) / most}%` }}>
              <span className={styles.given} style={{ width: `${(100 * placed) / asked}%` }} />
            </span>
            <span>
              {placed}/{asked}
            </span>
          </div>
        ))}
      </div>
      <details className={styles.asTable}>
        <summary>{t('rounds.fairness.asTable')}</summary>
        <DataTable
          caption={title}
          rows={shares}
          rowKey={({ key }) => key}
          columns={[
            { key: 'label', header: t('rounds.fairness.who'), render: ({ label }) => label },
            { key: 'asked', header: t('rounds.fairness.asked'), align: 'right', render: ({ asked }) => asked },
            { key: 'placed', header: t('rounds.fairness.placed'), align: 'right', render: ({ placed }) => placed },
            { key: 'daysAsked', header: t('rounds.fairness.daysAsked'), align: 'right', render: ({ daysAsked }) => daysAsked },
            {
              key: 'daysPlaced',
              header: t('rounds.fairness.daysPlaced'),
              align: 'right',
              render: ({ daysPlaced }) => daysPlaced,
            },
          ]}
        />
      </details>
    </>
  );
}
