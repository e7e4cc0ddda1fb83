import { useQuery } from '@apollo/client/react';
import { EmptyState } from '../../ui/EmptyState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { MANAGED_RECORDS } from './records.graphql.js';

/** For who may import: nobody can reserve anything while there are no units, and this is where they come from. */
export function NoUnitsYet() {
  const { t } = useTranslation();
  const { data } = useQuery(MANAGED_RECORDS, { variables: { kind: 'UNIT', down: false, first: 1 } });
  if (data?.managedRecords.totalCount !== 0) return null;
  return (
    <EmptyState
      title={t('records.noUnits.title')}
      text={t('records.noUnits.text')}
      action={<LinkButton to="/beheer/invoer?soort=UNIT">{t('records.noUnits.action')}</LinkButton>}
    />
  );
}
