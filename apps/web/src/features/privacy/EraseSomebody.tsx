import { useMutation } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { ERASE_PERSON } from './privacy.graphql.js';
import styles from './privacy.module.css';

/** Forgets somebody who asked for it, by their address. */
export function EraseSomebody() {
  const { t } = useTranslation();
  const toast = useToast();
  const [erase] = useMutation(ERASE_PERSON);
  const [email, setEmail] = useState('');
  const [asked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);

  async function forget() {
    setRefusal(null);
    setFailed(null);
    try {
      const { data } = await erase({ variables: { email } });
      if (data!.erasePerson.__typename === 'Refusal') setRefusal(data!.erasePerson as RefusalParts);
      else {
        toast({ text: t('privacy.erase.doneOther', { email }) });
        setEmail('');
      }
    } catch (thrown) {
      setFailed(thrown);
    } finally {
      setAsked(false);
    }
  }

  return (
    <section aria-labelledby="erase-somebody">
      <h2 id="erase-somebody" className={styles.heading}>
        {t('privacy.erase.other')}
      </h2>
      <p className={styles.lead}>{t('privacy.erase.otherLead')}</p>
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          if (email.trim()) setAsked(true);
        }}
      >
        <TextInput
          className={styles.days}
          label={t('privacy.erase.email')}
          type="email"
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Button type="submit" color="red" variant="default" disabled={!email.trim()}>
          {t('privacy.erase.somebody')}
        </Button>
      </form>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
      <ConfirmDialog
        open={asked}
        danger
        title={t('privacy.erase.titleOther', { email })}
        confirmLabel={t('privacy.erase.confirmOther')}
        onConfirm={forget}
        onClose={() => setAsked(false)}
      >
        <p>{t('privacy.erase.explainOther')}</p>
      </ConfirmDialog>
    </section>
  );
}
