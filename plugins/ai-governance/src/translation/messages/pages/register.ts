export const register = {
  title: 'Register an AI system',
  text: 'For what has no repository: a tool that was bought, or a feature that a vendor switched on. What has one is declared there, in its catalog-info.yaml.',
  loading: 'Loading the questions',
  denied: {
    title: 'You may not register AI systems',
    text: 'It takes the permission ai-governance.system.register. Ask whoever looks after permissions in this portal, or the team that is to own it.',
  },
  send: 'Register',
  done: 'Registered. The catalog is taking it in, which takes some seconds; then you get to its page.',
  edit: {
    title: 'Registration',
    loading: 'Loading the registration',
    missing: {
      title: 'There is no such registration',
      text: 'It was not registered in the portal, or you may not see it.',
    },
    moved: {
      title: 'It was moved to a repository',
      text: 'It is declared at {{repository}}. As soon as that file is registered in the catalog, its page is back with everything that was written.',
    },
    withdrawn: {
      title: 'It was withdrawn',
      text: '{{reason}} What was written is kept.',
    },
    again: 'Register it here again',
    save: 'Save',
    saveOnTop: 'Save mine on top',
    theirs: {
      title: 'Somebody else revised it meanwhile',
      text: 'Revision {{revision}} is by {{author}}. Nothing of yours was saved; it is still here.',
      take: 'Take theirs',
    },
    done: 'Saved. The catalog is taking it over, which takes some seconds.',
  },
} as const;
