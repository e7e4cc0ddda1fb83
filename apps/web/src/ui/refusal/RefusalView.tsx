import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useTranslation } from '../i18n/texts.js';
import type { AlternativeParts, RefusalParts } from '../../graphql/refusal-fragment.js';
import { Icon } from '../icons.js';
import { AlternativeText } from './AlternativeText.js';
import { ReasonList } from './ReasonList.js';
import styles from './RefusalView.module.css';

type Props = {
  refusal: RefusalParts;
  title?: string;
  /** takes the alternative at once; without it they are not offered */
  onAlternative?: (alternative: AlternativeParts) => void;
  busy?: boolean;
};

/** Why something cannot be, and what can: each alternative is one click. Takes the focus when it appears. */
export function RefusalView({ refusal, title, onAlternative, busy = false }: Props) {
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const codes = refusal.reasons.map(({ code }) => code).join();
  useEffect(() => {
    if (codes) root.current?.focus();
  }, [codes]);
  const alternatives = onAlternative ? refusal.alternatives : [];
  return (
    <div ref={root} role="alert" tabIndex={-1} className={styles.refusal}>
      <h3 className={styles.title}>{title ?? t('ui.refusal.title')}</h3>
      <ReasonList reasons={refusal.reasons} />
      {codes.includes('TERMS_NOT_ACCEPTED') ? (
        <p>
          <Link to="/leenvoorwaarden">{t('ui.refusal.readTerms')}</Link>
        </p>
      ) : null}
      {alternatives.length > 0 ? (
        <>
          <h4 className={styles.can}>{t('ui.refusal.alternatives')}</h4>
          <ul className={styles.alternatives}>
            {alternatives.map((alternative) => (
              <li key={`${alternative.kind} ${alternative.unit.id} ${alternative.site?.id} ${alternative.firstDay}`}>
                <Button
                  variant="default"
                  fullWidth
                  disabled={busy}
                  className={styles.alternative}
                  rightSection={<Icon name="arrowRight" />}
                  onClick={() => onAlternative?.(alternative)}
                >
                  <AlternativeText alternative={alternative} />
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
