import { useTranslation } from '../i18n/texts.js';
import { Icon } from '../icons.js';
import styles from './PaperView.module.css';

type Props = {
  documents: readonly { id: string; name: string; mediaType: string; url: string }[];
  /** said when there is nothing to look at */
  nothing: string;
  note?: string | null;
};

/** The paper behind a row as its sender made it up, beside its fields, and every file that came with it. */
export function PaperView({ documents, nothing, note = null }: Props) {
  const { t } = useTranslation();
  const shown = documents.find(({ mediaType }) => mediaType === 'application/pdf' || mediaType.startsWith('image/'));
  return (
    <section className={styles.paper} aria-labelledby="paper">
      <h2 id="paper">{t('paper.document')}</h2>
      {shown ? (
        shown.mediaType === 'application/pdf' ? (
          // oxlint-disable-next-line react/iframe-missing-sandbox -- browsers show no PDF in a sandbox; the server lets it do nothing
          <iframe src={shown.url} title={shown.name} />
        ) : (
          <img src={shown.url} alt={shown.name} />
        )
      ) : (
        <p className={styles.nothing}>{nothing}</p>
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
      {note ? <p className={styles.note}>{note}</p> : null}
    </section>
  );
}
