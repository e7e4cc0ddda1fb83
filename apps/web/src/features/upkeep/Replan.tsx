import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { AlternativeParts, RefusalParts } from '../../graphql/refusal-fragment.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Icon } from '../../ui/icons.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { useReasonText } from '../../ui/refusal/useReasonText.js';
import { ReservationStateTag } from '../../ui/ReservationStateTag.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { useFormat } from '../../ui/useFormat.js';
import { Choice } from './Choice.js';
import { REPLAN, REPLAN_ALL, type ProposalView } from './upkeep.graphql.js';
import styles from './upkeep.module.css';

const keyOf = (option: AlternativeParts) => `${option.unit.id} ${option.firstDay}`;

type Props = { unitId: string; unitCode: string };

/**
 * The bookings in the way of a defect or an overdue inspection, each with what can be done: an equal unit first, other
 * dates otherwise. Applied one by one or all at once, always by the same guards; what is refused stays, and says why.
 */
export function Replan({ unitId, unitCode }: Props) {
  const { t } = useTranslation();
  const toast = useToast();
  const { data, error, loading, refetch } = useQuery(REPLAN, {
    variables: { code: unitCode, unitId },
    fetchPolicy: 'network-only',
    notifyOnNetworkStatusChange: true,
  });
  const [apply] = useMutation(REPLAN_ALL);
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const [refused, setRefused] = useState<Record<string, RefusalParts>>({});
  const [busy, setBusy] = useState<string | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const proposals = data?.replanProposals;
  const choice = ({ reservation, options }: ProposalView) =>
    options.find((option) => keyOf(option) === chosen[reservation.id]) ?? options[0];
  const possible = proposals?.filter((proposal) => choice(proposal)) ?? [];

  async function run(which: readonly ProposalView[], name: string) {
    setBusy(name);
    setFailed(null);
    try {
      const inputs = which.map((proposal) => {
        const { unit, firstDay, lastDay } = choice(proposal)!;
        const { id, version } = proposal.reservation;
        // What was answered stays answered: the same choice on the same version is the same change.
        const idempotencyKey = `replan-${id}-${version}-${unit.id}-${firstDay}`;
        return { idempotencyKey, reservationId: id, version, fromUnitId: unitId, toUnitId: unit.id, firstDay, lastDay };
      });
      const results = (await apply({ variables: { inputs } })).data!.replanReservations;
      const no: Record<string, RefusalParts> = {};
      results.forEach((result, at) => {
        if (result.__typename === 'Refusal') no[which[at]!.reservation.id] = result as unknown as RefusalParts;
      });
      setRefused(no);
      const done = results.length - Object.keys(no).length;
      if (done > 0) toast({ text: t('upkeep.replan.done', { count: done }) });
      await refetch();
    } catch (problem) {
      setFailed(problem);
    } finally {
      setBusy(null);
    }
  }

  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!proposals) return <DelayedSkeleton count={3} height={160} />;
  if (proposals.length === 0 && !loading)
    return (
      <EmptyState
        van
        title={t('upkeep.replan.noneTitle')}
        text={t('upkeep.replan.none')}
        action={<LinkButton to="/onderhoud?deel=defecten">{t('upkeep.replan.back')}</LinkButton>}
      />
    );
  return (
    <>
      {failed ? <ErrorState error={failed} /> : null}
      {possible.length > 1 ? (
        <div className={styles.all}>
          <p>{t('upkeep.replan.allText', { count: possible.length })}</p>
          <Button
            color="yellow"
            size="md"
            disabled={busy !== null}
            loading={busy === 'all'}
            onClick={() => void run(possible, 'all')}
          >
            {t('upkeep.replan.all')}
          </Button>
        </div>
      ) : null}
      <ul className={styles.proposals}>
        {proposals.map((proposal) => (
          <Proposal
            key={proposal.reservation.id}
            proposal={proposal}
            unitCode={unitCode}
            chosen={choice(proposal)}
            refusal={refused[proposal.reservation.id] ?? null}
            busy={busy}
            onChoose={(key) => setChosen((old) => ({ ...old, [proposal.reservation.id]: key }))}
            onApply={() => void run([proposal], proposal.reservation.id)}
          />
        ))}
      </ul>
    </>
  );
}

type ProposalProps = {
  proposal: ProposalView;
  unitCode: string;
  chosen: AlternativeParts | undefined;
  refusal: RefusalParts | null;
  busy: string | null;
  onChoose: (key: string) => void;
  onApply: () => void;
};

function Proposal({ proposal, unitCode, chosen, refusal, busy, onChoose, onApply }: ProposalProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useReasonText();
  const { reservation, options, underway } = proposal;
  const sayOption = (option: AlternativeParts) => {
    const sameDays = option.firstDay === reservation.firstDay && option.lastDay === reservation.lastDay;
    const label = sameDays
      ? t('upkeep.replan.equal', { unit: option.unit.code })
      : t('upkeep.replan.dates', { period: format.period(option.firstDay, option.lastDay), unit: option.unit.code });
    const help = [
      option.unit.code === unitCode ? t('upkeep.replan.same') : null,
      option.site && option.site.id !== reservation.site.id ? `${option.site.name}, ${option.site.town}` : null,
      option.extraKm ? format.extraKm(option.extraKm) : null,
    ];
    return { value: keyOf(option), label, help: help.filter(Boolean).join(' · ') };
  };
  return (
    <li className={styles.proposal} aria-label={reservation.number}>
      <div className={styles.tags}>
        <Link className={styles.unit} to={`/reservaties/${reservation.id}`}>
          {reservation.number}
        </Link>
        <ReservationStateTag state={reservation.state} />
      </div>
      <p className={styles.when}>{format.period(reservation.firstDay, reservation.lastDay)}</p>
      <p className={styles.muted}>
        {reservation.organisation.name} · {reservation.site.name}, {reservation.site.town}
      </p>
      {underway ? (
        <p className={styles.note}>
          <Icon name="phone" size={18} />{' '}
          {t('upkeep.replan.underway', {
            contact:
              [reservation.contactName, reservation.contactPhone].filter(Boolean).join(', ') || reservation.organisation.name,
          })}
        </p>
      ) : null}
      {!underway && options.length === 0 ? <p className={styles.note}>{t('upkeep.replan.nothing')}</p> : null}
      {options.length > 0 ? (
        <Choice
          legend={t('upkeep.replan.options')}
          value={chosen ? keyOf(chosen) : null}
          options={options.map(sayOption)}
          onChange={onChoose}
        />
      ) : null}
      {refusal ? (
        <div role="alert" className={styles.blocked}>
          <Icon name="warning" />
          <span>{refusal.reasons.map((reason) => say(reason)).join(' ')}</span>
        </div>
      ) : null}
      {chosen ? (
        <div className={styles.actions}>
          <Button disabled={busy !== null} loading={busy === reservation.id} onClick={onApply}>
            {t('upkeep.replan.apply')}
            <span className="visually-hidden"> {reservation.number}</span>
          </Button>
        </div>
      ) : null}
    </li>
  );
}
