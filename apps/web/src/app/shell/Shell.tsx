import { useTranslation } from '../../ui/i18n/texts.js';
import { ToastStrip } from '../../ui/toast/ToastStrip.js';
import { Pages } from '../Pages.js';
import { Footer } from './Footer.js';
import { Header } from './Header.js';
import { PhoneTabs } from './PhoneTabs.js';
import styles from './Shell.module.css';
import { useFocusOnNavigation } from './useFocusOnNavigation.js';

/** What stands around every page. */
export function Shell() {
  const { t } = useTranslation();
  const main = useFocusOnNavigation();
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#inhoud">
        {t('app.skip')}
      </a>
      <Header />
      <ToastStrip />
      <main id="inhoud" ref={main} tabIndex={-1} className={styles.main}>
        <Pages />
      </main>
      <Footer />
      <PhoneTabs />
    </div>
  );
}
