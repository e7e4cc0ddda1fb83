import { useQuery } from '@apollo/client/react';
import { dayOf, PROCEDURES, readAmount, whatIf, writeAmount, type WhatIf as Asked } from '@karavaan/domain';
import { Button, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { SelectField } from '../../ui/SelectField.js';
import { useFormat } from '../../ui/useFormat.js';
import { byModel, type ModelValue } from './by-model.js';
import styles from './envelope.module.css';
import { VALUE } from './value.graphql.js';
import { stateOf } from './what-if-state.js';
import { WHAT_IF_STATE, type WhatIfData } from './what-if.graphql.js';
import { WhatIfAnswerView } from './WhatIfAnswerView.js';

/** VAT that cannot be recovered, as on most equipment: 21 %. */
const WITHOUT_VAT = [100n, 121n] as const;

/** What would become of the budget by buying or moving, before anything is booked; what is asked stands in the address. */
export function WhatIf() {
  const { data, error, refetch } = useQuery(WHAT_IF_STATE, { fetchPolicy: 'cache-and-network' });
  const { data: values } = useQuery(VALUE, { variables: { from: null, to: null } });
  const models = useMemo(() => byModel(values?.equipmentValue.units ?? []), [values]);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data || !values) return <DelayedSkeleton count={3} height={120} />;
  return <Form data={data} models={models} />;
}

/** What one unit of a model cost on average; nothing where none was bought. */
function priceOf(model: ModelValue | undefined): bigint | null {
  if (!model || model.acquisition === 0n) return null;
  return model.acquisition / BigInt(model.units);
}

function Form({ data, models }: { data: WhatIfData; models: readonly ModelValue[] }) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const [today] = useState(() => dayOf(Date.now()));
  const set = (changes: Record<string, string>) =>
    setParams(
      (old) => {
        for (const [name, value] of Object.entries(changes)) {
          if (value) old.set(name, value);
          else old.delete(name);
        }
        return old;
      },
      { replace: true, preventScrollReset: true },
    );
  const move = params.get('doe') === 'verplaats';
  const agreements = data.envelopes.flatMap((envelope) => envelope.agreements);
  const model = models.find(({ code }) => code === params.get('model'));
  const count = Math.max(1, Math.min(999, Number.parseInt(params.get('aantal') ?? '1', 10) || 1));
  const typed = params.get('bedrag');
  const price = priceOf(model);
  const each = typed ?? (price && !move ? writeAmount(price) : '');
  const reading = each.trim() === '' ? null : readAmount(each);
  const cents = reading?.ok ? reading.cents * BigInt(move ? 1 : count) : null;
  const suggested = model
    ? agreements
        .filter(({ eligibleTo }) => eligibleTo >= today)
        .flatMap(({ lines }) => lines)
        .find(({ code, flatRateBasisPoints }) => flatRateBasisPoints === null && /INV/.test(code))
    : undefined;
  const lineId = params.get('lijn') ?? suggested?.id ?? '';
  const procedure = PROCEDURES.find((name) => name === params.get('procedure')) ?? null;
  const asked: Asked | null =
    cents === null || lineId === '' || (move && !params.get('naar'))
      ? null
      : move
        ? { kind: 'MOVE', fromLineId: lineId, toLineId: params.get('naar')!, cents }
        : { kind: 'BUY', lineId, cents, estimate: withoutVat(cents), procedure };
  const answer = asked && whatIf(asked, stateOf(data, today));
  return (
    <>
      <section className={styles.card} aria-labelledby="what-if-ask">
        <div className={styles.head}>
          <h2 id="what-if-ask">{t('envelope.whatIf.ask')}</h2>
          <div className={styles.ways} role="group" aria-label={t('envelope.whatIf.ask')}>
            {(['koop', 'verplaats'] as const).map((name) => (
              <Button
                key={name}
                variant={(name === 'verplaats') === move ? 'filled' : 'default'}
                aria-pressed={(name === 'verplaats') === move}
                onClick={() => set({ doe: name === 'koop' ? '' : name })}
              >
                {t(`envelope.whatIf.${name}`)}
              </Button>
            ))}
          </div>
        </div>
        <div className={styles.fields}>
          {move ? null : (
            <>
              <SelectField
                label={t('envelope.whatIf.model')}
                value={model?.code ?? ''}
                onChange={(code) => set({ model: code, bedrag: '' })}
              >
                <option value="">{t('envelope.whatIf.otherModel')}</option>
                {models
                  .toSorted((a, b) => (text(a.name) < text(b.name) ? -1 : 1))
                  .map(({ code, name }) => (
                    <option key={code} value={code}>
                      {text(name)}
                    </option>
                  ))}
              </SelectField>
              <TextInput
                label={t('envelope.whatIf.count')}
                type="number"
                min={1}
                max={999}
                value={String(count)}
                onChange={(event) => set({ aantal: event.currentTarget.value })}
              />
            </>
          )}
          <Amount
            key={`${move} ${model?.code ?? ''}`}
            label={t(move ? 'envelope.whatIf.amount' : 'envelope.whatIf.price')}
            help={
              price && !move && model
                ? t('envelope.whatIf.priceHelp', { number: model.units, amount: format.euro(price) })
                : undefined
            }
            value={each}
            onChange={(bedrag) => set({ bedrag })}
          />
          <LineField
            label={t(move ? 'envelope.whatIf.from' : 'envelope.whatIf.line')}
            data={data}
            value={lineId}
            onChange={(lijn) => set({ lijn })}
          />
          {move ? (
            <LineField
              label={t('envelope.whatIf.to')}
              data={data}
              value={params.get('naar') ?? ''}
              onChange={(naar) => set({ naar })}
            />
          ) : (
            <SelectField
              label={t('envelope.whatIf.procedure')}
              value={procedure ?? ''}
              onChange={(next) => set({ procedure: next })}
            >
              <option value="">{t('envelope.whatIf.anyProcedure')}</option>
              {PROCEDURES.map((name) => (
                <option key={name} value={name}>
                  {t(`envelope.procedure.${name}`)}
                </option>
              ))}
            </SelectField>
          )}
        </div>
      </section>
      {answer && asked ? (
        <WhatIfAnswerView asked={asked} answer={answer} data={data} />
      ) : (
        <p className={styles.note}>{t('envelope.whatIf.nothing')}</p>
      )}
    </>
  );
}

