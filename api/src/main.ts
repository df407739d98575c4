/**
 * The entry. It imports nothing before the Node version is known to be new enough:
 * on Node 20 the SQLite driver ends in a silent segfault, which nobody could explain to a user.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 9)) {
  process.stderr.write(`Lunjie needs Node 24.9 or newer; this is Node ${process.versions.node}. Start it with npm start, which brings its own.\n`);
  process.exit(1);
}

const { run } = await import('./run');
await run(process.argv.slice(2));

export {};
