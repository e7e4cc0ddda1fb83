/** SQL: whether fixed equipment at a site of an organisation is part of a reservation `r`. @param own its placeholder */
export const HOSTED_SQL = (
  own: string,
) => `EXISTS (SELECT 1 FROM occupancy ho JOIN equipment_unit hu ON hu.id = ho.unit_id AND hu.mobility = 'FIXED'
  JOIN site hs ON hs.id = hu.home_site_id WHERE ho.reservation_id = r.id AND hs.organisation_id = ${own})`;
