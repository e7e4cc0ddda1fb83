import { useQuery } from '@apollo/client/react';
import { useId, useState } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Icon } from '../../ui/icons.js';
import { SUGGESTIONS } from './search.graphql.js';
import styles from './SearchBar.module.css';

/** A chosen place: a site by its code, or a postcode. */
export interface ChosenPlace {
  readonly label: string;
  readonly site: string | null;
  readonly postcode: string | null;
}

type Props = { value: string; onChange: (place: ChosenPlace) => void };

/** A site or a place by what people type: suggestions come from the browser's own list, so keys and readers work. */
export function PlaceField({ value, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [asked, setAsked] = useState('');
  const { data, previousData } = useQuery(SUGGESTIONS, { variables: { text: asked }, skip: asked === '' });
  const found = data ?? previousData;
  const places = found?.places ?? [];
  const sites = found?.sites.edges.map(({ node }) => node) ?? [];

  function take(text: string) {
    const site = sites.find((each) => `${each.name} (${each.town})` === text);
    const postcode =
      /^\s*(\d{4})\b/.exec(text)?.[1] ?? places.find((place) => place.name.toLowerCase() === text.trim().toLowerCase())?.postcode;
    onChange({ label: text, site: site?.code ?? null, postcode: site ? null : (postcode ?? null) });
  }

  return (
    <div className={styles.part}>
      <label htmlFor={id} className={styles.label}>
        {t('search.where')}
      </label>
      <div className={styles.where}>
        <Icon name="pin" />
        <input
          id={id}
          className={styles.text}
          list={`${id}-list`}
          autoComplete="off"
          placeholder={t('search.wherePlaceholder')}
          value={typed ?? value}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            const text = event.currentTarget.value;
            setTyped(text);
            if (text.trim().length > 1 && !sites.some((each) => `${each.name} (${each.town})` === text)) setAsked(text.trim());
            take(text);
          }}
          onBlur={() => typed !== null && take(typed)}
        />
        <datalist id={`${id}-list`}>
          {places.map((place) => (
            <option key={`${place.postcode} ${place.name}`}>{`${place.postcode} ${place.name}`}</option>
          ))}
          {sites.map((site) => (
            <option key={site.id}>{`${site.name} (${site.town})`}</option>
          ))}
        </datalist>
      </div>
    </div>
  );
}
