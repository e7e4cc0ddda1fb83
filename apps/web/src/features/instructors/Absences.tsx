import { useMutation } from '@apollo/client/react';
import { type Day, dayOf } from '@karavaan/domain';
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { DateField } from '../../ui/DateField.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useFormat } from '../../ui/useFormat.js';
import { ADD_ABSENCE, DROP_ABSENCE, INSTRUCTORS, type InstructorView } from './instructors.graphql.js';
import styles from './instructors.module.css';
import { useWrite } from './useWrite.js';

/** Days on which somebody cannot come; told by themselves or by who plans. */
export function Absences({ instructor: { personId, name, absences } }: { instructor: InstructorView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [today] = useState(() => dayOf(Date.now()));
  const [firstDay, setFirst] = useState<Day | null>(null);
  const [lastDay, setLast] = useState<Day | null>(null);
  const renewed = { refetchQueries: [INSTRUCTORS], awaitRefetchQueries: true };
  const [add] = useMutation(ADD_ABSENCE, renewed);
  const [drop] = useMutation(DROP_ABSENCE, renewed);
  const { busy, refusal, failed, write } = useWrite();
  const sent = useRef({ what: '', key: '' });
  const last = lastDay ?? firstDay;

  async function submit() {
    const wish = { personId, firstDay: firstDay!, lastDay: last! };
    const what = JSON.stringify(wish);
    if (sent.current.what !== what) sent.current = { what, key: crypto.randomUUID() };
    const variables = { ...wish, idempotencyKey: sent.current.key };
    if (!(await write(async () => (await add({ variables })).data!.addInstructorAbsence))) return;
    sent.current = { what: '', key: '' };
    setFirst(null);
    setLast(null);
  }

  return (
    <>
      {absences.length > 0 ? (
        <ul className={styles.list} aria-label={t('instructors.absences', { name })}>
          {absences.map((each) => (
            <li key={each.id}>
              <span className={styles.facts}>
                {t('instructors.away', { period: format.period(each.firstDay, each.lastDay) })}
              </span>
              <Button
                variant="default"
                disabled={busy}
                onClick={() => void write(async () => (await drop({ variables: { id: each.id } })).data!.dropInstructorAbsence)}
              >
                {t('instructors.dropAbsence')}
                <span className="visually-hidden"> {format.period(each.firstDay, each.lastDay)}</span>
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <form
        className={styles.form}
        aria-label={t('instructors.absenceOf', { name })}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <DateField label={t('instructors.awayFrom')} value={firstDay} onChange={setFirst} min={today} required />
        <DateField label={t('instructors.awayTo')} value={last} onChange={setLast} min={firstDay ?? today} />
        <Button type="submit" variant="default" loading={busy} disabled={!firstDay || !last || last < firstDay}>
          {t('instructors.addAbsence')}
        </Button>
        {refusal ? <RefusalView refusal={refusal} /> : null}
        {failed ? <ErrorState error={failed} /> : null}
      </form>
    </>
  );
}
