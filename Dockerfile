# One image: the API, which also serves the console. Settings come from the environment; no secret is inside.
FROM node:24-bookworm-slim AS build
WORKDIR /lunjie
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN node e2e/commands/build.mjs && test -f dist/api/main.mjs && test -f dist/web/browser/index.html

FROM node:24-bookworm-slim AS packages
WORKDIR /lunjie
COPY package.json package-lock.json .npmrc ./
# The image has its Node; the one npm brings for other machines stays out.
RUN npm ci --omit=dev --no-audit --no-fund && rm -rf node_modules/node-linux-* node_modules/node-bin-*

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /lunjie
RUN mkdir data && chown node:node data
COPY --from=packages /lunjie/node_modules node_modules
COPY --from=build /lunjie/dist dist
COPY package.json ./
USER node
VOLUME /lunjie/data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
  CMD node -e "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
CMD ["node", "--enable-source-maps", "dist/api/main.mjs"]
