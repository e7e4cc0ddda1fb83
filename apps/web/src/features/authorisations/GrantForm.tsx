import { useMutation } from '@apollo/client/react';
import { type Day, dayOf } from '@karavaan/domain';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DateField } from '../../ui/DateField.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { SelectField } from '../../ui/SelectField.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { AUTHORISATIONS, GRANT, type Rule } from './authorisations.graphql.js';
import styles from './authorisations.module.css';
import { useWrite } from './useWrite.js';

/** Writes down that somebody had the orientation or showed the certificate. */
export function GrantForm({ rules }: { rules: readonly Rule[] }) {
  const { t } = useTranslation();
  const text = useText();
  const toast = useToast();
  const [today] = useState(() => dayOf(Date.now()));
  const [email, setEmail] = useState('');
  const [modelId, setModelId] = useState(rules[0]?.modelId ?? '');
  const [grantedOn, setGrantedOn] = useState<Day | null>(today);
  const [note, setNote] = useState('');
  const [grant] = useMutation(GRANT, { refetchQueries: [AUTHORISATIONS], awaitRefetchQueries: true });
  const { busy, refusal, failed, write } = useWrite();

  async function submit() {
    const variables = { email, modelId, grantedOn: grantedOn!, note: note || null };
    const done = await write(async () => (await grant({ variables })).data!.grantAuthorisation);
    if (!done) return;
    toast({ text: t('authorisations.granted', { email }) });
    setEmail('');
    setNote('');
  }

  if (rules.length === 0) return <p className={styles.lead}>{t('authorisations.ruleFirst')}</p>;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextInput
        label={t('authorisations.email')}
        type="email"
        autoComplete="off"
        required
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <SelectField label={t('authorisations.model')} value={modelId} onChange={setModelId}>
        {rules.map((rule) => (
          <option key={rule.modelId} value={rule.modelId}>
            {text(rule.model.name)}
          </option>
        ))}
      </SelectField>
      <DateField label={t('authorisations.on')} value={grantedOn} onChange={setGrantedOn} max={today} required />
      <TextInput
        label={t('authorisations.note')}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" loading={busy} disabled={!email.trim() || !grantedOn}>
        {t('authorisations.grant')}
      </Button>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
    </form>
  );
}
