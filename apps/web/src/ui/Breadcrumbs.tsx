import { Fragment } from 'react';
import { useTranslation } from './i18n/texts.js';
import { Link } from 'react-router';
import styles from './Breadcrumbs.module.css';

export type Crumb = { label: string; to?: string };

/** The way up; the last crumb is the page itself and has no address. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('ui.breadcrumbs')}>
      <ol className={styles.crumbs}>
        {crumbs.map(({ label, to }, index) => (
          <Fragment key={to ?? label}>
            {index > 0 ? (
              <li aria-hidden="true" className={styles.mark}>
                ›
              </li>
            ) : null}
            <li>{to ? <Link to={to}>{label}</Link> : <span aria-current="page">{label}</span>}</li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}
