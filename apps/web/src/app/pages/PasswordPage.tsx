import { useApolloClient } from '@apollo/client/react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useNavigate, useSearchParams } from 'react-router';
import { NewPasswordForm } from '../../features/people/NewPasswordForm.js';
import { PasswordLinkForm } from '../../features/people/PasswordLinkForm.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { changeLanguage } from '../i18n/start-i18n.js';
import styles from './forms.module.css';

/** With the key of a mailed link: choose a password. Without: ask for such a link. */
export default function PasswordPage() {
  const { t } = useTranslation();
  const client = useApolloClient();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const token = params.get('token');
  return (
    <Page>
      <PageHeading
        title={t(token ? 'people.new.title' : 'people.link.title')}
        lead={t(token ? 'people.new.lead' : 'people.link.lead')}
      />
      <div className={styles.single}>
        {token ? (
          <NewPasswordForm
            token={token}
            onSignedIn={async (locale) => {
              await changeLanguage(locale);
              await navigate('/', { replace: true });
              await client.resetStore();
            }}
          />
        ) : (
          <PasswordLinkForm />
        )}
      </div>
    </Page>
  );
}
