import { Link, useSearchParams } from 'react-router';
import { useTranslation } from '../../ui/i18n/texts.js';
import type { Envelope } from './envelope.graphql.js';
import styles from './envelope.module.css';

/** Chooses the envelope; it stands in the address. */
export function EnvelopeTabs({ envelopes, chosen }: { envelopes: readonly Envelope[]; chosen: Envelope }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const to = (code: string) => {
    const next = new URLSearchParams(params);
    next.set('enveloppe', code);
    return { search: next.toString() };
  };
  return (
    <nav aria-label={t('envelope.envelopes')} className={styles.choice}>
      {envelopes.map(({ id, code, name, demo }) => (
        <Link key={id} to={to(code)} aria-current={code === chosen.code ? 'true' : undefined}>
          {name}
          {demo ? ` (${t('envelope.demo')})` : ''}
        </Link>
      ))}
    </nav>
  );
}
