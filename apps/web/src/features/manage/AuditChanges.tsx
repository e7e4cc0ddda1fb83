import { useTranslation } from '../../ui/i18n/texts.js';
import type { AuditEntry } from './manage.graphql.js';
import styles from './manage.module.css';

/** The changed fields as they are kept; of a personal one only that it changed. */
export function AuditChanges({ changes }: { changes: AuditEntry['changes'] }) {
  const { t } = useTranslation();
  if (changes.length === 0) return <span className={styles.muted}>{t('manage.audit.noFields')}</span>;
  return (
    <details className={styles.changes}>
      <summary>{t('manage.audit.fields', { count: changes.length })}</summary>
      <dl>
        {changes.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>
              {before === null && after === null ? (
                t('manage.audit.personal')
              ) : (
                <>
                  <del>{before ?? '∅'}</del> → <ins>{after ?? '∅'}</ins>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
