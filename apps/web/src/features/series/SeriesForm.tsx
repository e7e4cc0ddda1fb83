import { useMutation, useQuery } from '@apollo/client/react';
import { dayOf, daysBetween } from '@karavaan/domain';
import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { OccurrenceInput } from '../../graphql/generated/graphql.js';
import { useSitesOf } from '../../graphql/own-sites.js';
import type { AlternativeParts, RefusalParts } from '../../graphql/refusal-fragment.js';
import type { Viewer } from '../../graphql/viewer.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { KitDrawing } from '../../ui/drawings/KitDrawing.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useFormat } from '../../ui/useFormat.js';
import { NEW_PLAN, type Plan, toPlanInput } from './plan.js';
import { PlanFields } from './PlanFields.js';
import { PreviewList } from './PreviewList.js';
import { BOOK_SERIES, type Previewed, SERIES_PREVIEW, SERIES_UNIT } from './series.graphql.js';
import styles from './series.module.css';

type Props = { viewer: Viewer; unitCode: string; first: string | null; last: string | null; siteCode: string | null };

/** Plans a series, shows the verdict on each time, and asks for all of it or for what can be. */
export function SeriesForm({ viewer, unitCode, first, last, siteCode }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const defaults = viewer.bookingDefaults;
  const [today] = useState(() => dayOf(Date.now()));
  const { data, error, refetch } = useQuery(SERIES_UNIT, { variables: { code: unitCode }, skip: !unitCode });
  const sites = useSitesOf(viewer.role === 'COORDINATOR' ? viewer.organisation.id : null);
  const [typed, setTyped] = useState<Plan>(() => ({
    ...NEW_PLAN,
    firstDay: first,
    days: first && last ? String(daysBetween(first, last) + 1) : NEW_PLAN.days,
  }));
  const [taken, setTaken] = useState<OccurrenceInput[] | null>(null);
  const [purpose, setPurpose] = useState(defaults.purpose ?? '');
  const [group, setGroup] = useState(defaults.groupSize === null ? '' : String(defaults.groupSize));
  const sent = useRef({ what: '', key: '' });
  const [book, { loading: sending }] = useMutation(BOOK_SERIES);
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);

  const unit = data?.equipmentUnit;
  const fixed = unit?.mobility === 'FIXED';
  const known = sites ?? [];
  const start = known.find(({ code }) => code === siteCode) ?? known.find(({ code }) => code === defaults.site?.code) ?? known[0];
  const second = known.find(({ code }) => code !== start?.code) ?? start;
  // Until sites are chosen, one's usual site and another one stand there.
  const plan: Plan =
    typed.sites.length > 0 || !start ? typed : { ...typed, sites: fixed ? [unit.homeSite.code] : [start.code, second!.code] };
  const idOf = (code: string) => (fixed ? unit.homeSite.id : known.find((site) => site.code === code)?.id);
  const input = toPlanInput(plan, idOf);
  const groupSize = /^\d+$/.test(group) ? Number(group) : null;
  const asked = unit && !('fault' in input) ? { unitId: unit.id, plan: input, occurrences: taken, groupSize } : null;
  const preview = useQuery(SERIES_PREVIEW, { variables: { input: asked! }, skip: !asked, fetchPolicy: 'network-only' });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (unitCode && (!data || !sites)) return <DelayedSkeleton count={3} height={160} />;
  if (!unit)
    return <EmptyState van text={t('series.chooseFirst')} action={<LinkButton to="/kits">{t('series.toKits')}</LinkButton>} />;

  const shown = preview.data?.seriesPreview ?? preview.previousData?.seriesPreview;
  const occurrences = asked ? (shown?.occurrences ?? []) : [];
  const possible = occurrences.filter(({ ok }) => ok).length;
  const all = occurrences.length > 0 && possible === occurrences.length;
  const inputs = () => occurrences.map(toInput);

  async function send(mode: 'ALL' | 'POSSIBLE') {
    setRefusal(null);
    setFailed(null);
    const wish = {
      kind: plan.kind,
      mode,
      occurrences: inputs(),
      details: {
        purpose,
        groupSize,
        contactName: defaults.contactName ?? '',
        contactPhone: defaults.contactPhone ?? '',
      },
    };
    // The same series again, after a failure on the way, must not be booked twice.
    if (sent.current.what !== JSON.stringify(wish)) sent.current = { what: JSON.stringify(wish), key: crypto.randomUUID() };
    try {
      const result = (await book({ variables: { input: { ...wish, idempotencyKey: sent.current.key } } })).data!.bookSeries;
      if (result.__typename === 'ReservationSeries') void navigate(`/reeksen/${result.id}?nieuw=1`);
      else {
        setRefusal(result as RefusalParts);
        void preview.refetch();
      }
    } catch (thrown) {
      setFailed(thrown);
    }
  }

  const take = (at: number, { unit: other, site, firstDay, lastDay }: AlternativeParts) =>
    setTaken(
      inputs()
        .map((each, place) => (place === at ? { unitId: other.id, siteId: site?.id ?? each.siteId, firstDay, lastDay } : each))
        .toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : 1)),
    );

  return (
    <div className={styles.columns}>
      <form className={styles.plan} onSubmit={(event) => event.preventDefault()}>
        <div className={styles.subject}>
          <KitDrawing name={unit.model.drawing} size={72} />
          <h2>
            {text(unit.model.name)} <span className={styles.code}>{unit.code}</span>
          </h2>
        </div>
        <PlanFields
          plan={plan}
          onChange={(next) => {
            setTyped(next);
            setTaken(null);
            setRefusal(null);
          }}
          sites={known}
          fixedAt={fixed ? `${unit.homeSite.name}, ${unit.homeSite.town}` : null}
          today={today}
        />
        <div className={styles.fields}>
          <TextInput
            label={t('series.purpose')}
            value={purpose}
            maxLength={200}
            onChange={(event) => setPurpose(event.currentTarget.value)}
          />
          <TextInput
            label={t('series.group')}
            value={group}
            inputMode="numeric"
            onChange={(event) => setGroup(event.currentTarget.value)}
          />
        </div>
      </form>
      <section className={styles.result} aria-labelledby="series-preview" aria-busy={preview.loading}>
        <h2 id="series-preview">
          <span role="status">
            {'fault' in input
              ? t(`series.fault.${input.fault}`)
              : shown
                ? t('series.possible', { possible, total: occurrences.length })
                : t('series.looking')}
          </span>
        </h2>
        {preview.error ? <ErrorState error={preview.error} onRetry={() => void preview.refetch()} /> : null}
        {asked && shown ? (
          <>
            {shown.leftOut.length > 0 ? (
              <p className={styles.muted}>
                {t('series.leftOut', { days: shown.leftOut.map(({ firstDay }) => format.dayShort(firstDay)).join(', ') })}
              </p>
            ) : null}
            <PreviewList
              occurrences={occurrences}
              busy={sending || preview.loading}
              onTake={take}
              onRemove={(at) => setTaken(inputs().filter((_, place) => place !== at))}
            />
            {taken ? (
              <Button variant="default" onClick={() => setTaken(null)}>
                {t('series.reset')}
              </Button>
            ) : null}
            {refusal ? <RefusalView refusal={refusal} /> : null}
            {failed ? <ErrorState error={failed} /> : null}
            <div className={styles.buttons}>
              <Button
                color="yellow"
                size="lg"
                disabled={!all || preview.loading}
                loading={sending}
                onClick={() => void send('ALL')}
              >
                {t('series.bookAll', { count: occurrences.length })}
              </Button>
              {!all && possible > 0 ? (
                <Button variant="default" size="lg" disabled={sending || preview.loading} onClick={() => void send('POSSIBLE')}>
                  {t('series.bookPossible', { count: possible })}
                </Button>
              ) : null}
            </div>
          </>
        ) : null}
      </section>
    </div>
  );
}

const toInput = ({ unit, site, firstDay, lastDay }: Previewed): OccurrenceInput => ({
  unitId: unit.id,
  siteId: site.id,
  firstDay,
  lastDay,
});
