import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Icon } from '../../ui/icons.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useReasonText } from '../../ui/refusal/useReasonText.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { useFormat } from '../../ui/useFormat.js';
import { ChangeDialog } from './ChangeDialog.js';
import { RejectDialog } from './RejectDialog.js';
import { ReportDialog } from './ReportDialog.js';
import type { ReservationDetail } from './reservation.graphql.js';
import styles from './ReservationDetail.module.css';
import { useRun, useWrites, type Written } from './useWrites.js';

type Open = 'change' | 'reject' | 'report' | null;
type Props = { reservation: ReservationDetail; mayAdjust: boolean; mayOverride: boolean };

/** What this viewer may do to it now: the API names the actions, each is one button. */
export function ReservationActions({ reservation, mayAdjust, mayOverride }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const toast = useToast();
  const sayReason = useReasonText();
  const writes = useWrites();
  const { busy, refusal, failed, run } = useRun();
  const [open, setOpen] = useState<Open>(null);
  const may = (action: string) => reservation.allowedActions.includes(action);
  const { number } = reservation;
  const close = () => setOpen(null);

  async function write(name: string, doIt: () => Promise<Written>) {
    const done = await run(name, doIt);
    if (done) toast({ text: t(`reservations.done.${name}`, { number }) });
    // Whoever was first: the page shows what holds now.
    else await writes.refresh();
  }

  async function cancel() {
    const done = await run('cancel', () => writes.cancel(reservation));
    if (!done) return;
    toast({
      text: t('reservations.done.cancel', { number }),
      undo: () =>
        void writes.reinstate(done).then((back) =>
          toast({
            text:
              back.__typename === 'Reservation'
                ? t('reservations.done.reinstate', { number })
                : back.reasons.map((reason) => sayReason(reason)).join(' '),
          }),
        ),
    });
  }

  const again = reservation.stays.map(({ unit }) => ({
    code: unit.code,
    to: `/toestel/${encodeURIComponent(unit.code)}${unit.mobility === 'MOBILE' ? `?locatie=${encodeURIComponent(reservation.site.code)}` : ''}`,
  }));
  const button = (action: string, name: string, doIt: () => Promise<Written>, look: { color?: string; variant?: string } = {}) =>
    may(action) ? (
      <Button {...look} disabled={busy !== null} onClick={() => void write(name, doIt)}>
        {busy === name ? t('reservations.busy') : t(`reservations.do.${name}`)}
      </Button>
    ) : null;

  return (
    <section className={styles.actions} aria-labelledby="actions-heading">
      <h2 id="actions-heading">{t('reservations.do.title')}</h2>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
      {reservation.state === 'HELD' && reservation.holdExpiresAt ? (
        <p className={styles.hold}>
          <Icon name="clock" /> {t('reservations.detail.heldUntil', { at: format.instant(reservation.holdExpiresAt) })}
        </p>
      ) : null}
      {button('SUBMIT', 'submit', () => writes.submit(reservation), { color: 'yellow' })}
      {button('CONFIRM', 'confirm', () => writes.confirm(reservation))}
      {may('REPORT') ? (
        <Button color="yellow" disabled={busy !== null} onClick={() => setOpen('report')}>
          {t('reservations.do.report')}
        </Button>
      ) : null}
      {may('CHANGE') ? (
        <Button variant="default" leftSection={<Icon name="edit" />} disabled={busy !== null} onClick={() => setOpen('change')}>
          {t('reservations.do.change')}
        </Button>
      ) : null}
      {again.map(({ code, to }) => (
        <LinkButton key={code} to={to} variant="default" leftSection={<Icon name="repeat" />}>
          {t('reservations.do.again')}
          {again.length > 1 ? ` (${code})` : null}
        </LinkButton>
      ))}
      {['SUBMITTED', 'CONFIRMED'].includes(reservation.state) ? (
        <Button
          component="a"
          href={`/ical/reservatie/${reservation.id}.ics`}
          download
          variant="default"
          leftSection={<Icon name="calendar" />}
        >
          {t('reservations.do.agenda')}
        </Button>
      ) : null}
      {reservation.noShow
        ? button('NO_SHOW', 'noShowBack', () => writes.noShow(reservation, false), { variant: 'default' })
        : button('NO_SHOW', 'noShow', () => writes.noShow(reservation, true), { variant: 'default' })}
      {button('REINSTATE', 'reinstate', () => writes.reinstate(reservation))}
      {button('RELEASE', 'release', () => writes.release(reservation), { variant: 'default' })}
      {may('REJECT') ? (
        <Button color="red" variant="default" disabled={busy !== null} onClick={() => setOpen('reject')}>
          {t('reservations.do.reject')}
        </Button>
      ) : null}
      {may('CANCEL') ? (
        <Button color="red" variant="default" disabled={busy !== null} onClick={() => void cancel()}>
          {busy === 'cancel' ? t('reservations.busy') : t('reservations.do.cancel')}
        </Button>
      ) : null}
      <ChangeDialog
        open={open === 'change'}
        reservation={reservation}
        mayAdjust={mayAdjust}
        mayOverride={mayOverride}
        onClose={close}
      />
      <ReportDialog open={open === 'report'} reservation={reservation} onClose={close} />
      <RejectDialog
        open={open === 'reject'}
        title={t('reservations.reject.title', { number })}
        onClose={close}
        onReject={async (reason) => {
          await write('reject', () => writes.reject(reservation, reason));
          close();
        }}
      />
    </section>
  );
}
