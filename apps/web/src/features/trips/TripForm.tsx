import type { Day } from '@karavaan/domain';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { SelectField } from '../../ui/SelectField.js';
import { useFormat } from '../../ui/useFormat.js';
import { PLAN_TRIP, type Board, type OpenLeg } from './trips.graphql.js';
import styles from './trips.module.css';
import { useTripVerb } from './useTripVerb.js';

type Props = { day: Day; board: Board; open: readonly OpenLeg[]; onDone: (id: string) => void };

/** A trip in four choices: van, driver, what goes along, done. Its order and its times follow. */
export function TripForm({ day, board, open, onDone }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const { busy, refusal, failed, run } = useTripVerb();
  const [planTrip] = useMutation(PLAN_TRIP);
  const away = new Set(
    board.transportAbsences
      .filter(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay)
      .map(({ vehicleId, personId }) => vehicleId ?? personId),
  );
  const taken = new Set(board.trips.flatMap(({ vehicle, driver, helper }) => [vehicle.id, driver.id, helper?.id]));
  const firstFree = (all: readonly { id: string }[]) =>
    (all.find(({ id }) => !away.has(id) && !taken.has(id)) ?? all[0])?.id ?? '';
  const [vehicleId, setVehicle] = useState(firstFree(board.vehicles));
  const [driverId, setDriver] = useState(firstFree(board.drivers));
  const [helperId, setHelper] = useState('');
  const [legIds, setLegs] = useState<readonly string[]>([]);
  const [key, setKey] = useState(() => crypto.randomUUID());

  const van = board.vehicles.find(({ id }) => id === vehicleId);
  const chosen = open.filter(({ id }) => legIds.includes(id));
  const sum = (of: (leg: OpenLeg) => number) => chosen.reduce((total, leg) => total + of(leg), 0);
  const note = (id: string) => (away.has(id) ? ` (${t('trips.away')})` : taken.has(id) ? ` (${t('trips.hasTrip')})` : '');

  async function submit(event: FormEvent) {
    event.preventDefault();
    const done = await run(async () => {
      const input = { idempotencyKey: key, day, vehicleId, driverId, helperId: helperId || null, legIds: [...legIds] };
      const { data } = await planTrip({ variables: { input } });
      const result = data!.planTrip;
      if (result.__typename === 'Trip') onDone(result.id);
      return result;
    });
    // What was refused may be asked again in another way.
    setKey(crypto.randomUUID());
    if (done) setLegs([]);
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} aria-label={t('trips.newTrip')}>
      <div className={styles.crew}>
        <SelectField label={t('trips.van')} value={vehicleId} onChange={setVehicle}>
          {board.vehicles.map(({ id, name, volumeM3, payloadKg, tailLift }) => (
            <option key={id} value={id}>
              {`${name}: ${format.number(volumeM3, 1)} m³, ${format.number(payloadKg)} kg${tailLift ? `, ${t('trips.tailLift')}` : ''}${note(id)}`}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('trips.driver')} value={driverId} onChange={setDriver}>
          {board.drivers.map(({ id, name }) => (
            <option key={id} value={id}>{`${name}${note(id)}`}</option>
          ))}
        </SelectField>
        <SelectField label={t('trips.helper')} value={helperId} onChange={setHelper}>
          <option value="">{t('trips.nobody')}</option>
          {board.drivers
            .filter(({ id }) => id !== driverId)
            .map(({ id, name }) => (
              <option key={id} value={id}>{`${name}${note(id)}`}</option>
            ))}
        </SelectField>
      </div>
      <fieldset className={styles.legs}>
        <legend>{t('trips.what')}</legend>
        {open.length === 0 ? <p className={styles.muted}>{t('trips.nothingOpen')}</p> : null}
        {open.map((leg) => (
          <label key={leg.id} className={styles.leg}>
            <input
              type="checkbox"
              checked={legIds.includes(leg.id)}
              onChange={({ currentTarget: { checked } }) =>
                setLegs(checked ? [...legIds, leg.id] : legIds.filter((id) => id !== leg.id))
              }
            />
            <span>
              <strong>{text(leg.unit.model.name)}</strong> {leg.unit.code}
              <span className={styles.muted}>{t('legs.fromTo', { from: leg.fromSite.name, to: leg.toSite.name })}</span>
              <span className={styles.muted}>
                {[
                  t('legs.by', { moment: format.instant(leg.deliverBefore) }),
                  `${format.number(leg.unit.model.volumeM3.value, 1)} m³, ${format.number(leg.unit.model.massKg.value)} kg`,
                  leg.unit.model.needsTailLift ? t('trips.tailLift') : '',
                  leg.unit.model.needsTwoPersons ? t('trips.twoPersons') : '',
                  leg.reservation.state === 'SUBMITTED' ? t('legs.undecided') : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
      <div className={styles.done}>
        <p className={styles.muted} aria-live="polite">
          {t('trips.chosen', { count: chosen.length })}
          {van && chosen.length > 0
            ? ` · ${format.number(
                sum(({ unit }) => unit.model.volumeM3.value),
                1,
              )} / ${format.number(van.volumeM3, 1)} m³ · ${format.number(sum(({ unit }) => unit.model.massKg.value))} / ${format.number(van.payloadKg)} kg`
            : ''}
        </p>
        <Button type="submit" color="yellow" loading={busy} disabled={chosen.length === 0}>
          {t('trips.make')}
        </Button>
      </div>
    </form>
  );
}
