# syntax=docker/dockerfile:1.7
# Two images from one file: `docker build .` for machines without a GPU, `docker build --build-arg BASE=cuda .` for FLUX
# on an NVIDIA GPU (needs the NVIDIA container toolkit). Unbuilt where this was written: see docs/operating.md.
ARG BASE=cpu
ARG PYTHON=3.12.8

FROM python:${PYTHON}-slim-bookworm AS cpu
ENV TORCH_INDEX=https://download.pytorch.org/whl/cpu

FROM python:${PYTHON}-slim-bookworm AS cuda
# The wheels bring CUDA's libraries themselves; the driver comes from the host.
ENV TORCH_INDEX=https://download.pytorch.org/whl/cu128 NVIDIA_VISIBLE_DEVICES=all \
    NVIDIA_DRIVER_CAPABILITIES=compute,utility

FROM ${BASE} AS packages
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /venv
ENV PATH=/venv/bin:$PATH
WORKDIR /build
COPY requirements.txt requirements-postgres.txt constraints.txt ./
RUN pip install --requirement requirements.txt --requirement requirements-postgres.txt --constraint constraints.txt \
    --extra-index-url "${TORCH_INDEX}"

FROM ${BASE} AS app
LABEL org.opencontainers.image.title="AdGen" org.opencontainers.image.licenses="Apache-2.0"
RUN groupadd --system --gid 10001 adgen \
    && useradd --system --uid 10001 --gid adgen --home-dir /data --shell /usr/sbin/nologin adgen \
    && install --directory --owner=adgen --group=adgen --mode=0700 /data
COPY --from=packages /venv /venv
WORKDIR /srv/adgen
COPY app.py ./
COPY adgen ./adgen
COPY assets ./assets
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    ADGEN_DATA_DIR=/data ADGEN_LOG_FORMAT=json GRADIO_SERVER_NAME=0.0.0.0 GRADIO_TEMP_DIR=/tmp/gradio HF_HOME=/data/models
USER 10001:10001
VOLUME ["/data"]
EXPOSE 7860
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:7860/healthz', timeout=4)"]
CMD ["python", "app.py"]
