import { posix, relative, sep } from 'node:path';

const emptyWords = /(^|-)(utils?|helpers?|common|misc)(-|$)|(^|-)managers?$/;

/** Names say the business word: a file or folder named for what it is to the programmer says nothing. */
const businessName = {
  meta: { type: 'problem', schema: [], messages: { empty: '“{{name}}” says nothing: name it for what it is in the office.' } },
  create: (context) => ({
    Program(node) {
      const parts = relative(context.cwd, context.filename).split(sep);
      const empty = parts.map((part) => part.replace(/\..*$/, '')).find((name) => emptyWords.test(name));
      if (empty) context.report({ node, messageId: 'empty', data: { name: empty } });
    },
  }),
};

/** Features of the api meet through services and events; whose table it is, who may write it. */
const ownEntities = {
  meta: { type: 'problem', schema: [], messages: { foreign: '“{{feature}}” keeps this entity to itself: ask its service.' } },
  create(context) {
    const path = relative(context.cwd, context.filename).split(sep).join('/');
    const featureOf = (file) => /^api\/src\/([^/]+)\//.exec(file)?.[1];
    const check = (node) => {
      const from = node.source?.value;
      if (typeof from !== 'string' || !from.startsWith('.') || !from.endsWith('.entity')) return;
      const feature = featureOf(posix.join(posix.dirname(path), from));
      if (feature && feature !== featureOf(path)) context.report({ node, messageId: 'foreign', data: { feature } });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check };
  },
};

export const house = { rules: { 'business-name': businessName, 'own-entities': ownEntities } };
