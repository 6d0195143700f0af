"""An ad's owner in its own row, indexes for long lists and for deletions, and the index of words"""

import sqlalchemy as sa
from alembic import op

from adgen import searching

revision = '0006_data'
down_revision = '0005'
branch_labels = None
depends_on = None
SHOWN = sa.text('deleted_at IS NULL AND replaced_by_id IS NULL')

GONE = sa.text('deleted_at IS NOT NULL')


def upgrade() -> None:
    """Apply this revision."""

    op.add_column('contents', sa.Column('user_id', sa.Integer(), nullable=True))
    op.execute('UPDATE contents SET user_id = (SELECT stores.user_id FROM projects JOIN stores '
               'ON stores.id = projects.store_id WHERE projects.id = contents.project_id)')
    # No index of user_id alone: SQLite would take it for the list, and then read every row that is passed over.
    op.create_index('ix_contents_gone', 'contents', ['user_id', 'deleted_at'], sqlite_where=GONE,
                    postgresql_where=GONE)
    op.create_index('ix_contents_newest', 'contents', ['user_id', 'id', 'project_id', 'type', 'is_success'],
                    sqlite_where=SHOWN, postgresql_where=SHOWN)
    op.create_index('ix_contents_campaign', 'contents', ['project_id', 'id', 'type', 'is_success'],
                    sqlite_where=SHOWN, postgresql_where=SHOWN)
    # Deleting a row asks every table that may name it: without these, each deletion reads those tables whole.
    op.create_index('ix_contents_parent_id', 'contents', ['parent_id'])
    op.create_index('ix_jobs_content_id', 'jobs', ['content_id'])
    op.create_index('ix_exports_project_id', 'exports', ['project_id'])
    op.create_index('ix_stores_logo_id', 'stores', ['logo_id'])

    connection = op.get_bind()
    for statement in searching.CREATE[connection.dialect.name]:
        op.execute(statement)
    searching.fill(connection)
