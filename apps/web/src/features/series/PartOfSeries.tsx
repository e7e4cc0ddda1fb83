import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { graphql } from '../../graphql/generated/gql.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Icon } from '../../ui/icons.js';

const PART_OF = graphql(/* GraphQL */ `
  query PartOfSeries($id: ID!) {
    reservation(id: $id) {
      id
      series {
        id
        number
      }
    }
  }
`);

/** The way from a reservation to the series that it belongs to; nothing for one by itself. */
export function PartOfSeries({ reservationId }: { reservationId: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(PART_OF, { variables: { id: reservationId } });
  const series = data?.reservation?.series;
  if (!series) return null;
  return (
    <p>
      <Icon name="repeat" size={18} /> <Link to={`/reeksen/${series.id}`}>{t('series.partOf', { number: series.number })}</Link>
    </p>
  );
}
