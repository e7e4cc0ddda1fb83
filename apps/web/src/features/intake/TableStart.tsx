import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { BudgetImportKind } from '../../graphql/generated/graphql.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ExportButton } from '../../ui/export/ExportButton.js';
import { hasText, useTranslation } from '../../ui/i18n/texts.js';
import { SelectField } from '../../ui/SelectField.js';
import { AGREEMENTS_TO_FILL } from './intake.graphql.js';
import styles from './intake.module.css';
import { sendTable, type PaperAnswer } from './send-paper.js';

const KINDS: Record<string, BudgetImportKind> = { betalingen: 'PAYMENTS', budget: 'BUDGET', boekhouding: 'EXTERNAL_LEDGER' };
const LISTS: Record<BudgetImportKind, string> = { PAYMENTS: 'betalingen', BUDGET: 'budgetlijnen', EXTERNAL_LEDGER: 'betalingen' };

/** Choose what, bring the table: a preview follows and nothing is written yet. */
export function TableStart() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const id = useId();
  const [params, setParams] = useSearchParams();
  const slug = params.get('soort') ?? 'betalingen';
  const kind = KINDS[slug] ?? 'PAYMENTS';
  const { data } = useQuery(AGREEMENTS_TO_FILL);
  const agreements = (data?.envelopes ?? []).flatMap((envelope) => envelope.agreements);
  const [chosen, setChosen] = useState('');
  const agreement = chosen || (agreements[0]?.id ?? '');
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PaperAnswer | null>(null);
  const [failed, setFailed] = useState<unknown>(null);

  async function bring(event: FormEvent) {
    event.preventDefault();
    if (!file) return;
    setBusy(true);
    setProblem(null);
    setFailed(null);
    try {
      const answer = await sendTable(crypto.randomUUID(), kind, kind === 'BUDGET' ? agreement : null, file);
      if (answer.status === 200) await navigate(`/budget/invoer/${answer.id}`);
      else setProblem(answer);
    } catch (error) {
      setFailed(error);
    } finally {
      setBusy(false);
    }
  }
  const key = `intake.tables.refused.${problem?.code}`;
  return (
    <form className={styles.group} onSubmit={(event) => void bring(event)}>
      <h2>{t('intake.tables.what')}</h2>
      <div className={styles.filters}>
        <SelectField label={t('intake.tables.kind')} value={slug} onChange={(soort) => setParams({ soort })}>
          {Object.keys(KINDS).map((each) => (
            <option key={each} value={each}>
              {t(`intake.tables.kinds.${each}`)}
            </option>
          ))}
        </SelectField>
        {kind === 'BUDGET' ? (
          <SelectField label={t('intake.tables.agreement')} value={agreement} onChange={setChosen}>
            {agreements.map(({ id: each, code, name }) => (
              <option key={each} value={each}>
                {code} {name}
              </option>
            ))}
          </SelectField>
        ) : null}
      </div>
      <p>{t(`intake.tables.explain.${kind}`)}</p>
      <p className={styles.help}>{t(`intake.tables.columns.${kind}`)}</p>
      <div className={styles.buttons}>
        <ExportButton list={LISTS[kind]} label={t('intake.tables.current')} formats={['xlsx', 'csv']} />
      </div>
      <div className={styles.file}>
        <label htmlFor={id}>{t('intake.tables.choose')}</label>
        <input
          id={id}
          type="file"
          accept=".csv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={(event) => {
            setFile(event.currentTarget.files?.[0] ?? null);
            setProblem(null);
          }}
        />
      </div>
      {problem ? (
        <p role="alert" className={styles.error}>
          {t(hasText(key) ? key : 'intake.refused.FAILED', { found: problem.found ?? '', expected: '' })}
        </p>
      ) : null}
      {failed ? <ErrorState error={failed} /> : null}
      <div className={styles.buttons}>
        <Button type="submit" disabled={!file || busy}>
          {t(busy ? 'intake.busy' : 'intake.tables.preview')}
        </Button>
      </div>
    </form>
  );
}
