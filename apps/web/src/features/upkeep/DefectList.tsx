import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { SelectField } from '../../ui/SelectField.js';
import { DefectCard } from './DefectCard.js';
import { DEFECTS } from './upkeep.graphql.js';
import styles from './upkeep.module.css';

/** All defects: the open ones with the blocking first, or those that were solved. */
export function DefectList({ mayReplan }: { mayReplan: boolean }) {
  const { t } = useTranslation();
  const [solved, setSolved] = useState(false);
  const { data, error, refetch } = useQuery(DEFECTS, { variables: { solved }, fetchPolicy: 'cache-and-network' });
  const defects = data?.defects;
  return (
    <>
      <div className={styles.filter}>
        <SelectField label={t('upkeep.defect.which')} value={String(solved)} onChange={(value) => setSolved(value === 'true')}>
          <option value="false">{t('upkeep.defect.open')}</option>
          <option value="true">{t('upkeep.defect.solved')}</option>
        </SelectField>
      </div>
      {error && !defects ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!defects && !error ? <DelayedSkeleton count={4} height={120} /> : null}
      {defects?.length === 0 ? <EmptyState van text={t('upkeep.defect.none')} /> : null}
      {defects && defects.length > 0 ? <ListBar list="defecten" variables={{ solved }} /> : null}
      <ul className={styles.defects}>
        {defects?.map((defect) => (
          <DefectCard key={defect.id} defect={defect} mayHandle mayReplan={mayReplan} withUnit />
        ))}
      </ul>
    </>
  );
}
