import { useMutation } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { Icon } from '../../ui/icons.js';
import { SelectField } from '../../ui/SelectField.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { useFormat } from '../../ui/useFormat.js';
import { amountOf } from './amount-of.js';
import { ADD_CONSUMABLE, CHANGE_CONSUMABLE, COUNT_STOCK, type ModelUpkeep } from './upkeep.graphql.js';
import styles from './upkeep.module.css';
import { useVerb } from './useVerb.js';
import { VerbOutcome } from './VerbOutcome.js';

type Item = ModelUpkeep['consumableItems'][number];
const EMPTY = { name: '', measure: '', per: 'PARTICIPANT', quantity: '1', low: '0' };

/** What each loan of a model uses up, and the first count of its stock with a unit. */
export function ConsumablesForm({ model }: { model: ModelUpkeep }) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const toast = useToast();
  const id = useId();
  const [add] = useMutation(ADD_CONSUMABLE, { refetchQueries: 'active' });
  const [change] = useMutation(CHANGE_CONSUMABLE, { refetchQueries: 'active' });
  const { busy, refusal, failed, run } = useVerb();
  const [item, setItem] = useState(EMPTY);
  const put = (fields: Partial<typeof EMPTY>) => setItem((old) => ({ ...old, ...fields }));
  const [quantity, lowBelow] = [amountOf(item.quantity), amountOf(item.low)];
  const ready = item.name.trim() !== '' && quantity !== null && quantity > 0 && lowBelow !== null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!ready) return;
    const { name, measure, per } = item;
    const input = { name, measure, per: per as Item['per'], quantity, lowBelow };
    const variables = { idempotencyKey: crypto.randomUUID(), modelId: model.id, input };
    if (!(await run(async () => (await add({ variables })).data!.addConsumable))) return;
    setItem(EMPTY);
    toast({ text: t('upkeep.consumables.added') });
  }

  const write = async ({ id: itemId, name, ...each }: Item, active: boolean) => {
    const { measure, per, quantity: amount, lowBelow: low } = each;
    const input = { name: name.nl, nameFr: name.fr, nameEn: name.en, measure, per, quantity: amount, lowBelow: low };
    return (await change({ variables: { id: itemId, active, input } })).data!.changeConsumable;
  };
  async function end(each: Item) {
    if (await run(() => write(each, false)))
      toast({ text: t('upkeep.consumables.ended'), undo: () => void run(() => write(each, true)) });
  }

  return (
    <section className={styles.card} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('upkeep.consumables.title')}</h2>
      <p className={styles.muted}>{t('upkeep.consumables.lead')}</p>
      {model.consumableItems.length > 0 ? (
        <ul className={styles.rows}>
          {model.consumableItems.map((each) => (
            <li key={each.id}>
              <span>
                <strong>{text(each.name)}</strong>{' '}
                {t(`upkeep.consumables.${each.per}`, { amount: `${format.number(each.quantity, 2)} ${each.measure}`.trim() })}
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
        <p>{t('upkeep.consumables.none')}</p>
      )}
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <div className={styles.pair}>
          <TextInput
            label={t('upkeep.consumables.name')}
            maxLength={200}
            value={item.name}
            onChange={(event) => put({ name: event.currentTarget.value })}
          />
          <TextInput
            label={t('upkeep.consumables.measure')}
            maxLength={30}
            value={item.measure}
            onChange={(event) => put({ measure: event.currentTarget.value })}
          />
          <TextInput
            label={t('upkeep.consumables.quantity')}
            inputMode="decimal"
            value={item.quantity}
            onChange={(event) => put({ quantity: event.currentTarget.value })}
          />
          <SelectField label={t('upkeep.consumables.per')} value={item.per} onChange={(per) => put({ per })}>
            <option value="PARTICIPANT">{t('upkeep.consumables.perParticipant')}</option>
            <option value="LOAN">{t('upkeep.consumables.perLoan')}</option>
          </SelectField>
          <TextInput
            label={t('upkeep.consumables.low')}
            inputMode="decimal"
            value={item.low}
            onChange={(event) => put({ low: event.currentTarget.value })}
          />
        </div>
        <VerbOutcome refusal={refusal} failed={failed} />
        <Button type="submit" variant="default" leftSection={<Icon name="plus" />} disabled={!ready} loading={busy}>
          {t('upkeep.consumables.add')}
        </Button>
      </form>
      {model.consumableItems.length > 0 ? <FirstCount model={model} /> : null}
    </section>
  );
}

/** Says how much lies with a unit, so that it stands in the list of stock. */
function FirstCount({ model }: { model: ModelUpkeep }) {
  const { t } = useTranslation();
  const text = useText();
  const toast = useToast();
  const [count] = useMutation(COUNT_STOCK, { refetchQueries: 'active' });
  const { busy, refusal, failed, run } = useVerb();
  const [consumableId, setConsumable] = useState(model.consumableItems[0]!.id);
  const [unitId, setUnit] = useState(model.units[0]?.id ?? '');
  const [typed, setTyped] = useState('');
  const quantity = amountOf(typed);
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (quantity === null) return;
    const variables = { consumableId, unitId, quantity };
    if (!(await run(async () => (await count({ variables })).data!.countStock))) return;
    setTyped('');
    toast({ text: t('upkeep.stock.done') });
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <h3>{t('upkeep.consumables.countTitle')}</h3>
      <div className={styles.pair}>
        <SelectField label={t('upkeep.consumables.name')} value={consumableId} onChange={setConsumable}>
          {model.consumableItems.map((each) => (
            <option key={each.id} value={each.id}>
              {text(each.name)}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('upkeep.due.unit')} value={unitId} onChange={setUnit}>
          {model.units.map((unit) => (
            <option key={unit.id} value={unit.id}>
              {unit.code}
            </option>
          ))}
        </SelectField>
        <TextInput
          label={t('upkeep.stock.count')}
          inputMode="decimal"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      <VerbOutcome refusal={refusal} failed={failed} />
      <Button type="submit" variant="default" disabled={quantity === null || !unitId} loading={busy}>
        {t('upkeep.consumables.count')}
      </Button>
    </form>
  );
}
