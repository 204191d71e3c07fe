FROM python:3.12-slim

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1
RUN useradd --create-home --uid 10001 bot
# The database lies on a volume, so that a new container goes on where the old one stopped; the cache needn't outlive it.
ENV DATA_DIR=/home/bot/data BOT_CACHE=/home/bot/cache
RUN mkdir --parents /home/bot/data /home/bot/cache && chown bot: /home/bot/data /home/bot/cache
VOLUME /home/bot/data
WORKDIR /srv/bot

# What is needed changes less often than the bot itself: a layer of its own.
COPY pyproject.toml ./
RUN python -c "import tomllib; p = tomllib.load(open('pyproject.toml', 'rb'))['project']; \
    print(*p['dependencies'], *p['optional-dependencies']['fast'], sep='\n')" > /tmp/requirements.txt \
    && pip install --requirement /tmp/requirements.txt && rm /tmp/requirements.txt

COPY run_bot.py LICENSE ./
COPY bot bot
COPY knowledge knowledge
COPY locales locales
RUN python -m compileall -q bot

USER bot
STOPSIGNAL SIGTERM
ENTRYPOINT ["python", "run_bot.py"]
CMD ["serve"]
