export interface Config {
  auth?: {
    providers?: {
      guest?: {
        /**
         * Users whom anybody may sign in as, without a password. For the example portal only.
         */
        users?: Array<{
          /**
           * Entity reference of the user in the catalog.
           * @visibility frontend
           */
          ref: string;
          /**
           * @visibility frontend
           */
          name: string;
          /**
           * What they are to the portal, in a word or two, such as "System owner".
           * @visibility frontend
           */
          role: string;
          /**
           * What they do and what there is to see as them, in a sentence.
           * @visibility frontend
           */
          about: string;
        }>;
      };
    };
  };
}
