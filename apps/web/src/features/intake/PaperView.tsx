import { useTranslation } from '../../ui/i18n/texts.js';
import { Icon } from '../../ui/icons.js';
import type { OneIncoming } from './intake.graphql.js';
import styles from './intake.module.css';

type Props = { documents: OneIncoming['documents']; leftInside: readonly string[] };

/** The document as its sender made it up, and every file that came with it. */
export function PaperView({ documents, leftInside }: Props) {
  const { t } = useTranslation();
  const shown = documents.find(({ mediaType }) => mediaType === 'application/pdf' || mediaType.startsWith('image/'));
  return (
    <section className={styles.paper} aria-labelledby="paper">
      <h2 id="paper">{t('intake.document')}</h2>
      {shown ? (
        shown.mediaType === 'application/pdf' ? (
          // oxlint-disable-next-line react/iframe-missing-sandbox -- browsers show no PDF in a sandbox; the server lets it do nothing
          <iframe src={shown.url} title={shown.name} />
        ) : (
          <img src={shown.url} alt={shown.name} />
        )
      ) : (
        <p className={styles.noPaper}>{t('intake.noPicture')}</p>
      )}
      <ul>
        {documents.map(({ id, name, url }) => (
          <li key={id}>
            <a href={`${url}?keep`} download={name}>
              <Icon name="download" size={18} /> {name}
            </a>
          </li>
        ))}
      </ul>
      {leftInside.length > 0 ? <p className={styles.help}>{t('intake.leftInside', { names: leftInside.join(', ') })}</p> : null}
    </section>
  );
}
