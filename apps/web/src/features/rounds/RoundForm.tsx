import { useMutation, useQuery } from '@apollo/client/react';
import { addDays, dayOf } from '@karavaan/domain';
import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { DateField } from '../../ui/DateField.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { PLAN_ROUND, ROUND_MODELS, ROUNDS } from './rounds.graphql.js';
import styles from './rounds.module.css';

const whole = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : null);

/** Plans a round: when requests come in, which models and days it shares out, caps and weights. */
export function RoundForm() {
  const { t } = useTranslation();
  const text = useText();
  const navigate = useNavigate();
  const [today] = useState(() => dayOf(Date.now()));
  const { data, error, refetch } = useQuery(ROUND_MODELS);
  const [name, setName] = useState('');
  const [models, setModels] = useState<string[]>([]);
  const [opensOn, setOpensOn] = useState<string | null>(today);
  const [closesOn, setClosesOn] = useState<string | null>(addDays(today, 14));
  const [firstDay, setFirstDay] = useState<string | null>(null);
  const [lastDay, setLastDay] = useState<string | null>(null);
  const [numbers, setNumbers] = useState({
    capPlacements: '2',
    capDays: '',
    weightServed: '50',
    weightAccess: '30',
    weightGroup: '20',
  });
  const key = useRef({ what: '', key: '' });
  const [plan, { loading }] = useMutation(PLAN_ROUND, { refetchQueries: [ROUNDS] });
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={2} height={180} />;
  const complete = Boolean(name.trim().length > 2 && models.length && opensOn && closesOn && firstDay && lastDay);

  async function send() {
    if (!complete) return;
    setRefusal(null);
    setFailed(null);
    const input = {
      name: name.trim(),
      modelCodes: models,
      opensOn: opensOn!,
      closesOn: closesOn!,
      firstDay: firstDay!,
      lastDay: lastDay!,
      capPlacements: whole(numbers.capPlacements),
      capDays: whole(numbers.capDays),
      weightServed: whole(numbers.weightServed) ?? 0,
      weightAccess: whole(numbers.weightAccess) ?? 0,
      weightGroup: whole(numbers.weightGroup) ?? 0,
    };
    if (key.current.what !== JSON.stringify(input)) key.current = { what: JSON.stringify(input), key: crypto.randomUUID() };
    try {
      const result = (await plan({ variables: { input: { ...input, idempotencyKey: key.current.key } } })).data!.planRound;
      if (result.__typename === 'Refusal') return setRefusal(result as RefusalParts);
      void navigate(`/rondes/${result.id}`);
    } catch (thrown) {
      setFailed(thrown);
    }
  }
  const figure = (field: keyof typeof numbers) => (
    <TextInput
      label={t(`rounds.field.${field}`)}
      description={t(`rounds.help.${field}`)}
      inputMode="numeric"
      value={numbers[field]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        setNumbers((before) => ({ ...before, [field]: value }));
      }}
    />
  );

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextInput
        label={t('rounds.field.name')}
        value={name}
        maxLength={80}
        required
        withAsterisk={false}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <fieldset className={styles.models}>
        <legend>{t('rounds.field.models')}</legend>
        <div className={styles.modelList}>
          {data.catalogue.edges.map(({ node }) => (
            <label key={node.id}>
              <input
                type="checkbox"
                checked={models.includes(node.code)}
                onChange={(event) =>
                  setModels(event.currentTarget.checked ? [...models, node.code] : models.filter((code) => code !== node.code))
                }
              />{' '}
              {text(node.name)}
            </label>
          ))}
        </div>
      </fieldset>
      <h2>{t('rounds.part.when')}</h2>
      <p className={styles.note}>{t('rounds.keeps')}</p>
      <div className={styles.four}>
        <DateField label={t('rounds.field.opensOn')} value={opensOn} min={today} required onChange={setOpensOn} />
        <DateField label={t('rounds.field.closesOn')} value={closesOn} min={opensOn ?? today} required onChange={setClosesOn} />
        <DateField
          label={t('rounds.field.firstDay')}
          value={firstDay}
          min={addDays(opensOn ?? today, 1)}
          required
          onChange={setFirstDay}
        />
        <DateField label={t('rounds.field.lastDay')} value={lastDay} min={firstDay ?? today} required onChange={setLastDay} />
      </div>
      <h2>{t('rounds.part.caps')}</h2>
      <div className={styles.four}>
        {figure('capPlacements')}
        {figure('capDays')}
      </div>
      <h2>{t('rounds.part.weights')}</h2>
      <p className={styles.muted}>{t('rounds.help.weights')}</p>
      <div className={styles.four}>
        {figure('weightServed')}
        {figure('weightAccess')}
        {figure('weightGroup')}
      </div>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
      <div>
        <Button type="submit" color="yellow" size="lg" loading={loading} disabled={!complete}>
          {t('rounds.plan')}
        </Button>
      </div>
    </form>
  );
}
