import { useMutation, useQuery } from '@apollo/client/react';
import { type Day, dayOf } from '@karavaan/domain';
import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { DateField } from '../../ui/DateField.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { SelectField } from '../../ui/SelectField.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import type { Rule } from './authorisations.graphql.js';
import styles from './authorisations.module.css';
import { PLAN_SESSION, SESSION_SITES, SESSIONS } from './sessions.graphql.js';
import { useWrite } from './useWrite.js';

/** One more day on which people can come for what a model asks. */
export function SessionForm({ rules }: { rules: readonly Rule[] }) {
  const { t } = useTranslation();
  const text = useText();
  const toast = useToast();
  const [today] = useState(() => dayOf(Date.now()));
  const [modelId, setModelId] = useState(rules[0]!.modelId);
  const [siteId, setSiteId] = useState('');
  const [day, setDay] = useState<Day | null>(null);
  const [fromTime, setFrom] = useState('09:00');
  const [toTime, setTo] = useState('12:00');
  const [trainer, setTrainer] = useState('');
  const [places, setPlaces] = useState('12');
  const { data } = useQuery(SESSION_SITES);
  const [plan] = useMutation(PLAN_SESSION, { refetchQueries: [SESSIONS], awaitRefetchQueries: true });
  const { busy, refusal, failed, write } = useWrite();
  const sent = useRef({ what: '', key: '' });
  const sites = data?.sites.edges.map(({ node }) => node) ?? [];
  const site = siteId || (sites[0]?.id ?? '');
  const count = /^\d{1,3}$/.test(places.trim()) ? Number(places) : 0;

  async function submit() {
    const wish = { modelId, siteId: site, day: day!, fromTime, toTime, trainer, places: count };
    // The same wish sent again is the same session; a changed one is another.
    if (sent.current.what !== JSON.stringify(wish)) sent.current = { what: JSON.stringify(wish), key: crypto.randomUUID() };
    const input = { ...wish, idempotencyKey: sent.current.key };
    if (!(await write(async () => (await plan({ variables: { input } })).data!.planSession))) return;
    toast({ text: t('authorisations.session.planned') });
    setDay(null);
  }

  return (
    <form
      className={styles.form}
      aria-label={t('authorisations.session.plan')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <SelectField label={t('authorisations.model')} value={modelId} onChange={setModelId}>
        {rules.map((rule) => (
          <option key={rule.modelId} value={rule.modelId}>
            {text(rule.model.name)}
          </option>
        ))}
      </SelectField>
      <SelectField label={t('authorisations.session.site')} value={site} onChange={setSiteId}>
        {sites.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <DateField label={t('authorisations.session.day')} value={day} onChange={setDay} min={today} required />
      <TextInput
        label={t('authorisations.session.from')}
        type="time"
        required
        value={fromTime}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <TextInput
        label={t('authorisations.session.to')}
        type="time"
        required
        value={toTime}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <TextInput
        label={t('authorisations.session.trainer')}
        required
        maxLength={200}
        value={trainer}
        onChange={(event) => setTrainer(event.currentTarget.value)}
      />
      <TextInput
        label={t('authorisations.session.places')}
        inputMode="numeric"
        required
        value={places}
        onChange={(event) => setPlaces(event.currentTarget.value)}
      />
      <Button type="submit" loading={busy} disabled={!day || !site || !trainer.trim() || count < 1}>
        {t('authorisations.session.plan')}
      </Button>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
    </form>
  );
}
