from collections.abc import Sequence

from tasks.core.page.choice.features import Matrix
from tasks.core.page.markup.block import Block
from tasks.core.page.markup.names import Weights

def measure(blocks: Sequence[Block], weights: Weights) -> Matrix: ...
