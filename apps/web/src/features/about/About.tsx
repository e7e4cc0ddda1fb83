import { useTranslation } from '../../ui/i18n/texts.js';
import { Link } from 'react-router';
import { useSettings } from '../../graphql/settings.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { useFormat } from '../../ui/useFormat.js';

/** What this is, who may use it, what it costs. */
export function About() {
  const { t } = useTranslation();
  const format = useFormat();
  const settings = useSettings();
  return (
    <>
      <PageHeading title={t('about.title')} lead={t('about.lead')} />
      {(['what', 'who', 'how', 'travel'] as const).map((part) => (
        <section key={part}>
          <h2>{t(`about.${part}.title`)}</h2>
          <p>{t(`about.${part}.text`)}</p>
        </section>
      ))}
      <section>
        <h2>{t('about.price.title')}</h2>
        <p>{t('about.price.text', { price: settings ? format.euro(settings.priceCents) : '' })}</p>
      </section>
      <p>
        <LinkButton to="/word-gebruiker">{t('about.become')}</LinkButton>
      </p>
      <section>
        <h2>{t('about.sources.title')}</h2>
        <p>{t('about.sources.text')}</p>
        <p>
          <Link to="/toegankelijkheid">{t('about.accessibility')}</Link>
        </p>
      </section>
    </>
  );
}
