import { useTranslation } from '../../ui/i18n/texts.js';
import type { Settings } from '../../graphql/settings.js';
import { useFormat } from '../../ui/useFormat.js';
import styles from './people.module.css';

const TERMS = ['use', 'care', 'return', 'safety', 'insurance', 'privacy'] as const;

/** Who may use it, what it costs, and the terms: before the button. */
export function AccessTerms({ settings }: { settings: Settings }) {
  const { t } = useTranslation();
  const format = useFormat();
  const free = settings.priceCents === '0';
  return (
    <div className={styles.terms}>
      <section>
        <h2>{t('people.access.who')}</h2>
        <p>{t('people.access.whoText')}</p>
        <ul>
          <li>{t('people.access.whoSchool')}</li>
          <li>{t('people.access.whoCompany')}</li>
          <li>{t('people.access.whoCentre')}</li>
        </ul>
        <p className={styles.muted}>{t('people.access.decides')}</p>
      </section>
      <section>
        <h2>{t('people.access.price')}</h2>
        <p className={styles.price}>{free ? t('people.access.free') : format.euro(settings.priceCents)}</p>
        <p className={styles.muted}>{free ? t('people.access.freeText') : t('people.access.perDay')}</p>
      </section>
      <section>
        <h2>{t('people.access.terms')}</h2>
        <ul>
          {TERMS.map((term) => (
            <li key={term}>{t(`people.access.term.${term}`)}</li>
          ))}
        </ul>
        <p className={styles.muted}>{t('people.access.version', { version: settings.termsVersion })}</p>
      </section>
    </div>
  );
}
