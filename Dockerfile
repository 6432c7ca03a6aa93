# docker build -t lampline . && docker run -p 7070:7070 -v lampline:/data -v lampline-keys:/keys lampline
# Keep a copy of the volume of the keys, apart from that of the data: without it nobody reads again what people wrote to each other.
FROM node:26-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npx tsc \
 && npm prune --omit=dev --ignore-scripts \
 && rm -rf node_modules/node-linux-* node_modules/node-darwin-* node_modules/node-bin-* node_modules/node-win-* src dist/testing dist/journeys dist/bench \
 && find dist -name '*.test.*' -delete -o -name '*.testing.*' -delete

FROM node:26-slim
WORKDIR /app
COPY --from=build /app /app
RUN mkdir /data /keys && chown node:node /data /keys
USER node
ENV HOST=0.0.0.0 PORT=7070 LAMPLINE_DATA=/data LAMPLINE_KEYS=/keys/lampline.keys
VOLUME /data /keys
EXPOSE 7070
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s CMD ["node", "-e", "fetch('http://127.0.0.1:7070/sign-in').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/main.js", "serve"]
