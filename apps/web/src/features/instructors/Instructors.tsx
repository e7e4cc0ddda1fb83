import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useLive } from '../../graphql/live/useLive.js';
import { type Viewer, viewerMay } from '../../graphql/viewer.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ExportButton } from '../../ui/export/ExportButton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Absences } from './Absences.js';
import { AccompaniedModels } from './AccompaniedModels.js';
import { InstructorForm } from './InstructorForm.js';
import { InstructorRow } from './InstructorRow.js';
import { INSTRUCTORS, type InstructorView } from './instructors.graphql.js';
import styles from './instructors.module.css';
import { LoanList } from './LoanList.js';

/** Who comes along with equipment: for an instructor the own agenda, for who plans everybody's and who may do what. */
export function Instructors({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<InstructorView | null>(null);
  const { data, error, refetch } = useQuery(INSTRUCTORS, { fetchPolicy: 'cache-and-network' });
  useLive({ RESERVATION: 'any' }, () => refetch());
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={4} height={80} />;
  const { instructors, accompaniedModels } = data;
  const mayPlan = viewerMay(viewer, 'instructor.plan');
  const me = instructors.find(({ personId }) => personId === viewer.id);
  return (
    <div className={styles.whole}>
      {me ? (
        <section aria-labelledby="mine">
          <h2 id="mine">{t('instructors.mine')}</h2>
          <LoanList loans={me.loans} absences={me.absences} linked={viewerMay(viewer, 'reservation.read')} />
          <Absences instructor={me} />
        </section>
      ) : null}
      {!mayPlan && !me ? <EmptyState text={t('instructors.notOne')} /> : null}
      {mayPlan ? (
        <>
          <section aria-labelledby="all">
            <div className={styles.head}>
              <h2 id="all">{t('instructors.all')}</h2>
              {instructors.length > 0 ? <ExportButton list="begeleiders" /> : null}
            </div>
            {instructors.length === 0 ? <EmptyState text={t('instructors.none')} /> : null}
            <ul className={styles.list}>
              {instructors.map((each) => (
                <InstructorRow key={each.personId} instructor={each} onEdit={() => setEdited(each)} />
              ))}
            </ul>
          </section>
          <section aria-labelledby="edit">
            <h2 id="edit">{edited ? t('instructors.edit', { name: edited.name }) : t('instructors.add')}</h2>
            <InstructorForm
              key={edited ? `${edited.personId} ${edited.version}` : 'new'}
              instructor={edited}
              onDone={() => setEdited(null)}
            />
          </section>
          <AccompaniedModels asked={accompaniedModels} />
        </>
      ) : null}
    </div>
  );
}
