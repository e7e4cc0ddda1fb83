import { Link } from 'react-router';
import { hasText, useTranslation } from '../../ui/i18n/texts.js';
import { StatusTag } from '../../ui/StatusTag.js';
import styles from './intake.module.css';
import { useFindingText } from './useFindingText.js';
import type { Upload } from './useUploads.js';

/** What became of each file, the moment it is known. */
export function UploadOutcomes({ uploads, ofBank = false }: { uploads: readonly Upload[]; ofBank?: boolean }) {
  const { t } = useTranslation();
  const done = uploads.filter(({ answer, failed }) => answer ?? failed).length;
  if (uploads.length === 0) return null;
  return (
    <section aria-label={t('intake.outcomes')} className={styles.outcomes}>
      <p role="status" className={styles.help}>
        {t('intake.progress', { done, total: uploads.length })}
      </p>
      <ul>
        {uploads.map((upload) => (
          <li key={upload.key}>
            <strong>{upload.name}</strong>
            {ofBank ? <BankOutcome upload={upload} /> : <InvoiceOutcome upload={upload} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function InvoiceOutcome({ upload: { answer, failed } }: { upload: Upload }) {
  const { t } = useTranslation();
  const say = useFindingText();
  if (!answer) return <Pending failed={failed === true} />;
  if (answer.status !== 200) return <Refused answer={answer} />;
  const { id, state, reason, number, supplierName, findings = [] } = answer;
  return (
    <>
      <StatusTag tone={state === 'BOOKED' ? 'green' : reason === 'WRONG' ? 'red' : 'yellow'}>
        {state === 'BOOKED' ? t('intake.state.BOOKED') : t(`intake.reason.${reason}`)}
      </StatusTag>
      <Link to={`/budget/e-facturen/${id}`}>{t('intake.named', { supplier: supplierName ?? '', number: number ?? '' })}</Link>
      {findings.slice(0, 3).map((finding) => (
        <p key={`${finding.code} ${finding.fileLine}`} className={styles.why}>
          {say(finding)}
        </p>
      ))}
    </>
  );
}

function BankOutcome({ upload: { answer, failed } }: { upload: Upload }) {
  const { t } = useTranslation();
  if (!answer) return <Pending failed={failed === true} />;
  if (answer.status !== 200) return <Refused answer={answer} />;
  const { movements = 0, matched = 0 } = answer;
  return (
    <>
      <StatusTag tone={matched === movements ? 'green' : 'yellow'}>{t('intake.bank.taken')}</StatusTag>
      <span>{t('intake.bank.takenText', { movements, matched })}</span>
    </>
  );
}

function Pending({ failed }: { failed: boolean }) {
  const { t } = useTranslation();
  return failed ? (
    <StatusTag tone="red">{t('intake.notSent')}</StatusTag>
  ) : (
    <StatusTag tone="grey">{t('intake.sending')}</StatusTag>
  );
}

function Refused({ answer: { code = 'FAILED', fileLine, found, expected } }: { answer: NonNullable<Upload['answer']> }) {
  const { t } = useTranslation();
  const key = `intake.refused.${code}`;
  const where = fileLine && fileLine > 1 ? `${t('intake.finding.fileLine', { fileLine })} ` : '';
  return (
    <>
      <StatusTag tone="red">{t('intake.refusedTag')}</StatusTag>
      <p className={styles.why}>
        {where}
        {t(hasText(key) ? key : 'intake.refused.FAILED', { found: found ?? '', expected: expected ?? '' })}
      </p>
    </>
  );
}
