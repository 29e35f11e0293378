from selectolax.lexbor import LexborNode

from tasks.core.page.markup.block import Block, Menu

def walk(root: LexborNode, menus: list[Menu] | None = None) -> list[Block]: ...