const withoutVat = (cents: bigint) => (cents * WITHOUT_VAT[0]) / WITHOUT_VAT[1];

/** An amount as people type it; when it could be two things it says which. */
function Amount({
  label,
  help,
  value,
  onChange,
}: {
  label: string;
  help: string | undefined;
  value: string;
  onChange: (typed: string) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [typed, setTyped] = useState(value);
  const reading = typed.trim() === '' ? null : readAmount(typed);
  const readings =
    reading && !reading.ok ? reading.readings.map((each) => format.euro(each)).join(` ${t('envelope.whatIf.or')} `) : '';
  return (
    <TextInput
      label={label}
      description={help}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      inputMode="decimal"
      autoComplete="off"
      value={typed}
      error={reading && !reading.ok ? t(`envelope.whatIf.wrong.${reading.code}`, { readings }) : null}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(event.currentTarget.value);
      }}
    />
  );
}

function LineField({
  label,
  data,
  value,
  onChange,
}: {
  label: string;
  data: WhatIfData;
  value: string;
  onChange: (id: string) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <SelectField label={label} value={value} onChange={onChange}>
      <option value="">{t('envelope.whatIf.choose')}</option>
      {data.envelopes
        .flatMap((envelope) => envelope.agreements)
        .map((agreement) => (
          <optgroup key={agreement.id} label={agreement.name}>
            {agreement.lines
              .filter(({ active }) => active)
              .map(({ id, code, name, amounts }) => (
                <option key={id} value={id}>
                  {t('envelope.whatIf.lineOption', { code, name, left: format.euro(amounts.left) })}
                </option>
              ))}
          </optgroup>
        ))}
    </SelectField>
  );
}
