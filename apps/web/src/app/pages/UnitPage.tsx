import { useQuery } from '@apollo/client/react';
import { addDays, dayOf, isDay } from '@karavaan/domain';
import { useMemo, useState } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { UNIT } from '../../features/equipment/equipment.graphql.js';
import { Journey } from '../../features/equipment/Journey.js';
import { PackingList } from '../../features/equipment/PackingList.js';
import { useUnits } from '../../features/equipment/useUnits.js';
import { UnitCalendar } from '../../features/equipment/UnitCalendar.js';
import { UnitHeading } from '../../features/equipment/UnitHeading.js';
import { UnitPacking } from '../../features/packing/UnitPacking.js';
import { FollowButton } from '../../features/follow/FollowButton.js';
import { ReservePanel } from '../../features/reservations/ReservePanel.js';
import { UnitAlert } from '../../features/upkeep/UnitAlert.js';
import { UnitCare } from '../../features/upkeep/UnitCare.js';
import { UnitBlocks } from '../../features/reservations/UnitBlocks.js';
import { WhomToAsk } from '../../features/about/WhomToAsk.js';
import { useLive } from '../../graphql/live/useLive.js';
import { SITE_OF_CODE } from '../../graphql/sites.js';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import type { AlternativeParts } from '../../graphql/refusal-fragment.js';
import { Breadcrumbs } from '../../ui/Breadcrumbs.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useText } from '../../ui/i18n/useText.js';
import { Icon } from '../../ui/icons.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { Page } from '../../ui/Page.js';
import NotFoundPage from './NotFoundPage.js';
import styles from './UnitPage.module.css';

function seriesAddress(code: string, range: { first: string; last: string } | null, siteCode: string | undefined): string {
  const wish = new URLSearchParams({ toestel: code });
  if (range) wish.set('van', range.first);
  if (range) wish.set('tot', range.last);
  if (siteCode) wish.set('locatie', siteCode);
  return `/reeksen/nieuw?${wish}`;
}

