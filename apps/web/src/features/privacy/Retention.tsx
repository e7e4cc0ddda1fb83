import { useMutation, useQuery } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { DataTable } from '../../ui/DataTable.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { useFormat } from '../../ui/useFormat.js';
import { RETENTION, RUN_RETENTION, SET_RETENTION, type RetentionRule } from './privacy.graphql.js';
import styles from './privacy.module.css';

/** How long things are kept, chosen per rule; what each night took away; and taking away now. */
export function Retention() {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const toast = useToast();
  const { data, error, refetch } = useQuery(RETENTION, { fetchPolicy: 'cache-and-network' });
  const [run, { loading: running }] = useMutation(RUN_RETENTION, { refetchQueries: [RETENTION], awaitRefetchQueries: true });
  const [failed, setFailed] = useState<unknown>(null);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={5} height={64} />;
  const nameOf = (rule: string) => {
    const known = data.retentionRules.find(({ name }) => name === rule);
    return known ? text(known.what) : rule;
  };

  async function now() {
    setFailed(null);
    try {
      await run();
      toast({ text: t('privacy.retention.ran') });
    } catch (thrown) {
      setFailed(thrown);
    }
  }

  return (
    <section aria-labelledby="retention">
      <h2 id="retention" className={styles.heading}>
        {t('privacy.retention.title')}
      </h2>
      <p className={styles.lead}>{t('privacy.retention.lead')}</p>
      <ul className={styles.rules}>
        {data.retentionRules.map((rule) => (
          <Rule key={`${rule.name} ${rule.days}`} rule={rule} />
        ))}
      </ul>
      {failed ? <ErrorState error={failed} /> : null}
      <Button variant="default" disabled={running} onClick={() => void now()}>
        {t(running ? 'privacy.busy' : 'privacy.retention.now')}
      </Button>
      <h2 className={styles.heading}>{t('privacy.retention.runs')}</h2>
      {data.retentionRuns.length === 0 ? <EmptyState text={t('privacy.retention.none')} /> : null}
      {data.retentionRuns.length > 0 ? <ListBar list="opruimingen" /> : null}
      {data.retentionRuns.length > 0 ? (
        <DataTable
          caption={t('privacy.retention.runs')}
          rows={data.retentionRuns}
          rowKey={({ id }) => id}
          columns={[
            { key: 'at', header: t('privacy.retention.at'), render: ({ at }) => format.instant(at) },
            { key: 'rule', header: t('privacy.retention.rule'), render: ({ rule }) => nameOf(rule) },
            { key: 'before', header: t('privacy.retention.before'), render: ({ beforeDay }) => format.dayNumeric(beforeDay) },
            {
              key: 'removed',
              header: t('privacy.retention.removed'),
              align: 'right',
              render: ({ removed }) => format.number(removed),
            },
            {
              key: 'who',
              header: t('privacy.retention.who'),
              render: ({ actor }) => actor?.name ?? t('privacy.retention.night'),
            },
          ]}
        />
      ) : null}
    </section>
  );
}

function Rule({ rule }: { rule: RetentionRule }) {
  const { t } = useTranslation();
  const text = useText();
  const toast = useToast();
  const [save, { loading }] = useMutation(SET_RETENTION, { refetchQueries: [RETENTION] });
  const [typed, setTyped] = useState(String(rule.days));
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const days = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (days === null) return;
    setRefusal(null);
    setFailed(null);
    try {
      const { data } = await save({ variables: { name: rule.name, days } });
      if (data!.setRetention.__typename === 'Refusal') setRefusal(data!.setRetention as RefusalParts);
      else toast({ text: t('privacy.retention.saved') });
    } catch (thrown) {
      setFailed(thrown);
    }
  }

  return (
    <li>
      <form className={styles.row} onSubmit={(event) => void submit(event)}>
        <TextInput
          className={styles.days}
          label={text(rule.what)}
          description={t('privacy.retention.least', { least: rule.least })}
          inputMode="numeric"
          value={typed}
          error={days === null ? t('privacy.retention.whole') : null}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={loading || days === null || days === rule.days}>
          {t(loading ? 'privacy.busy' : 'privacy.retention.save')}
          <span className="visually-hidden">: {text(rule.what)}</span>
        </Button>
      </form>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
    </li>
  );
}
