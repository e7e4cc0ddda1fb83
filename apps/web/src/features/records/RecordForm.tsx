import { fieldOf, readRecord, SHAPES, type RecordTexts } from '@karavaan/domain';
import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useRef, useState, type FormEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { FieldInput } from './FieldInput.js';
import { recordAddress, type ManagedKind } from './record-addresses.js';
import { MANAGED_RECORDS, RECORD_HISTORY, SAVE_RECORD, type ManagedRecord } from './records.graphql.js';
import styles from './records.module.css';
import { useProblemText, type Problem } from './useProblemText.js';

type Props = {
  kind: ManagedKind;
  /** null makes a new one */
  record: ManagedRecord | null;
  /** reads the record anew, after somebody else changed it */
  onReload: () => void;
};

const textsOf = (record: ManagedRecord): RecordTexts =>
  Object.fromEntries(record.values.map(({ field, value }) => [field, value ?? null]));

/** All fields of a record; what is wrong stands at its field, before it is sent and after. Only what changed is sent. */
export function RecordForm({ kind, record, onReload }: Props) {
  const { t } = useTranslation();
  const say = useProblemText();
  const client = useApolloClient();
  const navigate = useNavigate();
  const toast = useToast();
  const form = useRef<HTMLFormElement>(null);
  const before = record ? textsOf(record) : null;
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  // One key per try: what was refused may be sent again, what was done is done once.
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const { fields } = SHAPES[kind];
  const groups = [...new Set(fields.map(({ group }) => group))];
  const valueOf = (key: string) => typed[key] ?? (before ? (before[key] ?? '') : (fieldOf(kind, key)?.fallback ?? ''));
  const errorOf = (key: string) => {
    const problem = problems.find(({ field }) => field === key);
    return problem && say(fieldOf(kind, key), problem);
  };

  function complain(wrong: readonly Problem[]) {
    setProblems(wrong);
    if (wrong.length > 0) requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    setRefusal(null);
    setFailed(null);
    const { wrong } = readRecord(kind, typed, before, 'MISSING');
    complain(wrong);
    if (wrong.length > 0) return;
    setBusy(true);
    try {
      const values = Object.entries(typed).map(([field, value]) => ({ field, value }));
      const input = { kind, id: record?.id ?? null, version: record?.version ?? null, values, idempotencyKey };
      const { data } = await client.mutate({
        mutation: SAVE_RECORD,
        variables: { input },
        refetchQueries: [MANAGED_RECORDS, RECORD_HISTORY],
      });
      const result = data!.saveRecord;
      setKey(crypto.randomUUID());
      if (result.__typename === 'Refusal') setRefusal(result as RefusalParts);
      else if (result.__typename === 'WrongRecord') complain(result.wrong);
      else {
        setTyped({});
        toast({ text: t('records.saved') });
        if (!record) await navigate(recordAddress(kind, (result as ManagedRecord).id), { replace: true });
      }
    } catch (error) {
      setFailed(error);
    } finally {
      setBusy(false);
    }
  }

  const changed = Object.entries(typed).some(([key, value]) => value !== (before?.[key] ?? ''));
  const elsewhere = refusal?.reasons.some(({ code }) => code === 'STATE_CHANGED');
  return (
    <form ref={form} noValidate className={styles.form} onSubmit={(event) => void save(event)}>
      {groups.map((group) => (
        <section key={group} aria-labelledby={`group-${group}`} className={styles.group}>
          <h2 id={`group-${group}`}>{t(`records.group.${group}`)}</h2>
          <div className={styles.fields}>
            {fields
              .filter((field) => field.group === group)
              .map((field) => (
                <div
                  key={field.key}
                  className={
                    field.kind === 'hours' || (field.kind === 'text' && (field.longest ?? 0) > 250) ? styles.wide : undefined
                  }
                >
                  <FieldInput
                    field={field}
                    value={valueOf(field.key)}
                    error={errorOf(field.key)}
                    onChange={(value) => setTyped((old) => ({ ...old, [field.key]: value }))}
                  />
                </div>
              ))}
          </div>
        </section>
      ))}
      <div role="status">
        {problems.length > 0 ? <p className={styles.error}>{t('records.wrong', { count: problems.length })}</p> : null}
      </div>
      {refusal ? <RefusalView refusal={refusal} title={elsewhere ? t('records.elsewhere') : undefined} /> : null}
      {elsewhere ? (
        <Button
          variant="default"
          onClick={() => {
            setRefusal(null);
            onReload();
          }}
        >
          {t('records.reload')}
        </Button>
      ) : null}
      {failed ? <ErrorState error={failed} /> : null}
      <div className={styles.buttons}>
        <Button type="submit" disabled={busy || (record !== null && !changed)}>
          {t(busy ? 'records.busy' : record ? 'records.save' : 'records.make')}
        </Button>
        <Link to={recordAddress(kind)}>{t('records.back')}</Link>
      </div>
    </form>
  );
}
