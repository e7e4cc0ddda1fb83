import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { type Viewer, viewerMay } from '../../graphql/viewer.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { StatusTag } from '../../ui/StatusTag.js';
import { useFormat } from '../../ui/useFormat.js';
import { PublishForm } from './PublishForm.js';
import { ACCEPT_TERMS, LOAN_TERMS } from './terms.graphql.js';
import styles from './terms.module.css';

/** The terms in force, for everybody to read; who is signed in accepts them once per version. */
export function LoanTerms({ viewer }: { viewer: Viewer | null }) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const { data, error, refetch } = useQuery(LOAN_TERMS, { fetchPolicy: 'cache-and-network' });
  const [accept, { loading, error: failed }] = useMutation(ACCEPT_TERMS, {
    refetchQueries: [LOAN_TERMS],
    awaitRefetchQueries: true,
  });
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={3} height={80} />;
  const { loanTerms: terms } = data;

  async function agree(version: number) {
    const { data: done } = await accept({ variables: { version } });
    const result = done!.acceptTerms;
    setRefusal(result.__typename === 'Refusal' ? (result as unknown as RefusalParts) : null);
    if (result.__typename === 'Refusal') await refetch();
  }

  return (
    <div className={styles.whole}>
      {terms ? (
        <section aria-labelledby="terms-version">
          <h2 id="terms-version">{t('terms.version', { version: terms.version, at: format.instant(terms.publishedAt) })}</h2>
          <div className={styles.text}>{text(terms.text)}</div>
          {refusal ? <RefusalView refusal={refusal} /> : null}
          {failed ? <ErrorState error={failed} /> : null}
          {viewer && terms.accepted ? <StatusTag tone="green">{t('terms.accepted')}</StatusTag> : null}
          {viewer && !terms.accepted ? (
            <Button loading={loading} onClick={() => void agree(terms.version).catch(() => {})}>
              {t('terms.accept')}
            </Button>
          ) : null}
        </section>
      ) : (
        <EmptyState text={t('terms.none')} />
      )}
      {viewer && viewerMay(viewer, 'setting.change') ? <PublishForm key={terms?.version ?? 0} terms={terms ?? null} /> : null}
    </div>
  );
}
