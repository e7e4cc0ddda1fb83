import { useTranslation } from '../../ui/i18n/texts.js';
import { Dialog } from '../../ui/Dialog.js';
import { ChangeForm } from './ChangeForm.js';
import type { ReservationDetail } from './reservation.graphql.js';

type Props = {
  open: boolean;
  reservation: ReservationDetail;
  mayAdjust: boolean;
  mayOverride: boolean;
  onClose: () => void;
};

/** Each opening starts from the reservation as it is then. */
export function ChangeDialog({ open, ...form }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} title={t('reservations.change.title', { number: form.reservation.number })} onClose={form.onClose}>
      {open ? <ChangeForm {...form} /> : null}
    </Dialog>
  );
}
