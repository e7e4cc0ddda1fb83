import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { useFormat } from '../../ui/useFormat.js';
import { LeftOutList } from './LeftOutList.js';
import { ACCEPT_PROPOSAL, type AnyPlan, type AnyProposal, DISMISS_PROPOSAL } from './planning.graphql.js';
import styles from './planning.module.css';
import { ProposalRow } from './ProposalRow.js';

type Props = { plan: AnyPlan; proposal: AnyProposal; onChanged: () => Promise<unknown> };

/** What a plan would change, with its costs; the planner takes all of it, or the parts that are ticked. */
export function ProposalView({ plan, proposal, onChanged }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const toast = useToast();
  const { figures, items, leftOut, dismissedAt } = proposal;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [accept, { loading }] = useMutation(ACCEPT_PROPOSAL);
  const [dismiss] = useMutation(DISMISS_PROPOSAL);
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const [asking, setAsking] = useState(false);
  const key = useRef({ what: '', key: '' });
  const open = items.filter(({ state }) => state === 'OPEN');
  const taken = open.filter(({ id }) => !left.has(id));
  const accepted = items.filter(({ state }) => state === 'ACCEPTED').length;
  const sum = (of: (part: AnyProposal['items'][number]['figures']) => number) =>
    taken.reduce((total, part) => total + of(part.figures), 0);

  async function attempt(write: () => Promise<{ __typename: string }>, done: string) {
    setRefusal(null);
    setFailed(null);
    try {
      const result = await write();
      if (result.__typename === 'Refusal') setRefusal(result as unknown as RefusalParts);
      else toast({ text: done });
    } catch (thrown) {
      setFailed(thrown);
    }
    setAsking(false);
    await onChanged();
  }
  function take() {
    const input = { id: proposal.id, itemIds: taken.map(({ id }) => id) };
    if (key.current.what !== JSON.stringify(input)) key.current = { what: JSON.stringify(input), key: crypto.randomUUID() };
    return attempt(
      async () => (await accept({ variables: { input: { ...input, idempotencyKey: key.current.key } } })).data!.acceptProposal,
      t('planning.accepted', { count: taken.length }),
    );
  }

  return (
    <>
      <dl className={styles.facts}>
        <Fact label={t('planning.served')}>{t('planning.servedOf', { served: figures.served, asked: figures.asked })}</Fact>
        <Fact label={t('planning.extraKm')}>{format.km(figures.km)}</Fact>
        <Fact label={t('planning.hours')}>{format.number(figures.hours, 1)}</Fact>
        <Fact label={t('planning.cost')}>{format.euro(figures.cents)}</Fact>
        <Fact label={t('planning.co2')}>{t('planning.kg', { kg: format.number(figures.co2Kg, 1) })}</Fact>
      </dl>
      <p className={styles.note}>
        {t(dismissedAt ? 'planning.now.dismissed' : items.length ? 'planning.now.open' : `planning.now.empty.${plan.kind}`)}
        {accepted ? ` ${t('planning.acceptedSoFar', { count: accepted })}` : ''}{' '}
        {plan.kind === 'TRIPS' ? '' : t('planning.assumed')}
      </p>
      {refusal ? (
        <div className={styles.note} role="alert">
          <p>{t('planning.nothingDone')}</p>
          <RefusalView refusal={refusal} />
        </div>
      ) : null}
      {failed ? <ErrorState error={failed} /> : null}
      {items.length ? (
        <section className={styles.part}>
          <h2>{t('planning.differences', { count: items.length })}</h2>
          {open.length && !dismissedAt ? (
            <label className={styles.all}>
              <input
                type="checkbox"
                checked={taken.length === open.length}
                onChange={(event) => setLeft(event.currentTarget.checked ? new Set() : new Set(open.map(({ id }) => id)))}
              />
              {t('planning.all')}
            </label>
          ) : null}
          <ul className={styles.rows}>
            {items.map((part) => (
              <ProposalRow
                key={part.id}
                part={part}
                selectable={part.state === 'OPEN' && !dismissedAt}
                selected={!left.has(part.id)}
                onSelect={(on) => {
                  const next = new Set(left);
                  if (on) next.delete(part.id);
                  else next.add(part.id);
                  setLeft(next);
                }}
              />
            ))}
          </ul>
        </section>
      ) : null}
      {open.length && !dismissedAt ? (
        <div className={styles.bar}>
          <p>
            {t('planning.chosen', { count: taken.length })}: {format.km(sum(({ km }) => km))},{' '}
            {format.euro(String(sum(({ cents }) => Number(cents))))},{' '}
            {t('planning.kg', {
              kg: format.number(
                sum(({ co2Kg }) => co2Kg),
                1,
              ),
            })}
          </p>
          <Button color="yellow" size="lg" loading={loading} disabled={taken.length === 0} onClick={() => void take()}>
            {t(taken.length === open.length ? 'planning.acceptAll' : 'planning.acceptPart', { count: taken.length })}
          </Button>
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('planning.dismiss')}
          </Button>
        </div>
      ) : null}
      {leftOut.length ? <LeftOutList leftOut={leftOut} trips={plan.kind === 'TRIPS'} /> : null}
      <ConfirmDialog
        open={asking}
        title={t('planning.ask.title')}
        confirmLabel={t('planning.dismiss')}
        onConfirm={() =>
          attempt(
            async () => (await dismiss({ variables: { id: proposal.id, version: proposal.version } })).data!.dismissProposal,
            t('planning.dismissed'),
          )
        }
        onClose={() => setAsking(false)}
      >
        <p>{t('planning.ask.text')}</p>
      </ConfirmDialog>
    </>
  );
}

function Fact({ label, children }: { label: string; children: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
