import { useMutation, useQuery } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { DateField } from '../../ui/DateField.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useLive } from '../../graphql/live/useLive.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Icon } from '../../ui/icons.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { useFormat } from '../../ui/useFormat.js';
import { BLOCK, UNBLOCK, UNIT_BLOCKS, type UnitBlock } from './unit-blocks.graphql.js';
import styles from './UnitBlocks.module.css';

type Wish = { firstDay: string; lastDay: string; reason: string };
type Props = { unitCode: string; fixed: boolean; today: string };

/** Days on which nobody else can have the unit: own use by the host, or maintenance. */
export function UnitBlocks({ unitCode, fixed, today }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const toast = useToast();
  const id = useId();
  const { data, refetch } = useQuery(UNIT_BLOCKS, { variables: { code: unitCode } });
  useLive({ UNIT: data?.equipmentUnit ? [data.equipmentUnit.id] : [] }, () => refetch());
  // The calendar beside it shows what changes here.
  const after = { refetchQueries: ['UnitBlocks', 'UnitCalendar'], awaitRefetchQueries: true };
  const [block, { loading: blocking }] = useMutation(BLOCK, after);
  const [unblock, { loading: unblocking }] = useMutation(UNBLOCK, after);
  const [first, setFirst] = useState<string | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const unit = data?.equipmentUnit;
  if (!unit?.mayBlock) return null;
  const unitId = unit.id;
  const kind = fixed ? 'own' : 'maintenance';

  async function attempt(write: () => Promise<RefusalParts | null>): Promise<boolean> {
    setRefusal(null);
    setFailed(null);
    try {
      const refused = await write();
      setRefusal(refused);
      return refused === null;
    } catch (error) {
      setFailed(error);
      return false;
    }
  }

  const make = (wish: Wish) =>
    attempt(async () => {
      const result = (await block({ variables: { input: { idempotencyKey: crypto.randomUUID(), unitId, ...wish } } })).data!
        .blockUnit;
      return result.__typename === 'Refusal' ? (result as RefusalParts) : null;
    });

  const remove = ({ id: blockId, firstDay, lastDay, reason: why }: UnitBlock) =>
    attempt(async () => {
      const result = (await unblock({ variables: { id: blockId } })).data!.unblockUnit;
      if (result.__typename === 'Refusal') return result as RefusalParts;
      toast({ text: t('reservations.block.removed'), undo: () => void make({ firstDay, lastDay, reason: why }) });
      return null;
    });

  async function submit() {
    if (!first || !last || !(await make({ firstDay: first, lastDay: last, reason }))) return;
    setFirst(null);
    setLast(null);
    setReason('');
    toast({ text: t('reservations.block.made') });
  }

  return (
    <section className={styles.blocks} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t(`reservations.block.${kind}`)}</h2>
      <p className={styles.lead}>{t(`reservations.block.${kind}Lead`)}</p>
      {unit.blocks.length > 0 ? (
        <ul>
          {unit.blocks.map((each) => (
            <li key={each.id}>
              <span>
                <strong>{format.periodShort(each.firstDay, each.lastDay)}</strong> {each.reason}
              </span>
              <button type="button" disabled={unblocking} onClick={() => void remove(each)}>
                <Icon name="trash" size={18} />
                <span className="visually-hidden">
                  {t('reservations.block.remove', { days: format.periodShort(each.firstDay, each.lastDay) })}
                </span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div className={styles.dates}>
          <DateField
            label={t('reservations.from')}
            value={first}
            min={today}
            onChange={(day) => {
              setFirst(day);
              if (day && (!last || last < day)) setLast(day);
            }}
          />
          <DateField label={t('reservations.to')} value={last} min={first ?? today} onChange={setLast} />
        </div>
        <TextInput
          label={t('reservations.block.reason')}
          value={reason}
          maxLength={1000}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={!first || !last || reason.trim().length < 3} loading={blocking}>
          {t('reservations.block.do')}
        </Button>
      </form>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
    </section>
  );
}
