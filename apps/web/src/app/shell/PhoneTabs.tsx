import { lazy, Suspense, useState } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { NavLink, useLocation } from 'react-router';
import { Icon } from '../../ui/icons.js';
import { TABS } from './nav.js';
import styles from './PhoneTabs.module.css';

const MoreSheet = lazy(() => import('./MoreSheet.js').then((module) => ({ default: module.MoreSheet })));

/** The four tabs under the thumb of a phone. */
export function PhoneTabs() {
  const { t } = useTranslation();
  const [more, setMore] = useState(false);
  const { pathname } = useLocation();
  const elsewhere = !TABS.some(({ to }) => (to === '/' ? pathname === '/' : pathname.startsWith(to)));
  return (
    <>
      <nav className={styles.tabs} aria-label={t('app.tabs.label')}>
        {TABS.map(({ to, key, icon }) => (
          <NavLink key={to} to={to} end={to === '/'} className={styles.tab}>
            <Icon name={icon} size={22} />
            {t(key)}
          </NavLink>
        ))}
        <button
          type="button"
          className={styles.tab}
          data-current={elsewhere || undefined}
          aria-haspopup="dialog"
          onClick={() => setMore(true)}
        >
          <Icon name="menu" size={22} />
          {t('app.tabs.more')}
        </button>
      </nav>
      {more ? (
        <Suspense>
          <MoreSheet open onClose={() => setMore(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
