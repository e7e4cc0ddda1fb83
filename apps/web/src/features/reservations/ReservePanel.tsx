import { useApolloClient, useQuery } from '@apollo/client/react';
import { daysBetween, timeOf } from '@karavaan/domain';
import { Button, Input, TextInput } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useNavigate } from 'react-router';
import type { AlternativeParts, RefusalParts } from '../../graphql/refusal-fragment.js';
import { useSettings } from '../../graphql/settings.js';
import { type Viewer, viewerMay } from '../../graphql/viewer.js';
import { DateField } from '../../ui/DateField.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Icon } from '../../ui/icons.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { ReasonList } from '../../ui/refusal/ReasonList.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useFormat } from '../../ui/useFormat.js';
import { detailsInput, NO_DETAILS, ReserveDetails } from './ReserveDetails.js';
import { ReserveFor } from './ReserveFor.js';
import { ReserveSteps } from './ReserveSteps.js';
import { type PanelUnit, ReserveUnits } from './ReserveUnits.js';
import { OWN_SITES, RESERVE, SUBMIT } from './reserve.graphql.js';
import styles from './ReservePanel.module.css';
import { useHold } from './useHold.js';

export type PanelSite = { id: string; code: string; name: string; town: string };
type PageUnit = PanelUnit & { mobility: string; homeSite: PanelSite };
type Props = {
  /** the page's own unit first */
  units: readonly [PageUnit, ...PanelUnit[]];
  onRemove: (code: string) => void;
  /** where another kit is found to come along */
  addAddress: string | null;
  viewer: Viewer | null;
  site: PanelSite | null;
  onSite: (code: string) => void;
  range: { first: string; last: string } | null;
  onRange: (range: { first: string; last: string }) => void;
  onAlternative: (alternative: AlternativeParts) => void;
  today: string;
};

/** What may come free again, for which there is a waiting list. */
const WAITS = new Set<string>(['UNIT_TAKEN', 'TURNAROUND', 'UNIT_DEFECT', 'TOO_FAR_BEFORE', 'TOO_FAR_AFTER']);

function waitAddress(code: string, { first, last }: { first: string; last: string }, site: PanelSite | null): string {
  const wish = new URLSearchParams({ toestel: code, van: first, tot: last, ...(site ? { locatie: site.code } : {}) });
  return `/wachtlijst/nieuw?${wish}`;
}

