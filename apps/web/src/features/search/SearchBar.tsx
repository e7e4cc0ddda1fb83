import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useEffect, useId, useState, type FormEvent } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { DateField } from '../../ui/DateField.js';
import { useText } from '../../ui/i18n/useText.js';
import { Icon } from '../../ui/icons.js';
import { useFormat } from '../../ui/useFormat.js';
import { type ChosenPlace, PlaceField } from './PlaceField.js';
import type { SearchParams } from './search-params.js';
import { DOMAINS } from './search.graphql.js';
import styles from './SearchBar.module.css';

type Props = { search: SearchParams; placeLabel: string; today: string; onSearch: (search: SearchParams) => void };

/** Where, when and what; on a phone one line that unfolds. */
export function SearchBar({ search, placeLabel, today, onSearch }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const id = useId();
  const { data } = useQuery(DOMAINS);
  const [place, setPlace] = useState<ChosenPlace>();
  const [from, setFrom] = useState(search.from);
  const [to, setTo] = useState(search.to);
  const [domain, setDomain] = useState(search.domain);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    setFrom(search.from);
    setTo(search.to);
    setDomain(search.domain);
  }, [search.from, search.to, search.domain]);
  const domains = data?.domains ?? [];
  const chosen = domains.find((each) => each.code === search.domain);

  function submit(event: FormEvent) {
    event.preventDefault();
    setOpen(false);
    onSearch({
      ...search,
      from,
      to: to < from ? from : to,
      domain,
      site: place ? place.site : search.site,
      postcode: place ? place.postcode : search.postcode,
      asked: true,
    });
  }

  return (
    <search className={styles.bar} data-open={open || undefined}>
      <button
        type="button"
        className={styles.fold}
        aria-expanded={open}
        aria-controls={`${id}-form`}
        onClick={() => setOpen(!open)}
      >
        <span>
          <strong>
            {placeLabel || t('search.everywhere')} · {chosen ? text(chosen.name) : t('search.allKits')}
          </strong>
          <span>{format.periodShort(search.from, search.to)}</span>
        </span>
        <span className={styles.glass}>
          <Icon name="search" />
          <span className="visually-hidden">{t('search.change')}</span>
        </span>
      </button>
      <form id={`${id}-form`} className={styles.form} onSubmit={submit}>
        <PlaceField value={placeLabel} onChange={setPlace} />
        <div className={styles.part}>
          <DateField
            label={t('search.from')}
            value={from}
            min={today}
            required
            onChange={(day) => {
              if (!day) return;
              setFrom(day);
              if (to < day) setTo(day);
            }}
          />
        </div>
        <div className={styles.part}>
          <DateField label={t('search.to')} value={to} min={from} required onChange={(day) => day && setTo(day)} />
        </div>
        <div className={styles.part}>
          <label htmlFor={`${id}-what`} className={styles.label}>
            {t('search.what')}
          </label>
          <select
            id={`${id}-what`}
            className={styles.select}
            value={domain ?? ''}
            onChange={(event) => setDomain(event.currentTarget.value || null)}
          >
            <option value="">{t('search.allKits')}</option>
            {domains.map((each) => (
              <option key={each.code} value={each.code}>
                {text(each.name)}
              </option>
            ))}
          </select>
        </div>
        <Button type="submit" color="yellow" size="lg" className={styles.go} leftSection={<Icon name="search" />}>
          {t('search.go')}
        </Button>
      </form>
    </search>
  );
}
