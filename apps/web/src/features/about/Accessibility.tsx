import { useTranslation } from '../../ui/i18n/texts.js';
import { Link } from 'react-router';
import { PageHeading } from '../../ui/PageHeading.js';

/** The accessibility statement. */
export function Accessibility() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeading title={t('about.a11y.title')} lead={t('about.a11y.lead')} />
      {(['status', 'keys', 'tested', 'known'] as const).map((part) => (
        <section key={part}>
          <h2>{t(`about.a11y.${part}.title`)}</h2>
          <p>{t(`about.a11y.${part}.text`)}</p>
        </section>
      ))}
      <section>
        <h2>{t('about.a11y.tell.title')}</h2>
        <p>
          {t('about.a11y.tell.text')} <Link to="/contact">{t('about.contact.title')}</Link>
        </p>
      </section>
    </>
  );
}
