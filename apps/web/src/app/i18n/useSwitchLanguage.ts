import { useMutation } from '@apollo/client/react';
import { useSearchParams } from 'react-router';
import { graphql } from '../../graphql/generated/gql.js';
import { useViewer } from '../../graphql/viewer.js';
import type { Language } from '../../ui/i18n/languages.js';
import { changeLanguage } from './start-i18n.js';

const SET_LOCALE = graphql(/* GraphQL */ `
  mutation SetLocale($locale: Locale!) {
    setLocale(locale: $locale) {
      ok
    }
  }
`);

/** Switches the screen, the address (so that it can be sent) and, when signed in, the language of the mails. */
export function useSwitchLanguage(): (language: Language) => Promise<void> {
  const [, setSearch] = useSearchParams();
  const [setLocale] = useMutation(SET_LOCALE);
  const { viewer } = useViewer();
  return async (language) => {
    await changeLanguage(language);
    setSearch(
      (search) => {
        search.set('lang', language);
        return search;
      },
      { replace: true, preventScrollReset: true },
    );
    if (viewer) await setLocale({ variables: { locale: language } }).catch(() => undefined);
  };
}
