import { createApp } from '@backstage/frontend-defaults';
import { homeModule } from './home';
import { navModule } from './nav';
import { signInModule } from './signIn';

// The plugins come from the dependencies of this package: `app.packages: all` in app-config.yaml.
export default createApp({ features: [homeModule, navModule, signInModule] });
