import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/SegmentedControl.css';
import { useQuery } from '@apollo/client/react';
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { MAIL_LOOK, type OutboxMail } from './manage.graphql.js';
import styles from './manage.module.css';

/** A mail as mail programs show it, or its plain text. */
export function MailLook({ mail }: { mail: OutboxMail }) {
  const { t } = useTranslation();
  const [look, setLook] = useState<'mail' | 'text'>('mail');
  const { data, error, refetch } = useQuery(MAIL_LOOK, { variables: { id: mail.id }, fetchPolicy: 'cache-first' });
  const html = data?.node && 'bodyHtml' in data.node ? data.node.bodyHtml : undefined;
  return (
    <div className={styles.look}>
      <SegmentedControl
        aria-label={t('manage.mails.preview')}
        value={look}
        onChange={(value) => setLook(value === 'text' ? 'text' : 'mail')}
        data={[
          { value: 'mail', label: t('manage.mails.asMail') },
          { value: 'text', label: t('manage.mails.asText') },
        ]}
      />
      {look === 'text' ? (
        <p className={styles.mail} lang={mail.locale}>
          {mail.bodyText}
        </p>
      ) : error && html === undefined ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : html === undefined ? (
        <DelayedSkeleton count={1} height={240} />
      ) : (
        // Nothing in it may run, load or lead away from here; a mail is light paper in the dark scheme too.
        <iframe className={styles.frame} title={t('manage.mails.preview')} sandbox="" srcDoc={html} />
      )}
    </div>
  );
}
