import { useTranslation } from '../../ui/i18n/texts.js';
import { useSettings } from '../../graphql/settings.js';
import { useFormat } from '../../ui/useFormat.js';
import { useTitle } from '../../ui/useTitle.js';
import { Van } from '../../ui/Van.js';
import styles from './HomeHero.module.css';
import { SearchBar } from './SearchBar.js';
import type { Search } from './useSearch.js';

/** One question on navy, the van on its dune road, and the search bar half over the edge. */
export function HomeHero({ search }: { search: Search }) {
  const { t } = useTranslation();
  const format = useFormat();
  const settings = useSettings();
  useTitle(t('search.tab'));
  const price = settings
    ? settings.priceCents === '0'
      ? t('search.free')
      : t('search.price', { price: format.euro(settings.priceCents) })
    : '';
  return (
    <div className={styles.hero}>
      <div className={styles.dune} aria-hidden="true">
        <svg viewBox="0 0 1440 200" preserveAspectRatio="none" focusable="false">
          <path className={styles.sand} d="M0 140C200 92 420 70 640 118c180 40 300 40 420-14 130-58 250-70 380-30v126H0Z" />
        </svg>
        <svg className={styles.road} viewBox="0 0 720 130" focusable="false">
          <path
            d="M8 122C120 92 210 46 360 30c130-14 230 0 352 34"
            fill="none"
            stroke="#FFC917"
            strokeWidth="4"
            strokeLinecap="round"
            strokeDasharray="0.5 9.5"
          />
        </svg>
        <Van className={styles.van} />
      </div>
      <div className={styles.inner}>
        <h1 tabIndex={-1}>{t('search.title')}</h1>
        <p className={styles.lead}>
          {t('search.lead')} {price}
        </p>
        <SearchBar
          key={search.placeLabel}
          search={search.search}
          placeLabel={search.placeLabel}
          today={search.today}
          onSearch={search.set}
        />
      </div>
    </div>
  );
}
