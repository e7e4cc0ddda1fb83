import { useApolloClient } from '@apollo/client/react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { safePath } from '../../features/people/safe-path.js';
import { SignInForm } from '../../features/people/SignInForm.js';
import { useSettings } from '../../graphql/settings.js';
import { useViewer } from '../../graphql/viewer.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { changeLanguage } from '../i18n/start-i18n.js';

/** Signs in, in the person's own language, and goes on to where one came from. */
export default function SignInPage() {
  const { t } = useTranslation();
  const client = useApolloClient();
  const navigate = useNavigate();
  const settings = useSettings();
  const [params] = useSearchParams();
  const { state } = useLocation();
  const { viewer } = useViewer();
  const from = (state as { back?: string } | null)?.back;
  const next = safePath(params.get('verder') ?? from);
  return (
    <Page>
      <PageHeading title={t('people.signInTitle')} lead={t('people.signInLead')} />
      {viewer ? (
        <p>
          {t('people.already', { name: viewer.name })} <LinkButton to={next}>{t('people.goOn')}</LinkButton>
        </p>
      ) : (
        <SignInForm
          settings={settings}
          onSignedIn={async (locale) => {
            await changeLanguage(locale);
            await navigate(next, { replace: true });
            await client.resetStore();
          }}
        />
      )}
    </Page>
  );
}
