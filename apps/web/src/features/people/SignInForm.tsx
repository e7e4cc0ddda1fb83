import { useApolloClient } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Link } from 'react-router';
import type { Locale } from '../../graphql/generated/graphql.js';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import type { Settings } from '../../graphql/settings.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { DemoAccounts } from './DemoAccounts.js';
import { SIGN_IN } from './people.graphql.js';
import styles from './people.module.css';

type Props = { settings: Settings | null; onSignedIn: (locale: Locale) => Promise<void> };

/** E-mail and password; a demo account fills them in with one click. */
export function SignInForm({ settings, onSignedIn }: Props) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);

  async function signIn(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setRefusal(null);
    setFailed(null);
    try {
      const { data } = await client.mutate({ mutation: SIGN_IN, variables: { email: email.trim(), password } });
      const result = data?.signIn;
      if (result?.__typename === 'Viewer') await onSignedIn(result.locale);
      else if (result) setRefusal(result);
    } catch (error) {
      setFailed(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className={styles.columns}>
      <form className={styles.form} onSubmit={(event) => void signIn(event)}>
        <TextInput
          label={t('people.email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <TextInput
          label={t('people.password')}
          type="password"
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {refusal ? <RefusalView refusal={refusal} title={t('people.notSignedIn')} /> : null}
        {failed ? <ErrorState error={failed} /> : null}
        <Button type="submit" color="yellow" size="lg" disabled={busy}>
          {busy ? t('people.busy') : t('people.signIn')}
        </Button>
        <p className={styles.links}>
          <Link to="/wachtwoord">{t('people.forgot')}</Link>
          <Link to="/word-gebruiker">{t('people.become')}</Link>
        </p>
      </form>
      {settings?.demo ? (
        <DemoAccounts
          accounts={settings.demoAccounts}
          chosen={email}
          onChoose={(account) => {
            setEmail(account.email);
            setPassword(account.password);
            setRefusal(null);
          }}
        />
      ) : null}
    </div>
  );
}
