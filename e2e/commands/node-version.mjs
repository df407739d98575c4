/** Refuses a Node that cannot run the product, before anything else is loaded: the SQLite driver would end in a silent segfault. */
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 9)) {
  console.error(`Lunjie needs Node 24.9 or newer; this is Node ${process.versions.node}. Run it through npm (npm start, npm test), which brings its own.`);
  process.exit(1);
}
