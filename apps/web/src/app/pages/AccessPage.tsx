import { useState } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { AccessForm } from '../../features/people/AccessForm.js';
import { AccessTerms } from '../../features/people/AccessTerms.js';
import { useSettings } from '../../graphql/settings.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';
import styles from './forms.module.css';

/** Who may use it, what it costs and what is agreed, and only then the form. */
export default function AccessPage() {
  const { t } = useTranslation();
  const settings = useSettings();
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (sentTo !== null)
    return (
      <Page>
        <PageHeading title={t('people.access.sentTitle')} />
        <div role="status">
          <EmptyState
            van
            text={t('people.access.sentText', { email: sentTo })}
            action={<LinkButton to="/kits">{t('people.access.sentAction')}</LinkButton>}
          />
        </div>
      </Page>
    );
  return (
    <Page>
      <PageHeading title={t('people.access.title')} lead={t('people.access.lead')} />
      {settings ? (
        <div className={styles.beside}>
          <AccessTerms settings={settings} />
          <AccessForm
            termsVersion={settings.termsVersion}
            onSent={(email) => {
              setSentTo(email);
              window.scrollTo(0, 0);
            }}
          />
        </div>
      ) : (
        <DelayedSkeleton count={2} height={300} />
      )}
    </Page>
  );
}
