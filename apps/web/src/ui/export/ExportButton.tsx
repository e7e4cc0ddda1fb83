import { useState } from 'react';
import { useLanguage } from '../i18n/useLanguage.js';
import { useTranslation } from '../i18n/texts.js';
import { Icon } from '../icons.js';
import { MenuButton } from '../MenuButton.js';
import { MenuItem } from '../MenuItem.js';
import { useToast } from '../toast/ToastProvider.js';
import { fetchFile, saveFile } from './fetch-file.js';
import styles from './ExportButton.module.css';

const NONE = {};
const FORMATS: readonly Format[] = ['xlsx', 'csv', 'pdf'];

type Format = 'xlsx' | 'csv' | 'pdf' | 'json';
type Props = {
  /** the list's name among the exports of the API */
  list: string;
  /** those of the screen's own query: the file holds what its filter finds, not only the page that is shown */
  variables?: object;
  /** where a screen has several lists */
  label?: string;
  formats?: readonly Format[];
};

/** Takes the list that is shown along as a file. */
export function ExportButton({ list, variables = NONE, label, formats = FORMATS }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const toast = useToast();
  const [busy, setBusy] = useState(false);

  async function take(format: string) {
    setBusy(true);
    const query = new URLSearchParams({ lang: language, variables: JSON.stringify(variables) });
    try {
      saveFile(await fetchFile(`/export/${list}.${format}?${query}`));
      toast({ text: t('export.done') });
    } catch (error) {
      const busyServer = error instanceof Error && error.message === '503';
      toast({ text: t(busyServer ? 'export.later' : 'export.failed') });
    } finally {
      setBusy(false);
    }
  }

  const button = (
    <>
      <Icon name="download" size={18} />
      {busy ? t('export.busy') : (label ?? t('export.button'))}
    </>
  );
  if (busy)
    return (
      <span className={styles.button} role="status" data-busy>
        {button}
      </span>
    );
  return (
    <MenuButton className={styles.button} button={button}>
      {formats.map((format) => (
        <MenuItem key={format} onSelect={() => void take(format)}>
          {t(`export.format.${format}`)}
        </MenuItem>
      ))}
    </MenuButton>
  );
}
