import { useQuery } from '@apollo/client/react';
import { dayOf } from '@karavaan/domain';
import { Button, Input, Textarea, TextInput } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useNavigate } from 'react-router';
import type { AlternativeParts } from '../../graphql/refusal-fragment.js';
import { DateField } from '../../ui/DateField.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { LiveVerdict } from './LiveVerdict.js';
import type { ReservationDetail } from './reservation.graphql.js';
import { CHECK, OWN_SITES } from './reserve.graphql.js';
import styles from './ReservationDetail.module.css';
import { useRun, useWrites } from './useWrites.js';
import { verdictFor } from './verdict-for.js';

type Props = { reservation: ReservationDetail; mayAdjust: boolean; mayOverride: boolean; onClose: () => void };
type Site = ReservationDetail['site'];

/** Days, site, group and details; says at once whether it can be, through the same guard as a new reservation. */
export function ChangeForm({ reservation, mayAdjust, mayOverride, onClose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const toast = useToast();
  const navigate = useNavigate();
  const writes = useWrites();
  const { busy, refusal, failed, run } = useRun();
  const [today] = useState(() => dayOf(Date.now()));
  const [firstDay, setFirst] = useState(reservation.firstDay);
  const [lastDay, setLast] = useState(reservation.lastDay);
  const [site, setSite] = useState<Site>(reservation.site);
  const [group, setGroup] = useState(String(reservation.groupSize ?? ''));
  const [texts, setTexts] = useState({
    purpose: reservation.purpose ?? '',
    contactName: reservation.contactName ?? '',
    contactPhone: reservation.contactPhone ?? '',
    remark: reservation.remark ?? '',
  });
  const [overrideReason, setOverrideReason] = useState('');

  const unitIds = reservation.stays.map(({ unit }) => unit.id);
  const fixed = reservation.stays.some(({ unit }) => unit.mobility === 'FIXED');
  const groupSize = /^\d+$/.test(group.trim()) ? Number(group) : null;
  const groupWrong = group.trim() !== '' && (groupSize === null || groupSize < 1);
  const sameDays = firstDay === reservation.firstDay && lastDay === reservation.lastDay;
  const moves = !sameDays || site.id !== reservation.site.id || groupSize !== reservation.groupSize;
  const { data: own } = useQuery(OWN_SITES, { variables: { organisationId: reservation.organisation.id }, skip: fixed });
  const { data: checked, loading: checking } = useQuery(CHECK, {
    variables: { input: { unitIds, siteId: site.id, firstDay, lastDay, groupSize, excludeReservationId: reservation.id } },
    skip: !moves || groupWrong,
    fetchPolicy: 'no-cache',
  });
  const verdict = moves && checked ? verdictFor(checked.checkReservation, sameDays) : null;
  const overridable = mayOverride && verdict !== null && !verdict.ok && verdict.reasons.every((reason) => reason.overridable);
  const blocked = groupWrong || (verdict !== null && !verdict.ok && !(overridable && overrideReason.trim().length >= 3));

  const sites = own?.sites.edges.map(({ node }) => node) ?? [];
  const listed = sites.some((each) => each.id === site.id) ? sites : [site, ...sites];
  const set = (field: keyof typeof texts) => (event: { currentTarget: { value: string } }) =>
    setTexts({ ...texts, [field]: event.currentTarget.value });

  /** Other days or a nearer site come into the form; an equal unit is another reservation. */
  function take(alternative: AlternativeParts) {
    if (alternative.kind === 'EQUAL_UNIT') {
      const search = new URLSearchParams({ van: alternative.firstDay, tot: alternative.lastDay, locatie: site.code });
      void navigate(`/toestel/${encodeURIComponent(alternative.unit.code)}?${search}`);
      return;
    }
    setFirst(alternative.firstDay);
    setLast(alternative.lastDay);
    if (alternative.kind === 'NEARER_SITE' && alternative.site) setSite(alternative.site);
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    const { id: reservationId, version } = reservation;
    const input = {
      id: reservationId,
      version,
      firstDay,
      lastDay,
      siteId: site.id,
      overrideReason: overridable ? overrideReason.trim() : null,
      details: { ...texts, groupSize },
    };
    const done = await run('change', () => writes.change(input));
    if (!done) {
      await writes.refresh();
      return;
    }
    onClose();
    toast({ text: t('reservations.done.change', { number: reservation.number }) });
  }

  return (
    <form className={styles.dialog} onSubmit={(event) => void save(event)}>
      <div className={styles.pair}>
        <DateField
          label={t('reservations.from')}
          value={firstDay}
          min={reservation.firstDay < today ? reservation.firstDay : today}
          required
          onChange={(day) => {
            if (!day) return;
            setFirst(day);
            if (lastDay < day) setLast(day);
          }}
        />
        <DateField label={t('reservations.to')} value={lastDay} min={firstDay} required onChange={(day) => day && setLast(day)} />
      </div>
      {fixed ? null : (
        <Input.Wrapper label={t('reservations.where')} id={`${id}-site`}>
          <select
            id={`${id}-site`}
            className={styles.select}
            value={site.id}
            onChange={(event) => setSite(listed.find((each) => each.id === event.currentTarget.value) ?? site)}
          >
            {listed.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}, {each.town}
              </option>
            ))}
          </select>
        </Input.Wrapper>
      )}
      <TextInput
        label={t('reservations.groupSize')}
        inputMode="numeric"
        value={group}
        error={groupWrong ? t('reservations.change.wrongGroup') : null}
        onChange={(event) => setGroup(event.currentTarget.value)}
      />
      <LiveVerdict verdict={verdict} checking={checking} onAlternative={take} />
      {overridable ? (
        <TextInput
          label={t('reservations.overrideReason')}
          description={t('reservations.overrideHelp')}
          value={overrideReason}
          onChange={(event) => setOverrideReason(event.currentTarget.value)}
        />
      ) : null}
      <TextInput label={t('reservations.purpose')} maxLength={200} value={texts.purpose} onChange={set('purpose')} />
      <div className={styles.pair}>
        <TextInput
          label={t('reservations.contactName')}
          maxLength={120}
          autoComplete="name"
          value={texts.contactName}
          onChange={set('contactName')}
        />
        <TextInput
          label={t('reservations.contactPhone')}
          maxLength={40}
          autoComplete="tel"
          value={texts.contactPhone}
          onChange={set('contactPhone')}
        />
      </div>
      <Textarea label={t('reservations.remark')} maxLength={2000} rows={2} value={texts.remark} onChange={set('remark')} />
      {moves && !mayAdjust && reservation.state === 'CONFIRMED' ? <p>{t('reservations.change.asksAgain')}</p> : null}
      {refusal ? <RefusalView refusal={refusal} onAlternative={take} busy={busy !== null} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
      <Button type="submit" disabled={busy !== null || blocked || (moves && checking)}>
        {busy ? t('reservations.busy') : t('reservations.change.save')}
      </Button>
    </form>
  );
}
