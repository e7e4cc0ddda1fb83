import { Component, type ReactNode } from 'react';
import { useTranslation } from '../i18n/texts.js';
import styles from './ProvinceMap.module.css';

/** A map that fails must not take its page with it. */
export class MapGuard extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return <Failed />;
  }
}

function Failed() {
  const { t } = useTranslation();
  return <p className={styles.failed}>{t('ui.map.failed')}</p>;
}