/** What is reserved, how it comes and goes, what it adds, and one button. */
export function ReservePanel(props: Props) {
  const { units, addAddress, onRemove, viewer, site, onSite, range, onRange, onAlternative, today } = props;
  const [unit] = units;
  const { t } = useTranslation();
  const format = useFormat();
  const settings = useSettings();
  const client = useApolloClient();
  const navigate = useNavigate();
  const id = useId();
  const may = viewerMay(viewer, 'reservation.hold');
  const defaults = viewer?.bookingDefaults;
  const [details, setDetails] = useState(NO_DETAILS);
  const [organisationId, setOrganisationId] = useState<string | null>(null);
  const sent = useRef({ what: '', key: '' });
  const [overrideReason, setOverrideReason] = useState('');
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  useEffect(() => {
    if (!defaults) return;
    setDetails((now) => ({
      ...now,
      purpose: now.purpose || (defaults.purpose ?? ''),
      groupSize: now.groupSize || String(defaults.groupSize ?? ''),
      contactName: now.contactName || (defaults.contactName ?? ''),
      contactPhone: now.contactPhone || (defaults.contactPhone ?? ''),
    }));
  }, [defaults]);

  const siteId = site?.id ?? null;
  const { data: own } = useQuery(OWN_SITES, {
    variables: { organisationId: organisationId ?? viewer?.organisation.id ?? '' },
    skip: !may,
  });
  const unitIds = units.map((each) => each.id);
  const wanted = siteId && range ? { unitIds, organisationId, siteId, firstDay: range.first, lastDay: range.last } : null;
  const hold = useHold(wanted, may);
  const { check } = hold;
  const shown = refusal ?? hold.refusal ?? (check && !check.ok ? check : null);
  const canOverride =
    viewerMay(viewer, 'reservation.override') && shown !== null && shown.reasons.every((reason) => reason.overridable);
  const overriding = canOverride && !hold.hold;

  async function reserve() {
    if (!wanted || (!hold.hold && !overriding)) return;
    setSending(true);
    setRefusal(null);
    setFailed(null);
    try {
      const result = hold.hold ? await submit(hold.hold) : await reserveDespite(wanted);
      if (result?.__typename === 'Reservation') {
        hold.keep(result.id);
        void navigate(`/reservaties/${result.id}?nieuw=1`);
      } else if (result) setRefusal(result);
    } catch (error) {
      setFailed(error);
    } finally {
      setSending(false);
    }
  }

  async function submit({ id: reservationId, version }: { id: string; version: number }) {
    const { data } = await client.mutate({
      mutation: SUBMIT,
      variables: { id: reservationId, version, details: detailsInput(details), overrideReason: overrideReason || null },
    });
    return data?.submitReservation;
  }

  /** What is refused cannot be held: the reason and the reservation go together. */
  async function reserveDespite(input: NonNullable<typeof wanted>) {
    const what = { ...input, details: detailsInput(details), overrideReason };
    // The same wish again, after a failure on the way, must not be a second reservation.
    if (sent.current.what !== JSON.stringify(what)) sent.current = { what: JSON.stringify(what), key: crypto.randomUUID() };
    const { data } = await client.mutate({
      mutation: RESERVE,
      variables: { input: { ...what, idempotencyKey: sent.current.key } },
    });
    return data?.reserveKit;
  }

  const days = range ? daysBetween(range.first, range.last) + 1 : 0;
  const sites = own?.sites.edges.map(({ node }) => node) ?? [];
  const listed = site && !sites.some((each) => each.id === site.id) ? [site, ...sites] : sites;

  return (
    <section className={styles.panel} aria-labelledby={`${id}-title`}>
      <div className={styles.head}>
        <h2 id={`${id}-title`}>{t('reservations.yours')}</h2>
        {range ? <span className={styles.count}>{t('reservations.days', { count: days })}</span> : null}
      </div>
      <div className={styles.body}>
        <ReserveUnits units={units} onRemove={onRemove} addAddress={may ? addAddress : null} />
        <div className={styles.dates}>
          <DateField
            label={t('reservations.from')}
            value={range?.first ?? null}
            min={today}
            required
            onChange={(day) => day && onRange({ first: day, last: range && range.last >= day ? range.last : day })}
          />
          <DateField
            label={t('reservations.to')}
            value={range?.last ?? null}
            min={range?.first ?? today}
            required
            onChange={(day) => day && onRange({ first: range?.first ?? day, last: day })}
          />
        </div>
        {unit.mobility === 'FIXED' ? (
          <p className={styles.guest}>
            <Icon name="people" /> {t('reservations.guestAt', { site: `${unit.homeSite.name}, ${unit.homeSite.town}` })}
          </p>
        ) : may ? (
          <Input.Wrapper label={t('reservations.where')} id={`${id}-site`}>
            <select
              id={`${id}-site`}
              className={styles.select}
              value={site?.code ?? ''}
              onChange={(event) => onSite(event.currentTarget.value)}
            >
              {site ? null : <option value="">{t('reservations.chooseSite')}</option>}
              {listed.map((each) => (
                <option key={each.id} value={each.code}>
                  {each.name}, {each.town}
                </option>
              ))}
            </select>
          </Input.Wrapper>
        ) : null}

        {may && viewer && viewerMay(viewer, 'reservation.reserveForOther') ? (
          <ReserveFor
            own={viewer.organisation}
            value={organisationId}
            onChange={(next) => {
              hold.touch();
              setOrganisationId(next);
              setDetails((now) => ({ ...now, contactName: '', contactPhone: '' }));
            }}
          />
        ) : null}
        {may ? (
          <ReserveDetails
            details={details}
            onTouch={hold.touch}
            onChange={(next) => {
              hold.touch();
              setDetails(next);
            }}
          />
        ) : null}

        {check?.ok && range ? (
          <ReserveSteps
            range={range}
            arrival={check.arrival}
            departure={check.departure}
            from={check.standsAt}
            fixed={unit.mobility === 'FIXED'}
          />
        ) : null}
        {check?.warnings.length ? (
          <details className={styles.details}>
            <summary>{t('reservations.unknown', { count: check.warnings.length })}</summary>
            <ReasonList reasons={check.warnings} />
          </details>
        ) : null}

        <dl className={styles.sums}>
          {check?.ok && unit.mobility !== 'FIXED' && siteId ? (
            <div>
              <dt>{t('reservations.extraKm')}</dt>
              <dd>{format.km(check.extraKm ?? 0)}</dd>
            </div>
          ) : null}
          <div>
            <dt>{t('reservations.price')}</dt>
            <dd>{settings ? format.euro(settings.priceCents) : ''}</dd>
          </div>
        </dl>

        {shown ? <RefusalView refusal={shown} onAlternative={onAlternative} busy={sending} /> : null}
        {may && range && shown?.reasons.some(({ code }) => WAITS.has(code)) ? (
          <LinkButton to={waitAddress(unit.code, range, site)} variant="default" fullWidth leftSection={<Icon name="clock" />}>
            {t('reservations.wait')}
          </LinkButton>
        ) : null}
        {canOverride ? (
          <TextInput
            label={t('reservations.overrideReason')}
            description={t('reservations.overrideHelp')}
            value={overrideReason}
            onChange={(event) => setOverrideReason(event.currentTarget.value)}
          />
        ) : null}
        {failed || hold.failed ? <ErrorState error={failed ?? hold.failed} /> : null}
        {hold.ended ? <p role="alert">{t('reservations.holdEnded')}</p> : null}

        {may ? (
          <Button
            onClick={() => void reserve()}
            color="yellow"
            size="lg"
            fullWidth
            loading={sending}
            disabled={!hold.hold && !(overriding && overrideReason.trim().length >= 3)}
          >
            {sending ? t('reservations.busy') : t('reservations.reserve')}
          </Button>
        ) : viewer ? (
          <p>{t('reservations.roleCannot')}</p>
        ) : (
          <>
            <LinkButton
              to={`/aanmelden?verder=${encodeURIComponent(`${location.pathname}${location.search}`)}`}
              color="yellow"
              size="lg"
              fullWidth
            >
              {t('reservations.signInFirst')}
            </LinkButton>
            <LinkButton to="/word-gebruiker" variant="default" fullWidth>
              {t('reservations.becomeUser')}
            </LinkButton>
          </>
        )}
        {hold.hold?.holdExpiresAt ? (
          <div className={styles.hold} role={hold.warn ? 'alert' : undefined}>
            <Icon name="clock" />
            <span>
              {t(hold.warn ? 'reservations.holdEnds' : 'reservations.held', {
                time: timeOf(Date.parse(hold.hold.holdExpiresAt)),
              })}
            </span>
            {hold.warn ? (
              <Button size="sm" variant="default" onClick={() => void hold.extend()}>
                {t('reservations.extend')}
              </Button>
            ) : null}
          </div>
        ) : null}
      </div>
    </section>
  );
}
