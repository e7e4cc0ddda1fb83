import { useSettings } from '../../graphql/settings.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Icon } from '../../ui/icons.js';
import styles from './WhomToAsk.module.css';

type Props = { subject: string; standsAt: string };

/** For who has no account yet: where it stands, and whom to write or call about it. */
export function WhomToAsk({ subject, standsAt }: Props) {
  const { t } = useTranslation();
  const settings = useSettings();
  if (!settings) return null;
  const { contactEmail, contactPhone } = settings;
  return (
    <section className={styles.ask} aria-labelledby="whom-to-ask">
      <h2 id="whom-to-ask">{t('about.ask.title')}</h2>
      <p>{t('about.ask.text', { site: standsAt })}</p>
      <p>
        <a href={`mailto:${contactEmail}?subject=${encodeURIComponent(subject)}`}>
          <Icon name="mail" size={18} /> {contactEmail}
        </a>
      </p>
      {contactPhone ? (
        <p>
          <a href={`tel:${contactPhone.replaceAll(/[^\d+]/g, '')}`}>
            <Icon name="phone" size={18} /> {contactPhone}
          </a>
        </p>
      ) : null}
    </section>
  );
}
