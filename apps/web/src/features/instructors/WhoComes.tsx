import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLive } from '../../graphql/live/useLive.js';
import { Card } from '../../ui/Card.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { SelectField } from '../../ui/SelectField.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { ALONG, type AlongView, ASSIGN } from './instructors.graphql.js';
import styles from './instructors.module.css';
import { useWrite } from './useWrite.js';

const OPEN = ['HELD', 'SUBMITTED', 'CONFIRMED'];

/** Who comes along with a reservation; nothing where nobody does. Who plans can send somebody else. */
export function WhoComes({ reservationId, mayAssign }: { reservationId: string; mayAssign: boolean }) {
  const { t } = useTranslation();
  const { data, refetch } = useQuery(ALONG, { variables: { id: reservationId }, fetchPolicy: 'cache-and-network' });
  useLive({ RESERVATION: [reservationId] }, () => refetch());
  const reservation = data?.reservation;
  if (!reservation || (!reservation.accompanied && reservation.instructors.length === 0)) return null;
  const { instructors } = reservation;
  return (
    <Card label={t('instructors.along')}>
      <div className={styles.along}>
        <h2>{t('instructors.along')}</h2>
        <p>
          {instructors.length > 0
            ? instructors.map(({ name, phone }) => [name, phone].filter(Boolean).join(', ')).join(' · ')
            : t('instructors.nobody')}
        </p>
        {mayAssign && OPEN.includes(reservation.state) ? (
          <Assign key={reservation.version} reservation={reservation} onDone={() => void refetch()} />
        ) : null}
      </div>
    </Card>
  );
}

function Assign({ reservation, onDone }: { reservation: AlongView; onDone: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const [wanted, setWanted] = useState(reservation.instructors[0]?.personId ?? '');
  const [assign] = useMutation(ASSIGN);
  const { busy, refusal, failed, write } = useWrite();
  const { id, version, instructorChoices: choices } = reservation;

  async function send() {
    const variables = { id, version, personIds: wanted ? [wanted] : [] };
    if (!(await write(async () => (await assign({ variables })).data!.assignInstructors))) return;
    toast({ text: t('instructors.assigned') });
    onDone();
  }

  return (
    <>
      <div className={styles.row}>
        <SelectField label={t('instructors.sendAlong')} value={wanted} onChange={setWanted}>
          <option value="">{t('instructors.nobodyChoice')}</option>
          {choices.map(({ personId, name, free }) => (
            <option key={personId} value={personId}>
              {free ? name : t('instructors.notFree', { name })}
            </option>
          ))}
        </SelectField>
        <Button variant="default" loading={busy} onClick={() => void send()}>
          {t('instructors.assign')}
        </Button>
      </div>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
    </>
  );
}
