import { useMutation } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { Icon } from '../../ui/icons.js';
import { Tick } from '../../ui/Tick.js';
import { SelectField } from '../../ui/SelectField.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { useFormat } from '../../ui/useFormat.js';
import { amountOf } from './amount-of.js';
import { CHANGE_PLAN, MAKE_PLAN, type ModelUpkeep } from './upkeep.graphql.js';
import styles from './upkeep.module.css';
import { useVerb } from './useVerb.js';
import { VerbOutcome } from './VerbOutcome.js';

type Plan = ModelUpkeep['inspectionPlans'][number];
const EMPTY = { name: '', months: '12', hours: '', blocks: true, external: false, body: '', unitId: '' };

/** What must be inspected or maintained of a model or one of its units, and how often. */
export function PlansForm({ model }: { model: ModelUpkeep }) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const toast = useToast();
  const id = useId();
  const [make] = useMutation(MAKE_PLAN, { refetchQueries: 'active' });
  const [change] = useMutation(CHANGE_PLAN, { refetchQueries: 'active' });
  const { busy, refusal, failed, run } = useVerb();
  const [plan, setPlan] = useState(EMPTY);
  const put = (fields: Partial<typeof EMPTY>) => setPlan((old) => ({ ...old, ...fields }));
  const whole = (typed: string) => (typed.trim() === '' ? null : amountOf(typed));
  const [months, hours] = [whole(plan.months), whole(plan.hours)];
  const ready = plan.name.trim() !== '' && (months !== null || hours !== null);

  async function add(event: FormEvent) {
    event.preventDefault();
    if (!ready) return;
    const { name, blocks, external, body, unitId } = plan;
    const input = {
      idempotencyKey: crypto.randomUUID(),
      ...(unitId ? { unitId } : { modelId: model.id }),
      name,
      intervalMonths: months,
      intervalHours: hours,
      blocks,
      external,
      body: body || null,
    };
    const done = await run(async () => (await make({ variables: { input } })).data!.makeInspectionPlan);
    if (!done) return;
    setPlan(EMPTY);
    toast({ text: t('upkeep.plans.added') });
  }

  const write = (each: Plan, active: boolean) => {
    const { intervalMonths, intervalHours, blocks, external, body, name } = each;
    const input = { name: name.nl, nameFr: name.fr, nameEn: name.en, intervalMonths, intervalHours, blocks, external, body };
    return async (version: number) =>
      (await change({ variables: { id: each.id, version, active, input } })).data!.changeInspectionPlan;
  };
  async function end(each: Plan) {
    const done = await run(() => write(each, false)(each.version));
    if (done) toast({ text: t('upkeep.plans.ended'), undo: () => void run(() => write(each, true)(each.version + 1)) });
  }

  const sayInterval = ({ intervalMonths, intervalHours }: Plan) =>
    [
      intervalMonths === null ? null : t('upkeep.plans.months', { count: intervalMonths }),
      intervalHours === null ? null : t('upkeep.plans.hours', { hours: format.number(intervalHours) }),
    ]
      .filter(Boolean)
      .join(', ');

  return (
    <section className={styles.card} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('upkeep.plans.title')}</h2>
      <p className={styles.muted}>{t('upkeep.plans.lead')}</p>
      {model.inspectionPlans.length > 0 ? (
        <ul className={styles.rows}>
          {model.inspectionPlans.map((each) => (
            <li key={each.id}>
              <span>
                <strong>{text(each.name)}</strong> {sayInterval(each)}
                {each.external ? <span className={styles.muted}> {each.body ?? t('upkeep.due.external')}</span> : null}
                {each.blocks ? null : <span className={styles.muted}> {t('upkeep.plans.maintenance')}</span>}
              </span>
              <button
                type="button"
                disabled={busy}
                aria-label={t('upkeep.plans.end', { name: text(each.name) })}
                onClick={() => void end(each)}
              >
                <Icon name="trash" size={18} />
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('upkeep.plans.none')}</p>
      )}
      <form className={styles.form} onSubmit={(event) => void add(event)}>
        <TextInput
          label={t('upkeep.plans.name')}
          maxLength={200}
          value={plan.name}
          onChange={(event) => put({ name: event.currentTarget.value })}
        />
        <div className={styles.pair}>
          <TextInput
            label={t('upkeep.plans.everyMonths')}
            inputMode="numeric"
            value={plan.months}
            onChange={(event) => put({ months: event.currentTarget.value })}
          />
          <TextInput
            label={t('upkeep.plans.everyHours')}
            inputMode="numeric"
            value={plan.hours}
            onChange={(event) => put({ hours: event.currentTarget.value })}
          />
        </div>
        <SelectField label={t('upkeep.plans.for')} value={plan.unitId} onChange={(unitId) => put({ unitId })}>
          <option value="">{t('upkeep.plans.allUnits')}</option>
          {model.units.map((unit) => (
            <option key={unit.id} value={unit.id}>
              {unit.code}
            </option>
          ))}
        </SelectField>
        <Tick label={t('upkeep.plans.blocks')} checked={plan.blocks} onChange={(checked) => put({ blocks: checked })} />
        <Tick label={t('upkeep.plans.external')} checked={plan.external} onChange={(checked) => put({ external: checked })} />
        {plan.external ? (
          <TextInput
            label={t('upkeep.record.body')}
            maxLength={200}
            value={plan.body}
            onChange={(event) => put({ body: event.currentTarget.value })}
          />
        ) : null}
        <VerbOutcome refusal={refusal} failed={failed} />
        <Button type="submit" variant="default" leftSection={<Icon name="plus" />} disabled={!ready} loading={busy}>
          {t('upkeep.plans.add')}
        </Button>
      </form>
    </section>
  );
}
