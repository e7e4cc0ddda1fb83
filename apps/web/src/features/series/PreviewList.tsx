import { Button } from '@mantine/core';
import type { AlternativeParts } from '../../graphql/refusal-fragment.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Icon } from '../../ui/icons.js';
import { AlternativeText } from '../../ui/refusal/AlternativeText.js';
import { useReasonText } from '../../ui/refusal/useReasonText.js';
import { StatusTag } from '../../ui/StatusTag.js';
import { useFormat } from '../../ui/useFormat.js';
import type { Previewed } from './series.graphql.js';
import styles from './series.module.css';

type Props = {
  occurrences: readonly Previewed[];
  busy: boolean;
  onTake: (at: number, alternative: AlternativeParts) => void;
  onRemove: (at: number) => void;
};

/** Each time with its verdict; for what cannot be, why not and what can. */
export function PreviewList({ occurrences, busy, onTake, onRemove }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useReasonText();
  return (
    <ol className={styles.times} aria-label={t('series.preview')}>
      {occurrences.map(({ firstDay, lastDay, site, unit, ok, arrival, reasons, alternatives }, at) => {
        const days = format.periodShort(firstDay, lastDay);
        return (
          <li key={`${firstDay} ${site.id} ${unit.id}`} data-conflict={!ok || undefined}>
            <div className={styles.time}>
              <strong>{days}</strong>
              <span className={styles.muted}>
                {site.name}, {site.town} · {unit.code}
              </span>
              {ok && arrival ? (
                <span className={styles.muted}>
                  {t('series.brought', { day: format.dayShort(arrival.date), from: arrival.from, to: arrival.to })}
                </span>
              ) : null}
            </div>
            <StatusTag tone={ok ? 'green' : 'red'}>{t(ok ? 'series.can' : 'series.cannot')}</StatusTag>
            {occurrences.length > 2 ? (
              <Button variant="subtle" aria-label={t('series.remove', { days })} disabled={busy} onClick={() => onRemove(at)}>
                <Icon name="trash" />
              </Button>
            ) : null}
            {ok ? null : (
              <div className={styles.conflict}>
                {reasons.map((reason) => (
                  <p key={`${reason.code} ${reason.firstDay}`}>{say(reason)}</p>
                ))}
                {alternatives.length > 0 ? (
                  <ul aria-label={t('series.instead', { days })}>
                    {alternatives.map((alternative) => (
                      <li key={`${alternative.kind} ${alternative.unit.code} ${alternative.firstDay}`}>
                        <Button
                          variant="default"
                          className={styles.alternative}
                          disabled={busy}
                          onClick={() => onTake(at, alternative)}
                        >
                          <AlternativeText alternative={alternative} />
                        </Button>
                      </li>
                    ))}
                  </ul>
                ) : null}
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}
