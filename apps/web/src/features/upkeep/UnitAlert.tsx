import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Icon } from '../../ui/icons.js';
import { useFormat } from '../../ui/useFormat.js';
import { ReportDefect } from './ReportDefect.js';
import { UNIT_UPKEEP } from './upkeep.graphql.js';
import styles from './upkeep.module.css';

/** At the top of a unit's page, for who has it in hand: that it is broken, and the button to say so. */
export function UnitAlert({ unitCode }: { unitCode: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [reporting, setReporting] = useState(false);
  const { data } = useQuery(UNIT_UPKEEP, { variables: { code: unitCode } });
  const unit = data?.equipmentUnit;
  if (!unit?.mayReportDefect) return null;
  return (
    <div className={styles.alert}>
      {unit.blockedByDefect ? (
        <p className={styles.blocked}>
          <Icon name="warning" />
          {unit.defectUntil ? t('upkeep.unit.blockedUntil', { day: format.day(unit.defectUntil) }) : t('upkeep.unit.blocked')}
        </p>
      ) : null}
      <Button variant="default" leftSection={<Icon name="warning" />} onClick={() => setReporting(true)}>
        {t('upkeep.unit.report')}
      </Button>
      <ReportDefect open={reporting} unitId={unit.id} unitCode={unitCode} onClose={() => setReporting(false)} />
    </div>
  );
}
