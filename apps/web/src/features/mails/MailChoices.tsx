import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { useMutation, useQuery } from '@apollo/client/react';
import { Switch } from '@mantine/core';
import { useState } from 'react';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import styles from './mails.module.css';
import { CHOOSE_MAIL, MAIL_CHOICES, type MailChoice } from './mails.graphql.js';

/** Which mails one gets: what may be turned off has a switch, what may not says why. */
export function MailChoices() {
  const { t } = useTranslation();
  const toast = useToast();
  const { data, error, refetch } = useQuery(MAIL_CHOICES, { fetchPolicy: 'cache-and-network' });
  const [choose] = useMutation(CHOOSE_MAIL, { refetchQueries: [MAIL_CHOICES], awaitRefetchQueries: true });
  const [saving, setSaving] = useState<MailChoice | null>(null);
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={5} height={72} />;

  async function set(choice: MailChoice, wanted: boolean) {
    setRefusal(null);
    setFailed(null);
    setSaving({ ...choice, wanted });
    try {
      const { data: done } = await choose({ variables: { topic: choice.topic, wanted } });
      if (done!.chooseMail.__typename === 'Refusal') setRefusal(done!.chooseMail as RefusalParts);
      else toast({ text: t(wanted ? 'mails.on' : 'mails.off', { topic: t(`mails.topic.${choice.topic}.name`) }) });
    } catch (thrown) {
      setFailed(thrown);
    } finally {
      setSaving(null);
    }
  }

  const optional = data.mailChoices.filter(({ required }) => !required);
  return (
    <div className={styles.whole}>
      {failed ? <ErrorState error={failed} /> : null}
      {refusal ? <RefusalView refusal={refusal} /> : null}
      <section aria-labelledby="mails-optional">
        <h2 id="mails-optional">{t('mails.optional')}</h2>
        <ul className={styles.topics}>
          {optional.map((choice) => (
            <li key={choice.topic}>
              <Switch
                size="md"
                label={t(`mails.topic.${choice.topic}.name`)}
                description={t(`mails.topic.${choice.topic}.what`)}
                // While it is saved it shows what was asked; refused, it goes back.
                checked={saving?.topic === choice.topic ? saving.wanted : choice.wanted}
                disabled={saving !== null && saving.topic !== choice.topic}
                onChange={(event) => void set(choice, event.currentTarget.checked)}
              />
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="mails-required">
        <h2 id="mails-required">{t('mails.required')}</h2>
        <p className={styles.why}>{t('mails.why')}</p>
        <ul className={styles.topics}>
          {data.mailChoices
            .filter(({ required }) => required)
            .map(({ topic }) => (
              <li key={topic}>
                <strong>{t(`mails.topic.${topic}.name`)}</strong>
                <span className={styles.why}>{t(`mails.topic.${topic}.what`)}</span>
              </li>
            ))}
        </ul>
      </section>
    </div>
  );
}