/** One unit: its facts, its calendar as seen from your site, its journey, and the reservation beside it. */
export default function UnitPage() {
  const { unitCode = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const { t } = useTranslation();
  const text = useText();
  const navigate = useNavigate();
  const { viewer, loading: knowingViewer } = useViewer();
  const [today] = useState(() => dayOf(Date.now()));
  const { data, error, refetch } = useQuery(UNIT, { variables: { code: unitCode, today, until: addDays(today, 180) } });
  useLive({ UNIT: data?.equipmentUnit ? [data.equipmentUnit.id] : [] }, () => refetch());
  const siteCode = params.get('locatie') ?? viewer?.bookingDefaults.site?.code ?? null;
  const { data: found } = useQuery(SITE_OF_CODE, { variables: { code: siteCode ?? '' }, skip: !siteCode });
  const beside = (params.get('ook') ?? '').split(',').filter((code) => code && code !== unitCode);
  const others = useUnits(beside);
  const [from, to] = [params.get('van') ?? '', params.get('tot') ?? ''];
  const range = useMemo(() => (isDay(from) && isDay(to) && from <= to ? { first: from, last: to } : null), [from, to]);
  if (error && !data)
    return (
      <Page>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Page>
    );
  if (!data || knowingViewer)
    return (
      <Page>
        <DelayedSkeleton count={3} height={220} />
      </Page>
    );
  const unit = data.equipmentUnit;
  if (!unit) return <NotFoundPage />;
  const asked = siteCode ? (found?.site ?? null) : null;
  const site = unit.mobility === 'FIXED' ? unit.homeSite : asked;
  const set = (changes: Record<string, string>) =>
    setParams(
      (old) => {
        for (const [name, value] of Object.entries(changes))
          if (value) old.set(name, value);
          else old.delete(name);
        return old;
      },
      { replace: true },
    );
  const onRange = (next: { first: string; last: string }) => set({ van: next.first, tot: next.last });
  const take = ({ unit: other, firstDay, lastDay, kind, site: there }: AlternativeParts) => {
    const next = new URLSearchParams({ van: firstDay, tot: lastDay });
    const code = kind === 'NEARER_SITE' ? there?.code : siteCode;
    if (code) next.set('locatie', code);
    void navigate(`/toestel/${encodeURIComponent(other.code)}?${next}`);
  };

  return (
    <Page>
      <Breadcrumbs
        crumbs={[
          { to: '/kits', label: t('app.nav.kits') },
          { to: `/kits?domein=${unit.model.domain.code}`, label: text(unit.model.domain.name) },
          { label: text(unit.model.name) },
        ]}
      />
      <div className={styles.columns}>
        <div className={styles.main}>
          <UnitHeading unit={unit} today={today} />
          {viewerMay(viewer, 'defect.report') ? <UnitAlert unitCode={unit.code} /> : null}
          <UnitCalendar code={unit.code} siteId={site?.id ?? null} range={range} onRange={onRange} today={today} />
          {unit.mobility === 'MOBILE' ? <Journey unit={unit} /> : null}
          <PackingList model={unit.model} />
          {viewerMay(viewer, 'unit.pack') ? <UnitPacking code={unit.code} /> : null}
        </div>
        <div className={styles.side}>
          <ReservePanel
            units={[unit, ...others]}
            onRemove={(code) => set({ ook: beside.filter((each) => each !== code).join(',') })}
            addAddress={
              range
                ? `/?${new URLSearchParams({ van: range.first, tot: range.last, ...(site ? { locatie: site.code } : {}), bij: [unit.code, ...beside].join(',') })}`
                : null
            }
            viewer={viewer}
            site={site}
            onSite={(code) => set({ locatie: code })}
            range={range}
            onRange={onRange}
            onAlternative={take}
            today={today}
          />
          {viewer && unit.mobility === 'MOBILE' ? (
            <FollowButton viewer={viewer} kind="UNIT" subjectId={unit.id} name={`${text(unit.model.name)} ${unit.code}`} />
          ) : null}
          {viewerMay(viewer, 'reservation.submit') ? (
            <LinkButton to={seriesAddress(unit.code, range, site?.code)} variant="default" leftSection={<Icon name="repeat" />}>
              {t('series.make')}
            </LinkButton>
          ) : null}
          {viewerMay(viewer, 'unit.block') ? (
            <UnitBlocks unitCode={unit.code} fixed={unit.mobility === 'FIXED'} today={today} />
          ) : null}
          {viewerMay(viewer, 'defect.report') ? (
            <UnitCare
              unitCode={unit.code}
              mayMaintain={viewerMay(viewer, 'unit.maintain')}
              mayVisit={viewerMay(viewer, 'care.plan')}
              mayReplan={viewerMay(viewer, 'reservation.adjust')}
            />
          ) : null}
          {viewer ? null : (
            <WhomToAsk
              subject={`${text(unit.model.name)} ${unit.code}`}
              standsAt={`${unit.placeOn.name}, ${unit.placeOn.town}`}
            />
          )}
          {unit.model.units.length > 1 ? (
            <nav className={styles.others} aria-label={t('equipment.otherUnits')}>
              <h2>{t('equipment.otherUnits')}</h2>
              <ul>
                {unit.model.units
                  .filter((other) => other.code !== unit.code)
                  .map((other) => (
                    <li key={other.id}>
                      <Link to={`/toestel/${other.code}?${params}`}>{other.code}</Link>
                    </li>
                  ))}
              </ul>
            </nav>
          ) : null}
          {viewer && viewer.role !== 'COORDINATOR' && viewerMay(viewer, 'reservation.read') ? (
            <Link to={`/agenda?kit=${encodeURIComponent(unit.code)}`}>{t('agenda.openUnit')}</Link>
          ) : null}
        </div>
      </div>
    </Page>
  );
}
