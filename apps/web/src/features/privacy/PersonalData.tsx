import { useQuery } from '@apollo/client/react';
import { DataTable } from '../../ui/DataTable.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { PERSONAL_DATA } from './privacy.graphql.js';
import styles from './privacy.module.css';

/** What is stored of people, why, how long, and what becomes of it when they are forgotten; as the program's register has it. */
export function PersonalData() {
  const { t } = useTranslation();
  const text = useText();
  const { data, error, refetch } = useQuery(PERSONAL_DATA);
  return (
    <section aria-labelledby="stored">
      <h2 id="stored" className={styles.heading}>
        {t('privacy.stored.title')}
      </h2>
      <p className={styles.lead}>{t('privacy.stored.lead')}</p>
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <DelayedSkeleton count={6} height={60} /> : null}
      {data ? <ListBar list="wat-we-bewaren" /> : null}
      {data ? (
        <DataTable
          caption={t('privacy.stored.title')}
          rows={data.personalData}
          rowKey={({ table }) => table}
          columns={[
            { key: 'what', header: t('privacy.stored.what'), render: (row) => <strong>{text(row.what)}</strong> },
            {
              key: 'columns',
              header: t('privacy.stored.columns'),
              render: (row) => [...new Set(row.columns.map(text))].join(', '),
            },
            { key: 'why', header: t('privacy.stored.why'), render: (row) => text(row.why) },
            { key: 'kept', header: t('privacy.stored.kept'), render: (row) => text(row.kept) },
            { key: 'erasure', header: t('privacy.stored.erasure'), render: (row) => t(`privacy.erasure.${row.erasure}`) },
          ]}
        />
      ) : null}
    </section>
  );
}
