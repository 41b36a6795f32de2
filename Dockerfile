# Two stages: the first builds, the second holds only what runs.
FROM python:3.12-slim AS build
WORKDIR /build
COPY requirements.lock pyproject.toml hatch_build.py README.md LICENSE ./
COPY config config
COPY migrations migrations
COPY src src
RUN python -m venv /opt/perenne \
 && /opt/perenne/bin/pip install --no-cache-dir --require-hashes -r requirements.lock \
 && /opt/perenne/bin/pip install --no-cache-dir --no-deps .

FROM python:3.12-slim
RUN apt-get update && apt-get install --yes --no-install-recommends ca-certificates \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --home-dir /data --create-home perenne
COPY --from=build /opt/perenne /opt/perenne
ENV PATH=/opt/perenne/bin:$PATH PYTHONUNBUFFERED=1 PERENNE_DATABASE_URL=sqlite:////data/perenne.sqlite
USER perenne
VOLUME /data
WORKDIR /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=2m --timeout=20s --start-period=1m CMD ["perenne", "status", "--here"]
ENTRYPOINT ["perenne"]
CMD ["worker"]
