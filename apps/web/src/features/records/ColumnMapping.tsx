import { fieldOf, SHAPES } from '@karavaan/domain';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { SelectField } from '../../ui/SelectField.js';
import type { ImportParts } from './imports.graphql.js';
import styles from './records.module.css';

type Props = { run: ImportParts; busy: boolean; onMap: (mapping: string[]) => void };

/** How each column was understood by its heading; somebody may say otherwise. Open when something is not understood. */
export function ColumnMapping({ run, busy, onMap }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const now = run.columns.map(({ field }) => field ?? '');
  const [chosen, setChosen] = useState<readonly string[]>(now);
  const unread = run.columns.filter(({ field }) => !field);
  const twice = chosen.some((field, at) => field !== '' && chosen.indexOf(field) !== at);
  const same = chosen.join() === now.join();
  // A heading may be empty, or there twice: its place is part of what it is.
  const columns = run.columns.map(({ heading }, at) => ({ heading, at, key: `${at} ${heading}` }));
  return (
    <details className={styles.group} open={unread.length > 0 || run.missing.length > 0}>
      <summary>{t('records.import.mapping', { count: run.columns.length - unread.length, total: run.columns.length })}</summary>
      {run.missing.length > 0 ? (
        <p role="alert" className={styles.error}>
          {t('records.import.missing', { fields: run.missing.map((key) => text(fieldOf(run.kind, key)!.label)).join(', ') })}
        </p>
      ) : null}
      <div className={styles.mapping}>
        {columns.map(({ heading, at, key: column }) => (
          <SelectField
            key={column}
            label={heading || t('records.import.noHeading', { number: at + 1 })}
            value={chosen[at] ?? ''}
            onChange={(field) => setChosen(chosen.with(at, field))}
          >
            <option value="">{t('records.import.notRead')}</option>
            {SHAPES[run.kind].fields.map(({ key, label }) => (
              <option key={key} value={key}>
                {text(label)}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
      {twice ? <p className={styles.error}>{t('records.import.twice')}</p> : null}
      <Button variant="default" disabled={busy || twice || same} onClick={() => onMap([...chosen])}>
        {t(busy ? 'records.busy' : 'records.import.map')}
      </Button>
    </details>
  );
}
