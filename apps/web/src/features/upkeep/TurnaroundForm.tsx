import { useMutation } from '@apollo/client/react';
import { TURNAROUND_KINDS, type TurnaroundKind, type TurnaroundPhase } from '@karavaan/domain';
import { Button, TextInput } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { useFormat } from '../../ui/useFormat.js';
import { amountOf } from './amount-of.js';
import { SET_TURNAROUND, type ModelUpkeep } from './upkeep.graphql.js';
import styles from './upkeep.module.css';
import { useVerb } from './useVerb.js';
import { VerbOutcome } from './VerbOutcome.js';

const PHASES: readonly TurnaroundPhase[] = ['BEFORE', 'AFTER'];
type Cell = { amount: string; unit: 'HOUR' | 'DAY' };
const nameOf = (phase: TurnaroundPhase, kind: TurnaroundKind) => `${phase} ${kind}`;

/** How long each loan needs before and after it, by kind of work: hours of working time, or whole working days. */
export function TurnaroundForm({ model }: { model: ModelUpkeep }) {
  const { t } = useTranslation();
  const format = useFormat();
  const toast = useToast();
  const id = useId();
  const [set] = useMutation(SET_TURNAROUND, { refetchQueries: 'active' });
  const { busy, refusal, failed, run } = useVerb();
  const [tight, setTight] = useState<readonly { id: string; number: string }[]>([]);
  const [cells, setCells] = useState<Record<string, Cell>>(() =>
    Object.fromEntries(
      model.turnaround.map(({ phase, kind, amount, unit }) => [nameOf(phase, kind), { amount: format.number(amount, 2), unit }]),
    ),
  );
  const cellOf = (name: string): Cell => cells[name] ?? { amount: '', unit: 'HOUR' };
  const put = (name: string, cell: Partial<Cell>) => setCells((old) => ({ ...old, [name]: { ...cellOf(name), ...cell } }));
  const wrong = Object.values(cells).some(({ amount }) => amount.trim() !== '' && amountOf(amount) === null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const steps = PHASES.flatMap((phase) =>
      TURNAROUND_KINDS.flatMap((kind) => {
        const { amount, unit } = cellOf(nameOf(phase, kind));
        const value = amountOf(amount);
        return value ? [{ phase, kind, unit, amount: value }] : [];
      }),
    );
    const done = await run(async () => (await set({ variables: { modelId: model.id, steps } })).data!.setTurnaround);
    if (done?.__typename !== 'TurnaroundSet') return;
    setTight(done.tooTight);
    toast({ text: t('upkeep.turnaround.done') });
  }

  return (
    <section className={styles.card} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('upkeep.turnaround.title')}</h2>
      <p className={styles.muted}>{t('upkeep.turnaround.lead')}</p>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        {PHASES.map((phase) => (
          <fieldset key={phase} className={styles.steps}>
            <legend>{t(`upkeep.turnaround.${phase}`)}</legend>
            {TURNAROUND_KINDS.map((kind) => {
              const name = nameOf(phase, kind);
              const { amount, unit } = cellOf(name);
              return (
                <div key={kind} className={styles.step}>
                  <TextInput
                    label={t(`upkeep.turnaround.kind.${kind}`)}
                    inputMode="decimal"
                    value={amount}
                    error={amount.trim() !== '' && amountOf(amount) === null}
                    onChange={(event) => put(name, { amount: event.currentTarget.value })}
                  />
                  <select
                    aria-label={t('upkeep.turnaround.unitOf', { kind: t(`upkeep.turnaround.kind.${kind}`) })}
                    className={styles.select}
                    value={unit}
                    onChange={(event) => put(name, { unit: event.currentTarget.value as Cell['unit'] })}
                  >
                    <option value="HOUR">{t('upkeep.turnaround.HOUR')}</option>
                    <option value="DAY">{t('upkeep.turnaround.DAY')}</option>
                  </select>
                </div>
              );
            })}
          </fieldset>
        ))}
        <VerbOutcome refusal={refusal} failed={failed} />
        {tight.length > 0 ? (
          <p className={styles.note} role="status">
            {t('upkeep.turnaround.tight', { count: tight.length })}{' '}
            {tight.map((each) => (
              <Link key={each.id} to={`/reservaties/${each.id}`}>
                {each.number}{' '}
              </Link>
            ))}
          </p>
        ) : null}
        <Button type="submit" disabled={wrong} loading={busy}>
          {t('upkeep.save')}
        </Button>
      </form>
    </section>
  );
}
