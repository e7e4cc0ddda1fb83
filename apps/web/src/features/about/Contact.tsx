import { useTranslation } from '../../ui/i18n/texts.js';
import { useSettings } from '../../graphql/settings.js';
import { Icon } from '../../ui/icons.js';
import { PageHeading } from '../../ui/PageHeading.js';

export function Contact() {
  const { t } = useTranslation();
  const settings = useSettings();
  return (
    <>
      <PageHeading title={t('about.contact.title')} lead={t('about.contact.lead')} />
      <p>
        <Icon name="mail" /> <a href={`mailto:${settings?.contactEmail ?? ''}`}>{settings?.contactEmail}</a>
      </p>
      {settings?.contactPhone ? (
        <p>
          <Icon name="phone" /> <a href={`tel:${settings.contactPhone.replaceAll(' ', '')}`}>{settings.contactPhone}</a>
        </p>
      ) : null}
      <h2>{t('about.contact.site.title')}</h2>
      <p>{t('about.contact.site.text')}</p>
      <h2>{t('about.contact.security.title')}</h2>
      <p>{t('about.contact.security.text')}</p>
    </>
  );
}
