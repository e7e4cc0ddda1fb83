import { useApolloClient, useQuery } from '@apollo/client/react';
import { daysBetween, timeOf } from '@karavaan/domain';
import { Button, Input, Textarea, TextInput } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
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
import { ReserveSteps } from './ReserveSteps.js';
import { OWN_SITES, SUBMIT } from './reservations.graphql.js';
import styles from './ReservePanel.module.css';
import { useHold } from './useHold.js';

export type PanelSite = { id: string; code: string; name: string; town: string };
type Props = {
  unit: { id: string; code: string; mobility: string; homeSite: PanelSite };
  viewer: Viewer | null;
  site: PanelSite | null;
  onSite: (code: string) => void;
  range: { first: string; last: string } | null;
  onRange: (range: { first: string; last: string }) => void;
  onAlternative: (alternative: AlternativeParts) => void;
  today: string;
};

/** What is reserved, how it comes and goes, what it adds, and one button. */
export function ReservePanel(props: Props) {
  const { unit, viewer, site, onSite, range, onRange, onAlternative, today } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const settings = useSettings();
  const client = useApolloClient();
  const navigate = useNavigate();
  const id = useId();
  const may = viewerMay(viewer, 'reservation.hold');
  const defaults = viewer?.bookingDefaults;
  const [details, setDetails] = useState({ purpose: '', groupSize: '', contactName: '', contactPhone: '', remark: '' });
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
  const { data: own } = useQuery(OWN_SITES, { variables: { organisationId: viewer?.organisation.id ?? '' }, skip: !may });
  const wanted = siteId && range ? { unitId: unit.id, siteId, firstDay: range.first, lastDay: range.last } : null;
  const hold = useHold(wanted, may);
  const { check } = hold;
  const shown = refusal ?? hold.refusal ?? (check && !check.ok ? check : null);
  const set = (field: keyof typeof details) => (event: { currentTarget: { value: string } }) => {
    hold.touch();
    setDetails({ ...details, [field]: event.currentTarget.value });
  };

  async function reserve() {
    if (!hold.hold) return;
    setSending(true);
    setRefusal(null);
    setFailed(null);
    try {
      const group = Number(details.groupSize);
      const { data } = await client.mutate({
        mutation: SUBMIT,
        variables: {
          id: hold.hold.id,
          version: hold.hold.version,
          details: { ...details, groupSize: details.groupSize && Number.isInteger(group) ? group : null },
          overrideReason: overrideReason || null,
        },
      });
      const result = data?.submitReservation;
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

  const days = range ? daysBetween(range.first, range.last) + 1 : 0;
  const sites = own?.sites.edges.map(({ node }) => node) ?? [];
  const listed = site && !sites.some((each) => each.id === site.id) ? [site, ...sites] : sites;
  const canOverride =
    viewerMay(viewer, 'reservation.override') && shown !== null && shown.reasons.every((reason) => reason.overridable);

  return (
    <section className={styles.panel} aria-labelledby={`${id}-title`}>
      <div className={styles.head}>
        <h2 id={`${id}-title`}>{t('reservations.yours')}</h2>
        {range ? <span className={styles.count}>{t('reservations.days', { count: days })}</span> : null}
      </div>
      <div className={styles.body}>
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

        {may ? (
          <details className={styles.details} onToggle={hold.touch}>
            <summary>
              <span className={styles.label}>{t('reservations.whatFor')}</span>
              <strong>
                {[
                  details.purpose || t('reservations.noPurpose'),
                  details.groupSize ? t('reservations.people', { count: Number(details.groupSize) }) : '',
                ]
                  .filter(Boolean)
                  .join(', ')}
              </strong>
            </summary>
            <div className={styles.fields}>
              <TextInput label={t('reservations.purpose')} value={details.purpose} maxLength={200} onChange={set('purpose')} />
              <TextInput
                label={t('reservations.groupSize')}
                value={details.groupSize}
                inputMode="numeric"
                pattern="[0-9]*"
                onChange={set('groupSize')}
              />
              <TextInput
                label={t('reservations.contactName')}
                value={details.contactName}
                maxLength={120}
                autoComplete="name"
                onChange={set('contactName')}
              />
              <TextInput
                label={t('reservations.contactPhone')}
                value={details.contactPhone}
                maxLength={40}
                autoComplete="tel"
                onChange={set('contactPhone')}
              />
              <Textarea
                label={t('reservations.remark')}
                value={details.remark}
                maxLength={2000}
                autosize={false}
                rows={3}
                onChange={set('remark')}
              />
            </div>
          </details>
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
            disabled={!hold.hold && !shown}
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
