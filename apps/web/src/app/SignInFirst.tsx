import { useTranslation } from '../ui/i18n/texts.js';
import { useLocation } from 'react-router';
import { EmptyState } from '../ui/EmptyState.js';
import { LinkButton } from '../ui/LinkButton.js';

/** Instead of a page that needs an account; signing in leads back to it. */
export function SignInFirst() {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  return (
    <EmptyState
      van
      text={t('people.first.text')}
      action={
        <>
          <LinkButton to={`/aanmelden?verder=${encodeURIComponent(pathname + search)}`}>{t('people.signIn')}</LinkButton>
          <LinkButton to="/word-gebruiker" variant="default">
            {t('people.become')}
          </LinkButton>
        </>
      }
    />
  );
}
