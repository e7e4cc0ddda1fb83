import { TARGET_GROUPS, type TargetGroup } from '@karavaan/domain';
import { Button, TextInput } from '@mantine/core';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Icon } from '../../ui/icons.js';
import { Tick } from '../../ui/Tick.js';
import { SelectField } from '../../ui/SelectField.js';
import styles from './Report.module.css';

export type GroupRow = { key: string; targetGroup: TargetGroup; count: string; sme: boolean; companyName: string };

export const newGroup = (targetGroup: TargetGroup, count = ''): GroupRow => ({
  key: crypto.randomUUID(),
  targetGroup,
  count,
  sme: true,
  companyName: '',
});

export const countOf = ({ count }: GroupRow) => (/^\d{1,4}$/.test(count.trim()) && Number(count) > 0 ? Number(count) : null);

type Props = { rows: readonly GroupRow[]; wrong: boolean; onChange: (rows: GroupRow[]) => void };

/** Who took part, a row for each target group; of a company's staff also whose. */
export function ReportGroups({ rows, wrong, onChange }: Props) {
  const { t } = useTranslation();
  const put = (key: string, fields: Partial<GroupRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...fields } : row)));
  const total = rows.reduce((sum, row) => sum + (countOf(row) ?? 0), 0);
  return (
    <fieldset className={styles.groups}>
      <legend>{t('reservations.report.groups')}</legend>
      {rows.map((row, at) => (
        <div key={row.key} className={styles.group}>
          <SelectField
            label={t('reservations.report.targetGroup')}
            value={row.targetGroup}
            onChange={(value) => put(row.key, { targetGroup: value as TargetGroup })}
          >
            {TARGET_GROUPS.map((group) => (
              <option key={group} value={group}>
                {t(`reservations.report.group.${group}`)}
              </option>
            ))}
          </SelectField>
          <TextInput
            label={t('reservations.report.participants')}
            inputMode="numeric"
            value={row.count}
            error={wrong && countOf(row) === null ? t('reservations.report.wrongParticipants') : undefined}
            onChange={(event) => put(row.key, { count: event.currentTarget.value })}
          />
          {rows.length > 1 ? (
            <button
              type="button"
              className={styles.remove}
              aria-label={t('reservations.report.removeGroup', { n: at + 1 })}
              onClick={() => onChange(rows.filter((other) => other !== row))}
            >
              <Icon name="trash" size={18} />
            </button>
          ) : null}
          {row.targetGroup === 'COMPANY_STAFF' ? (
            <div className={styles.company}>
              <TextInput
                label={t('reservations.report.company')}
                maxLength={200}
                value={row.companyName}
                onChange={(event) => put(row.key, { companyName: event.currentTarget.value })}
              />
              <Tick
                label={t('reservations.report.sme')}
                checked={row.sme}
                onChange={(checked) => put(row.key, { sme: checked })}
              />
            </div>
          ) : null}
        </div>
      ))}
      <div className={styles.foot}>
        <Button
          variant="default"
          size="sm"
          leftSection={<Icon name="plus" size={18} />}
          onClick={() => onChange([...rows, newGroup('EMPLOYEES')])}
        >
          {t('reservations.report.addGroup')}
        </Button>
        <span role="status">{t('reservations.report.total', { count: total })}</span>
      </div>
    </fieldset>
  );
}
