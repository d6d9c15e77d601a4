import { Content, Header, Page } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import Grid from '@material-ui/core/Grid';

/** The widgets side by side, as they come: what to do first. */
export function HomeLayout({ widgets }: HomePageLayoutProps) {
  const name =
    useApi(configApiRef).getOptionalString('organization.name') ?? 'Home';
  return (
    <Page themeId="home">
      <Header title={name} pageTitleOverride="Home" />
      <Content>
        <Grid container spacing={3}>
          {widgets.map(({ node, component }) => (
            <Grid item xs={12} md={6} key={node.spec.id}>
              {component}
            </Grid>
          ))}
        </Grid>
      </Content>
    </Page>
  );
}
