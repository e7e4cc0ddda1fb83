import { useMutation } from '@apollo/client/react';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { LOAN_TERMS, PUBLISH_TERMS, type Terms } from './terms.graphql.js';
import styles from './terms.module.css';

const LANGUAGES = ['nl', 'fr', 'en'] as const;

/** A new version, begun from the one in force. */
export function PublishForm({ terms }: { terms: Terms | null }) {
  const { t } = useTranslation();
  const toast = useToast();
  const [texts, setTexts] = useState({
    nl: terms?.text.nl ?? '',
    fr: terms?.text.fr ?? '',
    en: terms?.text.en ?? '',
  });
  const [asking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [publish, { loading, error }] = useMutation(PUBLISH_TERMS, { refetchQueries: [LOAN_TERMS], awaitRefetchQueries: true });
  const after = terms?.version ?? 0;

  async function send() {
    const { data } = await publish({ variables: { after, texts } });
    const result = data!.publishTerms;
    if (result.__typename === 'Refusal') setRefusal(result as unknown as RefusalParts);
    else toast({ text: t('terms.published', { version: after + 1 }) });
  }

  return (
    <form
      className={styles.form}
      aria-labelledby="publish-terms"
      onSubmit={(event) => {
        event.preventDefault();
        setAsking(true);
      }}
    >
      <h2 id="publish-terms">{t('terms.next', { version: after + 1 })}</h2>
      {LANGUAGES.map((language) => (
        <Textarea
          key={language}
          label={t(`terms.in.${language}`)}
          required
          rows={8}
          maxLength={20_000}
          value={texts[language]}
          onChange={(event) => setTexts({ ...texts, [language]: event.currentTarget.value })}
        />
      ))}
      <Button type="submit" loading={loading} disabled={LANGUAGES.some((language) => !texts[language].trim())}>
        {t('terms.publish')}
      </Button>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {error ? <ErrorState error={error} /> : null}
      <ConfirmDialog
        open={asking}
        title={t('terms.publishTitle', { version: after + 1 })}
        confirmLabel={t('terms.publish')}
        onConfirm={async () => {
          setAsking(false);
          await send().catch(() => {});
        }}
        onClose={() => setAsking(false)}
      >
        <p>{t('terms.publishText')}</p>
      </ConfirmDialog>
    </form>
  );
}
