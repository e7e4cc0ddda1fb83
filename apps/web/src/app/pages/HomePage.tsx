import { HomeHero } from '../../features/search/HomeHero.js';
import { SearchResults } from '../../features/search/SearchResults.js';
import { useSearch } from '../../features/search/useSearch.js';
import { Page } from '../../ui/Page.js';

export default function HomePage() {
  const search = useSearch();
  return (
    <>
      <HomeHero search={search} />
      <Page>
        <SearchResults search={search} />
      </Page>
    </>
  );
}
