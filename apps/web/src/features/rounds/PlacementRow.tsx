import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { RoundAction } from '../../graphql/generated/graphql.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { useReasonText } from '../../ui/refusal/useReasonText.js';
import { StatusTag, type Tone } from '../../ui/StatusTag.js';
import { useFormat } from '../../ui/useFormat.js';
import type { Placement } from './rounds.graphql.js';
import styles from './rounds.module.css';

const TONES: Record<Placement['kind'], Tone> = {
  PLACED: 'green',
  CAP: 'yellow',
  COMPETITORS: 'yellow',
  NO_TIME: 'red',
  LEFT_OUT: 'grey',
};

type Props = { placement: Placement; adjustable: boolean; busy: boolean; onAdjust: (action: RoundAction) => void };

/** What a round says of one request: where and when, or which cap or competitor, and the points behind it. */
export function PlacementRow({ placement, adjustable, busy, onAdjust }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const { request, kind, worth, pinned, outcome } = placement;
  const name = request.model ? text(request.model.name) : text(request.domain!);
  const which = <span className="visually-hidden">: {request.number}</span>;
  return (
    <li className={styles.row}>
      <div>
        <h3>
          {request.organisation.name} <span className={styles.code}>{request.number}</span>
        </h3>
        <p>
          {name} · {request.course}
        </p>
        <p className={styles.muted}>
          {t('rounds.asked', { count: request.days, window: format.periodShort(request.earliestDay, request.latestDay) })} ·{' '}
          {request.site.town}
        </p>
      </div>
      <div className={styles.verdict}>
        <StatusTag tone={outcome === 'REFUSED' ? 'red' : TONES[kind]}>
          {t(outcome === 'REFUSED' ? 'rounds.refused' : `rounds.kind.${kind}`)}
        </StatusTag>
        {pinned ? <StatusTag tone="blue">{t('rounds.pinned')}</StatusTag> : null}
        <Why placement={placement} />
        <details className={styles.points}>
          <summary>{t('rounds.points', { total: worth.total })}</summary>
          {t('rounds.pointsAre', { base: worth.base, served: worth.served, access: worth.access, group: worth.group })}
        </details>
      </div>
      {adjustable ? (
        <div className={styles.buttons}>
          {pinned || kind === 'LEFT_OUT' ? (
            <Button variant="default" disabled={busy} onClick={() => onAdjust('RELEASE')}>
              {t('rounds.do.release')}
              {which}
            </Button>
          ) : null}
          {kind === 'PLACED' && !pinned ? (
            <Button variant="default" disabled={busy} onClick={() => onAdjust('PIN')}>
              {t('rounds.do.pin')}
              {which}
            </Button>
          ) : null}
          {kind === 'LEFT_OUT' ? null : (
            <Button variant="default" disabled={busy} onClick={() => onAdjust('LEAVE_OUT')}>
              {t('rounds.do.leaveOut')}
              {which}
            </Button>
          )}
        </div>
      ) : null}
    </li>
  );
}

function Why({ placement }: { placement: Placement }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reasonText = useReasonText();
  const { kind, outcome, request, rivals, rivalCount } = placement;
  const names = rivals.map((rival) => `${rival.organisation.name} (${rival.number})`).join(', ');
  if (outcome === 'REFUSED')
    return (
      <p>
        {t('rounds.why.refused')} {t('rounds.why.open')}
      </p>
    );
  switch (kind) {
    case 'PLACED':
      return (
        <p>
          <strong>{format.periodShort(placement.firstDay!, placement.lastDay!)}</strong>, {placement.unit!.code}
          {placement.preferred ? `, ${t('rounds.preferred')}` : ''}
          {request.reservation ? (
            <>
              {', '}
              <Link to={`/reservaties/${request.reservation.id}`}>{request.reservation.number}</Link>
            </>
          ) : null}
        </p>
      );
    case 'CAP':
      return (
        <p>
          {t(placement.cap === 'days' ? 'rounds.why.capDays' : 'rounds.why.capPlacements', { limit: placement.limit ?? 0 })}{' '}
          {names ? t('rounds.why.by', { names }) : ''}
        </p>
      );
    case 'COMPETITORS':
      return <p>{names ? t('rounds.why.competitors', { names }) : t('rounds.why.competitorCount', { count: rivalCount })}</p>;
    case 'NO_TIME':
      return (
        <div>
          {t('rounds.why.noTime')}
          <ul>
            {placement.obstacles.slice(0, 2).map(({ reason }) => (
              <li key={reason.code}>{reasonText(reason)}</li>
            ))}
          </ul>
        </div>
      );
    default:
      return <p>{t('rounds.why.leftOut')}</p>;
  }
}
