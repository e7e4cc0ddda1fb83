import { useQuery } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useSearchParams } from 'react-router';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Icon } from '../../ui/icons.js';
import { SelectField } from '../../ui/SelectField.js';
import { FilesField } from './FilesField.js';
import { BANK_MOVEMENTS } from './intake.graphql.js';
import styles from './intake.module.css';
import { MovementCard } from './MovementCard.js';
import { UploadOutcomes } from './UploadOutcomes.js';
import { useUploads } from './useUploads.js';

const PAGE = 20;
const SHOWN = { open: ['OPEN'], gekoppeld: ['MATCHED'], opzij: ['SET_ASIDE'], alles: null } as const;

/** Statements of the bank: bring some; what did not find its invoice by itself is matched here. */
export function Bank() {
  const { t } = useTranslation();
  const { viewer } = useViewer();
  const mayWrite = viewerMay(viewer, 'budget.write');
  const [params, setParams] = useSearchParams();
  const [typed, setTyped] = useState(params.get('zoek') ?? '');
  const asked = params.get('toon') ?? '';
  const shown = asked in SHOWN ? (asked as keyof typeof SHOWN) : 'open';
  const variables = { filter: { states: SHOWN[shown] === null ? null : [...SHOWN[shown]] }, text: params.get('zoek') };
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(BANK_MOVEMENTS, {
    variables: { ...variables, sort: null, first: PAGE },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const { uploads, busy, bring } = useUploads('statements', () => void refetch());
  const found = (data ?? (error ? undefined : previousData))?.bankMovements;
  const set = (name: string, value: string) =>
    setParams((old) => {
      if (value) old.set(name, value);
      else old.delete(name);
      return old;
    });
  return (
    <>
      {mayWrite ? (
        <section className={styles.group} aria-labelledby="bring">
          <h2 id="bring">{t('intake.bank.bring')}</h2>
          <FilesField
            label={t('intake.bank.choose')}
            help={t('intake.bank.help')}
            accept=".cod,.coda,.txt,text/plain"
            disabled={busy}
            onFiles={(files) => void bring(files)}
          />
          <UploadOutcomes uploads={uploads} ofBank />
        </section>
      ) : null}
      <search>
        <form
          className={styles.filters}
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            set('zoek', typed.trim());
          }}
        >
          <TextInput
            type="search"
            label={t('intake.bank.search')}
            leftSection={<Icon name="search" size={18} />}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onBlur={() => typed.trim() !== (params.get('zoek') ?? '') && set('zoek', typed.trim())}
          />
          <SelectField label={t('intake.show')} value={shown} onChange={(next) => set('toon', next === 'open' ? '' : next)}>
            {Object.keys(SHOWN).map((each) => (
              <option key={each} value={each}>
                {t(`intake.bank.shows.${each}`)}
              </option>
            ))}
          </SelectField>
        </form>
      </search>
      {error && !found ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!found && !error ? <DelayedSkeleton count={4} height={110} /> : null}
      {found?.edges.length === 0 ? (
        <EmptyState text={t(params.get('zoek') ? 'intake.bank.noneFound' : `intake.bank.none.${shown}`)} />
      ) : null}
      {found && found.edges.length > 0 ? (
        <>
          <ListBar list="bankverrichtingen" variables={variables} />
          <ul className={styles.movements}>
            {found.edges.map(({ node }) => (
              <MovementCard
                key={`${node.id} ${node.version}`}
                movement={node}
                mayWrite={mayWrite}
                onDone={() => void refetch()}
              />
            ))}
          </ul>
          <div className={styles.foot}>
            <span role="status">{t('intake.showing', { shown: found.edges.length, total: found.totalCount })}</span>
            {found.pageInfo.hasNextPage ? (
              <Button
                variant="default"
                disabled={loading}
                onClick={() => void fetchMore({ variables: { after: found.pageInfo.endCursor } })}
              >
                {t('intake.more')}
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
    </>
  );
}
