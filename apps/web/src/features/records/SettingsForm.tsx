import { SETTING_FIELDS, readField } from '@karavaan/domain';
import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useRef, useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { FieldInput } from './FieldInput.js';
import { RecordHistory } from './RecordHistory.js';
import { TravelState } from './TravelState.js';
import { RECORD_HISTORY } from './records.graphql.js';
import styles from './records.module.css';
import { OPERATION_SETTINGS, SAVE_SETTINGS } from './settings.graphql.js';
import { useProblemText, type Problem } from './useProblemText.js';
import { useValueText } from './useValueText.js';

const GROUPS = [...new Set(SETTING_FIELDS.map(({ group }) => group))];
const settingField = (key: string) => SETTING_FIELDS.find((field) => field.key === key);

/** What may change while the program runs, each with what it means and what holds without a choice. */
export function SettingsForm() {
  const { t } = useTranslation();
  const say = useProblemText();
  const value = useValueText();
  const toast = useToast();
  const form = useRef<HTMLFormElement>(null);
  const { data, error, refetch } = useQuery(OPERATION_SETTINGS, { fetchPolicy: 'cache-and-network' });
  const [save, { loading }] = useMutation(SAVE_SETTINGS, { refetchQueries: [OPERATION_SETTINGS, RECORD_HISTORY] });
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={4} height={90} />;
  const { version, values } = data.operationSettings;
  const kept = (key: string) => values.find(({ field }) => field === key);
  const changed = Object.entries(typed).some(([key, text]) => text !== (kept(key)?.value ?? ''));

  function complain(wrong: readonly Problem[]) {
    setProblems(wrong);
    if (wrong.length > 0) requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    setRefusal(null);
    setFailed(null);
    const wrong = SETTING_FIELDS.flatMap((field) => {
      const read = readField(field, typed[field.key] ?? '');
      return 'problem' in read ? [{ field: field.key, problem: read.problem }] : [];
    });
    complain(wrong);
    if (wrong.length > 0) return;
    try {
      const changes = Object.entries(typed).map(([field, text]) => ({ field, value: text }));
      const { data: saved } = await save({ variables: { version, values: changes } });
      const result = saved!.saveSettings;
      if (result.__typename === 'Refusal') setRefusal(result as RefusalParts);
      else if (result.__typename === 'WrongRecord') complain(result.wrong);
      else {
        setTyped({});
        toast({ text: t('records.saved') });
      }
    } catch (thrown) {
      setFailed(thrown);
    }
  }

  const elsewhere = refusal?.reasons.some(({ code }) => code === 'STATE_CHANGED');
  return (
    <>
      <form ref={form} noValidate className={styles.form} onSubmit={(event) => void submit(event)}>
        {GROUPS.map((group) => (
          <section key={group} aria-labelledby={`group-${group}`} className={styles.group}>
            <h2 id={`group-${group}`}>{t(`records.settings.group.${group}`)}</h2>
            <div className={styles.fields}>
              {SETTING_FIELDS.filter((field) => field.group === group).map((field) => {
                const problem = problems.find((each) => each.field === field.key);
                return (
                  <div key={field.key}>
                    <FieldInput
                      field={field}
                      value={typed[field.key] ?? kept(field.key)?.value ?? ''}
                      error={problem && say(field, problem)}
                      onChange={(text) => setTyped((old) => ({ ...old, [field.key]: text }))}
                    />
                    <p className={styles.help}>
                      {t('records.settings.without', { value: value(field, kept(field.key)?.fallback ?? null) })}
                    </p>
                  </div>
                );
              })}
            </div>
            {group === 'transport' ? <TravelState /> : null}
          </section>
        ))}
        {refusal ? <RefusalView refusal={refusal} title={elsewhere ? t('records.elsewhere') : undefined} /> : null}
        {failed ? <ErrorState error={failed} /> : null}
        <div className={styles.buttons}>
          <Button type="submit" disabled={loading || !changed}>
            {t(loading ? 'records.busy' : 'records.save')}
          </Button>
          {elsewhere ? (
            <Button
              variant="default"
              onClick={() => {
                setRefusal(null);
                setTyped({});
                void refetch();
              }}
            >
              {t('records.reload')}
            </Button>
          ) : null}
          <Link to="/beheer/privacy">{t('records.settings.retention')}</Link>
        </div>
      </form>
      <section aria-labelledby="history" className={styles.group}>
        <h2 id="history">{t('records.history.title')}</h2>
        <RecordHistory entity="setting" id="operation" fieldOf={settingField} />
      </section>
    </>
  );
}
