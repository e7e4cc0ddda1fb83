import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { AUTHORISATIONS } from './authorisations.graphql.js';
import styles from './authorisations.module.css';
import { NOTE_ATTENDANCE, type Session, SESSIONS } from './sessions.graphql.js';
import { useWrite } from './useWrite.js';

/** Who comes; from the day itself on also who came. */
export function Attendance({ session, may }: { session: Session; may: boolean }) {
  const { t } = useTranslation();
  const [note] = useMutation(NOTE_ATTENDANCE, { refetchQueries: [SESSIONS, AUTHORISATIONS], awaitRefetchQueries: true });
  const { busy, refusal, failed, write } = useWrite();
  const say = (personId: string, attended: boolean) =>
    void write(async () => (await note({ variables: { id: session.id, personId, attended } })).data!.noteAttendance);
  return (
    <div className={styles.attendance}>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
      <ul>
        {session.participants.map(({ personId, name, organisation, state }) => (
          <li key={personId}>
            <span className={styles.facts}>
              {name}, {organisation}
            </span>
            {may ? (
              <>
                <Button
                  variant={state === 'ATTENDED' ? 'filled' : 'default'}
                  aria-pressed={state === 'ATTENDED'}
                  disabled={busy}
                  onClick={() => say(personId, true)}
                >
                  {t('authorisations.session.came')} <span className="visually-hidden">{name}</span>
                </Button>
                <Button
                  variant={state === 'ABSENT' ? 'filled' : 'default'}
                  aria-pressed={state === 'ABSENT'}
                  disabled={busy}
                  onClick={() => say(personId, false)}
                >
                  {t('authorisations.session.absent')} <span className="visually-hidden">{name}</span>
                </Button>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
