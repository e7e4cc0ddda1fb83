import { Button } from '@mantine/core';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import styles from './agenda.module.css';

/** The secret address, which is shown once, and how each calendar program takes it. */
export function NewLink({ url }: { url: string }) {
  const { t } = useTranslation();
  const toast = useToast();
  async function copy() {
    await navigator.clipboard.writeText(url);
    toast({ text: t('agenda.copied') });
  }
  return (
    <section className={styles.fresh} aria-labelledby="agenda-fresh">
      <h2 id="agenda-fresh">{t('agenda.fresh.title')}</h2>
      <p>{t('agenda.fresh.once')}</p>
      <div className={styles.address}>
        <input readOnly value={url} aria-label={t('agenda.fresh.address')} onFocus={(event) => event.target.select()} />
        <Button onClick={() => void copy()}>{t('agenda.fresh.copy')}</Button>
      </div>
      <ul>
        <li>{t('agenda.fresh.google')}</li>
        <li>{t('agenda.fresh.outlook')}</li>
        <li>{t('agenda.fresh.apple')}</li>
      </ul>
    </section>
  );
}
