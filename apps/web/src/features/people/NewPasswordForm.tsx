import { useApolloClient } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import type { Locale } from '../../graphql/generated/graphql.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { SET_PASSWORD } from './people.graphql.js';
import styles from './people.module.css';

/** As the API asks. */
const SHORTEST = 12;

/** A new password by the link of a mail; it signs in. */
export function NewPasswordForm({ token, onSignedIn }: { token: string; onSignedIn: (locale: Locale) => Promise<void> }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (password.length < SHORTEST) {
      setWrong(t('people.new.short', { count: SHORTEST }));
      return;
    }
    setBusy(true);
    setWrong(null);
    setFailed(null);
    try {
      const { data } = await client.mutate({ mutation: SET_PASSWORD, variables: { token, password } });
      const result = data?.setPassword;
      if (result?.__typename === 'Viewer') await onSignedIn(result.locale);
      else if (result?.reasons.some(({ code }) => code === 'INVALID_INPUT')) setWrong(t('people.new.weak'));
      else if (result) setOver(true);
    } catch (error) {
      setFailed(error);
    } finally {
      setBusy(false);
    }
  }

  if (over)
    return (
      <div className={styles.form} role="alert">
        <p>{t('people.new.over')}</p>
        <LinkButton to="/wachtwoord">{t('people.new.again')}</LinkButton>
      </div>
    );
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)} noValidate>
      <TextInput
        label={t('people.new.label')}
        description={t('people.new.help', { count: SHORTEST })}
        type={shown ? 'text' : 'password'}
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={password}
        error={wrong}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <label className={styles.agree}>
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.currentTarget.checked)} />
        {t('people.new.show')}
      </label>
      {failed ? <ErrorState error={failed} /> : null}
      <Button type="submit" color="yellow" size="lg" disabled={busy}>
        {busy ? t('people.busy') : t('people.new.save')}
      </Button>
    </form>
  );
}
