import { Button } from '@mantine/core';
import { useTranslation } from '../../ui/i18n/texts.js';
import type { AlternativeParts } from '../../graphql/refusal-fragment.js';
import { Icon } from '../../ui/icons.js';
import { AlternativeText } from '../../ui/refusal/AlternativeText.js';
import { ReasonList } from '../../ui/refusal/ReasonList.js';
import { useFormat } from '../../ui/useFormat.js';
import styles from './ReservationDetail.module.css';
import type { Verdict } from './verdict-for.js';

type Props = { verdict: Verdict | null; checking: boolean; onAlternative: (alternative: AlternativeParts) => void };

/** Whether what is being filled in can be. It is read out and never takes the focus away from the field. */
export function LiveVerdict({ verdict, checking, onAlternative }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div role="status" className={styles.verdict} data-ok={verdict?.ok} data-empty={verdict === null || undefined}>
      {verdict === null ? (
        checking ? (
          t('reservations.change.checking')
        ) : null
      ) : verdict.ok ? (
        <>
          <p>
            <Icon name="check" />
            {t('reservations.change.can')}
            {verdict.extraKm === null ? null : ` ${t('reservations.change.canKm', { km: format.km(verdict.extraKm) })}`}
          </p>
          {verdict.warnings.length > 0 ? <ReasonList reasons={verdict.warnings} /> : null}
        </>
      ) : (
        <>
          <ReasonList reasons={verdict.reasons} />
          {verdict.alternatives.length > 0 ? (
            <>
              <h3>{t('ui.refusal.alternatives')}</h3>
              <ul className={styles.alternatives}>
                {verdict.alternatives.map((alternative) => (
                  <li key={`${alternative.kind} ${alternative.unit.id} ${alternative.site?.id} ${alternative.firstDay}`}>
                    <Button
                      variant="default"
                      fullWidth
                      className={styles.alternative}
                      rightSection={<Icon name="arrowRight" />}
                      onClick={() => onAlternative(alternative)}
                    >
                      <AlternativeText alternative={alternative} />
                    </Button>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </>
      )}
    </div>
  );
}
