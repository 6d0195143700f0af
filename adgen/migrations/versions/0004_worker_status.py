"""How a worker's engine stands"""

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply this revision."""

    op.add_column('workers', sa.Column('status', sa.JSON(), nullable=False, server_default='{}'))
