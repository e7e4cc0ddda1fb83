import { useMutation } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Link } from 'react-router';
import { ErrorState } from '../../ui/ErrorState.js';
import { REQUEST_PASSWORD_LINK } from './people.graphql.js';
import styles from './people.module.css';

/** Asks for a mail with a link; says the same whether or not the address is known. */
export function PasswordLinkForm() {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [request, { loading, error }] = useMutation(REQUEST_PASSWORD_LINK, { onCompleted: () => setSentTo(email.trim()) });
  function send(event: FormEvent) {
    event.preventDefault();
    // What goes wrong stands in `error`.
    request({ variables: { email: email.trim() } }).catch(() => undefined);
  }
  return (
    <form className={styles.form} onSubmit={send}>
      <TextInput
        label={t('people.email')}
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        value={email}
        onChange={(event) => {
          setEmail(event.currentTarget.value);
          setSentTo(null);
        }}
      />
      {error ? <ErrorState error={error} /> : null}
      <p role="status">{sentTo ? t('people.link.sent', { email: sentTo }) : null}</p>
      <Button type="submit" color="yellow" size="lg" disabled={loading || sentTo !== null}>
        {loading ? t('people.busy') : t('people.link.send')}
      </Button>
      <p className={styles.links}>
        <Link to="/aanmelden">{t('people.link.back')}</Link>
      </p>
    </form>
  );
}
