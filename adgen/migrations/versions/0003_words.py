"""The owner's voice, the words of a running job, and what the language model takes"""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply this revision."""

    op.create_table('model_use',
    sa.Column('user_id', sa.Integer(), nullable=False),
    sa.Column('day', sa.String(length=10), nullable=False),
    sa.Column('calls', sa.Integer(), nullable=False),
    sa.Column('prompt_tokens', sa.Integer(), nullable=False),
    sa.Column('completion_tokens', sa.Integer(), nullable=False),
    sa.Column('cost', sa.Float(), nullable=False),
    sa.ForeignKeyConstraint(['user_id'], ['users.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('user_id', 'day')
    )
    op.add_column('stores', sa.Column('samples', sa.JSON(), nullable=False, server_default='[]'))
    op.add_column('stores', sa.Column('learned', sa.JSON(), nullable=False, server_default='[]'))
    op.add_column('jobs', sa.Column('words', sa.Text(), nullable=True))
