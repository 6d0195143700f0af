"""Alembic's entry: the connection, already in a transaction, is handed over by ``adgen.db.migrate``."""

from alembic import context

from adgen.models import Base

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
