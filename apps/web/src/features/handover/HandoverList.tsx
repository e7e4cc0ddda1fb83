import { dayOf, nextMoment, readCode } from '@karavaan/domain';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { StatusTag } from '../../ui/StatusTag.js';
import { useFormat } from '../../ui/useFormat.js';
import type { Sheet } from './handover.graphql.js';
import styles from './handover.module.css';
import { OutboxPanel } from './OutboxPanel.js';
import { ScanField, type ScanAnswer } from './ScanField.js';
import type { KeptViewer } from './store.js';
import { useSheets } from './useSheet.js';

/** The loans to hand over now: what is out, and what goes out within a week. Read once, they open without network too. */
export function HandoverList({ worker }: { worker: KeptViewer }) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const { data, savedAt, error, loading, reload } = useSheets(worker.id);
  const [answer, setAnswer] = useState<ScanAnswer | null>(null);
  const [today] = useState(() => dayOf(Date.now()));

  function scan(code: string) {
    const read = readCode(code);
    if (!read) return setAnswer({ good: false, text: t('handover.scan.unknown', { code: code.slice(0, 40) }) });
    const found = data?.find((sheet) =>
      sheet.units.some((unit) => unit.code.toUpperCase() === read.unitCode && unit.state !== 'RELEASED'),
    );
    const label = `${read.unitCode}${read.box === null ? '' : `/${read.box}`}`;
    void navigate(found ? `/overdracht/${found.reservationId}?code=${label}` : `/scan/${label}`);
  }

  const stateOf = (sheet: Sheet) => {
    if (sheet.units.some((unit) => unit.boxes.some((box) => box.passed.includes('RETURN')))) return t('handover.list.partly');
    const next = sheet.units.map((unit) => nextMoment(unit.state)).find(Boolean);
    return next ? t(`handover.list.${next}`) : t('handover.list.done');
  };

  return (
    <div className={styles.screen}>
      <OutboxPanel viewerId={worker.id} />
      {savedAt ? <p className={styles.note}>{t('handover.offlineSince', { at: format.instant(savedAt) })}</p> : null}
      <ScanField onCode={scan} answer={answer} />
      {loading ? <DelayedSkeleton count={3} height={96} /> : null}
      {!loading && !data && error ? <ErrorState error={error} onRetry={() => void reload()} /> : null}
      {data?.length === 0 ? <EmptyState van text={t('handover.list.empty')} /> : null}
      {data && data.length > 0 ? (
        <ul className={styles.list} aria-label={t('handover.list.label')}>
          {data.map((sheet) => (
            <li key={sheet.reservationId}>
              <Link to={`/overdracht/${sheet.reservationId}`}>
                {sheet.number}: {sheet.units.map((unit) => `${text(unit.modelName)} ${unit.code}`).join(', ')}
              </Link>
              <p>
                {sheet.organisationName}, {sheet.siteName} ({sheet.siteTown})
              </p>
              <p className={styles.row}>
                <StatusTag tone={sheet.lastDay < today ? 'red' : 'blue'}>{stateOf(sheet)}</StatusTag>
                <span>{format.period(sheet.firstDay, sheet.lastDay)}</span>
              </p>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
