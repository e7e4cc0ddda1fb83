import { useMutation } from '@apollo/client/react';
import { dayOf, daysBetween } from '@karavaan/domain';
import { useId, useState } from 'react';
import { useSitesOf } from '../../graphql/own-sites.js';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { DateField } from '../../ui/DateField.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { SelectField } from '../../ui/SelectField.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { useFormat } from '../../ui/useFormat.js';
import { CANCEL_SERIES, CHANGE_SERIES, SERIES, type Series, type SeriesTime } from './series.graphql.js';
import styles from './series.module.css';

type Props = { series: Series; time: SeriesTime; verb: 'change' | 'cancel'; onClose: () => void };

/** Changes or cancels one time of a series, or it and all that follow: all of it or nothing. */
export function ChangeTimes({ series, time, verb, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const toast = useToast();
  const name = useId();
  const [today] = useState(() => dayOf(Date.now()));
  const after = { refetchQueries: [SERIES], awaitRefetchQueries: true };
  const [change] = useMutation(CHANGE_SERIES, after);
  const [cancel] = useMutation(CANCEL_SERIES, after);
  const sites = useSitesOf(series.organisation.id);
  const [following, setFollowing] = useState(false);
  const [firstDay, setFirstDay] = useState<string | null>(time.firstDay);
  const [siteId, setSiteId] = useState(time.site.id);
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);

  const action = verb === 'change' ? 'CHANGE' : 'CANCEL';
  const later = series.occurrences.filter(
    (each) => each.firstDay >= time.firstDay && each.reservation?.allowedActions.includes(action),
  );
  const targets = (following ? later : [time]).flatMap(({ reservation }) =>
    reservation ? [{ id: reservation.id, version: reservation.version }] : [],
  );
  const shiftDays = firstDay ? daysBetween(time.firstDay, firstDay) : 0;
  const moved = siteId === time.site.id ? null : siteId;
  const nothing = verb === 'change' && shiftDays === 0 && !moved;

  async function confirm() {
    setRefusal(null);
    setFailed(null);
    const { id } = series;
    try {
      const result =
        verb === 'change'
          ? (await change({ variables: { input: { id, targets, shiftDays, siteId: moved } } })).data!.changeSeries
          : (await cancel({ variables: { input: { id, targets } } })).data!.cancelSeries;
      if (result.__typename === 'Refusal') return setRefusal(result as RefusalParts);
      toast({ text: t(`series.did.${verb}`, { count: targets.length }) });
      onClose();
    } catch (thrown) {
      setFailed(thrown);
    }
  }

  const shown = [time.site, ...(sites ?? []).filter((site) => site.id !== time.site.id)];
  return (
    <ConfirmDialog
      open
      title={t(`series.${verb}.title`, { days: format.periodShort(time.firstDay, time.lastDay) })}
      confirmLabel={t(`series.${verb}.do`, { count: targets.length })}
      danger={verb === 'cancel'}
      disabled={nothing || targets.length === 0}
      onConfirm={confirm}
      onClose={onClose}
    >
      <div className={styles.dialog}>
        {later.length > 1 ? (
          <fieldset className={styles.choice}>
            <legend>{t('series.which')}</legend>
            <label>
              <input type="radio" name={name} checked={!following} onChange={() => setFollowing(false)} />
              {t('series.onlyThis')}
            </label>
            <label>
              <input type="radio" name={name} checked={following} onChange={() => setFollowing(true)} />
              {t('series.following', { count: later.length })}
            </label>
          </fieldset>
        ) : null}
        {verb === 'change' ? (
          <>
            <DateField label={t('series.newFirstDay')} value={firstDay} min={today} required onChange={setFirstDay} />
            {following && shiftDays !== 0 ? (
              <p>{t(shiftDays > 0 ? 'series.later' : 'series.earlier', { count: Math.abs(shiftDays) })}</p>
            ) : null}
            {time.unit.mobility === 'FIXED' ? null : (
              <SelectField label={t('series.where')} value={siteId} onChange={setSiteId}>
                {shown.map((site) => (
                  <option key={site.id} value={site.id}>
                    {site.name}, {site.town}
                  </option>
                ))}
              </SelectField>
            )}
          </>
        ) : null}
        {refusal ? <RefusalView refusal={refusal} /> : null}
        {failed ? <ErrorState error={failed} /> : null}
      </div>
    </ConfirmDialog>
  );
}
