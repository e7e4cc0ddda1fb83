import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { SelectField } from '../../ui/SelectField.js';
import { INSTRUCTORS, MODELS_TO_ACCOMPANY, SET_ACCOMPANIED } from './instructors.graphql.js';
import styles from './instructors.module.css';
import { useWrite } from './useWrite.js';

type Names = { readonly nl: string; readonly fr: string; readonly en: string };

/** The models that are lent only with somebody who comes along. */
export function AccompaniedModels({ asked }: { asked: readonly { readonly id: string; readonly name: Names }[] }) {
  const { t } = useTranslation();
  const text = useText();
  const [wanted, setWanted] = useState('');
  const { data, error, refetch } = useQuery(MODELS_TO_ACCOMPANY);
  const [set] = useMutation(SET_ACCOMPANIED, { refetchQueries: [INSTRUCTORS], awaitRefetchQueries: true });
  const { busy, refusal, failed, write } = useWrite();
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={2} height={48} />;
  const free = data.catalogue.edges.map(({ node }) => node).filter(({ id }) => !asked.some((each) => each.id === id));
  const chosen = free.some(({ id }) => id === wanted) ? wanted : (free[0]?.id ?? '');
  const ask = (modelId: string, yes: boolean) =>
    void write(async () => (await set({ variables: { modelId, asked: yes } })).data!.setAccompanied);

  return (
    <section aria-labelledby="accompanied">
      <h2 id="accompanied">{t('instructors.accompanied')}</h2>
      <p className={styles.lead}>{t('instructors.accompaniedLead')}</p>
      {asked.length === 0 ? <EmptyState text={t('instructors.noAccompanied')} /> : null}
      <ul className={styles.list}>
        {asked.map(({ id, name }) => (
          <li key={id}>
            <span className={styles.facts}>{text(name)}</span>
            <Button variant="default" disabled={busy} onClick={() => ask(id, false)}>
              {t('instructors.notAccompanied')} <span className="visually-hidden">{text(name)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.row}>
        <SelectField label={t('instructors.model')} value={chosen} onChange={setWanted}>
          {free.map(({ id, name }) => (
            <option key={id} value={id}>
              {text(name)}
            </option>
          ))}
        </SelectField>
        <Button variant="default" disabled={busy || !chosen} onClick={() => ask(chosen, true)}>
          {t('instructors.askAccompanied')}
        </Button>
      </div>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
    </section>
  );
}
