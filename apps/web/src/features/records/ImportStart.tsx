import { RECORD_KINDS, SHAPES, type RecordKind } from '@karavaan/domain';
import { Button, Progress } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { ErrorState } from '../../ui/ErrorState.js';
import { ExportButton } from '../../ui/export/ExportButton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useLanguage } from '../../ui/i18n/useLanguage.js';
import { useText } from '../../ui/i18n/useText.js';
import { Icon } from '../../ui/icons.js';
import { SelectField } from '../../ui/SelectField.js';
import { FieldList } from './FieldList.js';
import { LISTS } from './record-addresses.js';
import styles from './records.module.css';
import { sendFile, type SendResult } from './send-file.js';
import { templateOf } from './template.js';

/** Choose what, fill in the template, bring the file: a preview follows and nothing is written yet. */
export function ImportStart() {
  const { t } = useTranslation();
  const text = useText();
  const language = useLanguage();
  const navigate = useNavigate();
  const id = useId();
  const [params, setParams] = useSearchParams();
  const kind = RECORD_KINDS.find((each) => each === params.get('soort')) ?? 'UNIT';
  const [file, setFile] = useState<File | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [problem, setProblem] = useState<SendResult | null>(null);
  const [failed, setFailed] = useState<unknown>(null);

  async function bring(event: FormEvent) {
    event.preventDefault();
    if (!file) return;
    setProblem(null);
    setFailed(null);
    setProgress(0);
    try {
      const result = await sendFile(crypto.randomUUID(), kind, file, setProgress);
      if (result.id) await navigate(`/beheer/invoer/${result.id}`);
      else setProblem(result);
    } catch (error) {
      setFailed(error);
    } finally {
      setProgress(null);
    }
  }

  return (
    <>
      <form className={styles.group} onSubmit={(event) => void bring(event)}>
        <h2>{t('records.import.what')}</h2>
        <div className={styles.filters}>
          <SelectField label={t('records.import.kind')} value={kind} onChange={(soort) => setParams({ soort })}>
            {RECORD_KINDS.map((each) => (
              <option key={each} value={each}>
                {text(SHAPES[each].names)}
              </option>
            ))}
          </SelectField>
        </div>
        <div className={styles.buttons}>
          <Button
            variant="default"
            leftSection={<Icon name="download" size={18} />}
            onClick={() => save(kind, templateOf(kind, language))}
          >
            {t('records.import.template')}
          </Button>
          <ExportButton list={LISTS[kind]} label={t('records.import.current')} formats={['xlsx', 'csv']} />
        </div>
        <h2 className={styles.next}>{t('records.import.file')}</h2>
        <div className={styles.file}>
          <label htmlFor={id}>{t('records.import.choose')}</label>
          <p className={styles.help} id={`${id}-help`}>
            {t('records.import.help', { count: SHAPES[kind].mostRows })}
          </p>
          <input
            id={id}
            type="file"
            accept=".csv,.txt,.tsv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            aria-describedby={`${id}-help`}
            onChange={(event) => {
              setFile(event.currentTarget.files?.[0] ?? null);
              setProblem(null);
            }}
          />
        </div>
        {progress === null ? null : (
          <div role="status">
            <Progress value={Math.max(5, progress * 100)} animated aria-label={t('records.import.sending')} />
            <p className={styles.help}>{t(progress < 1 ? 'records.import.sending' : 'records.import.reading')}</p>
          </div>
        )}
        {problem ? (
          <p role="alert" className={styles.error}>
            {t(`records.import.unreadable.${problem.problem}`, { most: problem.most ?? '' })}
          </p>
        ) : null}
        {failed ? <ErrorState error={failed} /> : null}
        <Button type="submit" disabled={!file || progress !== null}>
          {t(progress === null ? 'records.import.preview' : 'records.busy')}
        </Button>
      </form>
      <FieldList kind={kind} />
    </>
  );
}

function save(kind: RecordKind, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `karavaan-${kind.toLowerCase()}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}
