import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { StatusTag } from '../../ui/StatusTag.js';
import { Absences } from './Absences.js';
import { clashes } from './clashes.js';
import { END_INSTRUCTOR, INSTRUCTORS, type InstructorView } from './instructors.graphql.js';
import styles from './instructors.module.css';
import { LoanList } from './LoanList.js';
import { useWrite } from './useWrite.js';

/** One instructor for who plans: what, where, when, and what lies ahead. */
export function InstructorRow({ instructor, onEdit }: { instructor: InstructorView; onEdit: () => void }) {
  const { t } = useTranslation();
  const text = useText();
  const [asking, setAsking] = useState(false);
  const [end] = useMutation(END_INSTRUCTOR, { refetchQueries: [INSTRUCTORS], awaitRefetchQueries: true });
  const { refusal, failed, write } = useWrite();
  const { personId, name, email, models, areas, weekdays, loans, absences } = instructor;
  const inTheWay = loans.filter((loan) => clashes(loan, absences)).length;

  async function stop() {
    await write(async () => (await end({ variables: { personId } })).data!.endInstructor);
    setAsking(false);
  }

  return (
    <li aria-label={name}>
      <div className={styles.facts}>
        <h3>{name}</h3>
        <p>{models.length > 0 ? models.map((model) => text(model.name)).join(', ') : t('instructors.noModels')}</p>
        <p className={styles.small}>
          {areas.length > 0 ? areas.map((area) => t(`instructors.area.${area}`)).join(', ') : t('instructors.everywhere')} ·{' '}
          {weekdays.map((day) => t(`instructors.day.${day}`)).join(' ')} · {email}
        </p>
      </div>
      {inTheWay > 0 ? <StatusTag tone="red">{t('instructors.clash', { count: inTheWay })}</StatusTag> : null}
      <StatusTag tone={loans.length > 0 ? 'blue' : 'grey'}>{t('instructors.loans', { count: loans.length })}</StatusTag>
      <Button variant="default" onClick={onEdit}>
        {t('instructors.change')} <span className="visually-hidden">{name}</span>
      </Button>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('instructors.end')} <span className="visually-hidden">{name}</span>
      </Button>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
      <details className={styles.more}>
        <summary>{t('instructors.details')}</summary>
        <LoanList loans={loans} absences={absences} linked />
        <Absences instructor={instructor} />
      </details>
      {asking ? (
        <ConfirmDialog
          open
          danger
          title={t('instructors.endTitle', { name })}
          confirmLabel={t('instructors.end')}
          onConfirm={stop}
          onClose={() => setAsking(false)}
        >
          <p>{t('instructors.endText', { count: loans.length })}</p>
        </ConfirmDialog>
      ) : null}
    </li>
  );
}
