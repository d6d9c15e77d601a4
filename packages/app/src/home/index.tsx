import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { HomePageLayoutBlueprint } from '@backstage/plugin-home-react/alpha';

/** How the home page arranges its widgets. */
export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [
    HomePageLayoutBlueprint.make({
      params: {
        loader: async () => {
          const { HomeLayout } = await import('./HomeLayout');
          return HomeLayout;
        },
      },
    }),
  ],
});
